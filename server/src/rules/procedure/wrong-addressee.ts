import { isClear, nodeAt, spotOf } from '../../core/case/access.js';
import { dayThatDecides, regimeOn } from '../../core/case/facts.js';
import { groundsOf, isOutsideFirst } from '../../core/case/grounds.js';
import type { CaseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Arg, Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { FIRST_PROCEDURE_POWER } from '../../knowledge/grounds.js';
import { inForceOn, sourceById, sourceName } from '../../knowledge/sources.js';

type Model = Pick<CaseModel, 'case' | 'persons' | 'procedures' | 'claim'>;

/** A ruling or an address asks for no addressee; any other ground that isn't known may be a slip of one that does. */
const OF_ITS_OWN = /^(?:ECLI:|https:)/i;

/** The claim goes to an office that none of its grounds names. */
export const rule = defineRule({
  reads: ['case', 'persons', 'procedures', 'claim'],
  needs: ['case', 'claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    const addressee = claim?.data.addressedTo;
    if (!claim || addressee === undefined || !isClear(claim, 'grounds')) return;
    const grounds = groundsOf(model);
    if (grounds.some((id) => !sourceById(id) && !OF_ITS_OWN.test(id))) return;
    const asking = grounds.filter((id) => sourceById(id)?.addressees !== undefined);
    const day = dayThatDecides(model, today);
    const wanted = addresseesOf(asking, day);
    if (asking.length === 0 || wanted.includes(addressee)) return;
    yield {
      at: spotOf(claim, 'addressedTo'),
      message: say('wrong', {
        addressee: titleOf(addressee),
        grounds: { list: asking.map(sourceName) },
        count: asking.length,
        wanted: { list: wanted.map(titleOf), type: 'or' },
        open: openOf(asking, model, day).length > 0 ? 'yes' : 'no',
      }),
      related: [{ at: spotOf(claim, 'grounds'), message: say('grounds', { count: asking.length }) }],
      fixes: (draft) => fixes(draft, asking, day, say),
    };
  },
});

/** Without doubles. Where minister and state secretary both suit, the one of the day in front (KNOWLEDGE.md). */
function addresseesOf(grounds: readonly string[], day: CaseDate | undefined): string[] {
  const first = regimeOn(day) === 'c' ? 'minister' : 'state-secretary';
  const all = grounds.flatMap((id) => {
    const own = sourceById(id)?.addressees ?? [];
    return own.includes(first) ? [first, ...own] : own;
  });
  return [...new Set(all)];
}

function titleOf(addressee: string): Arg {
  return { enumValue: addressee, of: 'claim.addressedTo' };
}

function fixes(draft: Draft, asking: readonly string[], day: CaseDate | undefined, say: Say): Fix[] {
  const node = draft.model.claim && nodeAt(draft.model.claim, 'addressedTo');
  if (!node) return [];
  return addresseesOf(openOf(asking, draft.model, day), day).map((addressee, index) =>
    draft.fix(
      `set-${addressee}`,
      say('fix-set', { addressee: titleOf(addressee) }),
      [draft.setScalar(node, addressee)],
      { preferred: index === 0 },
    ),
  );
}

/** The grounds that a claim of the day can still rest on: to another's addressee it is not to be sent. */
function openOf(asking: readonly string[], model: Model, day: CaseDate | undefined): string[] {
  return asking.filter((id) => inForceOn(id, day) !== false && !isClosed(id, model, day));
}

/** The power of the first procedure is of no use to a claim outside it, whatever else the claim rests on. */
function isClosed(id: string, model: Model, day: CaseDate | undefined): boolean {
  return id === FIRST_PROCEDURE_POWER && isOutsideFirst(model, day) === true;
}
