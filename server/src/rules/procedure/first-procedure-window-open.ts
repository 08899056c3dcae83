import { isClear, mapOf, maySectionBeThere, spotOf } from '../../core/case/access.js';
import { dayThatDecides, firstProcedure, hasEnded, referenceDate, regimeOn } from '../../core/case/facts.js';
import { type CaseDate, certainlyFrom, parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel, Procedure } from '../../core/model.js';
import { nearest } from '../../core/nearest.js';
import { defineRule, type Say } from '../../core/rule.js';
import { claimFields } from '../../knowledge/claims.js';

/** From this day the IND weighs hardship of its own motion, in the first procedure alone (nl.vb.3.6ba). */
const SINCE = parseDate('2019-05-01') as CaseDate;

/** The first procedure still runs and hardship isn't put forward in it: the one time at which the IND itself looks at it. */
export const rule = defineRule({
  reads: ['case', 'persons', 'procedures', 'circumstances', 'claim', 'root'],
  *check({ model, today, say }) {
    const { claim } = model;
    const first = firstProcedure(model);
    // Of an item in which nothing can be read it isn't sure that it is a circumstance.
    if (!first || !model.circumstances.some(({ data }) => Object.keys(data).length > 0)) return;
    if (!certainlyFrom(parseDate(first.data.lodged), SINCE)) return;
    if (hasEnded(first, referenceDate(model, today)) !== false) return;
    if (claim ? isNamedIn(claim, first, model.procedures) !== false : maySectionBeThere(model.root, 'claim'))
      return;
    const regime = regimeOn(dayThatDecides(model, today)) ?? 'unknown';
    yield {
      at: claim ? spotOf(claim, 'raisedIn') : model.root.top,
      message: say('open', {
        claim: claim ? 'there' : 'none',
        field: { field: 'raisedIn', of: 'claim' },
        regime,
      }),
      related: [{ at: first.place, message: say('first') }],
      fixes: (draft) => fixes(draft, first.data.id, today, say),
    };
  },
});

/** Unknown where the field can't be read, or a reference to nothing may be meant for the procedure. */
function isNamedIn(
  claim: NonNullable<CaseModel['claim']>,
  { data: { id } }: Procedure,
  procedures: readonly Procedure[],
): boolean | undefined {
  if (id === undefined || !isClear(claim, 'raisedIn')) return undefined;
  const raisedIn = claim.data.raisedIn ?? [];
  if (raisedIn.includes(id)) return true;
  const ids = new Set(procedures.flatMap(({ data }) => (data.id === undefined ? [] : [data.id])));
  const mayMean = raisedIn.some(
    (reference) => reference !== undefined && !ids.has(reference) && nearest(reference, ids).includes(id),
  );
  return mayMean ? undefined : false;
}

function fixes(draft: Draft, id: string | undefined, today: number, say: Say): Fix[] {
  if (id === undefined) return [];
  if (!draft.model.claim) {
    // Lines that can't be read may be those of the claim, and would end up in the midst of a new one.
    if (draft.doc.problems.length > 0) return [];
    const edit = draft.insertSection('claim', claimFields(draft, today));
    return [draft.fix('insert-claim', say('fix-insert-claim', { id }), [edit], { preferred: true })];
  }
  const claim = mapOf(draft.model.claim);
  if (!claim) return [];
  const edit = draft.addToList(claim, 'claim', 'raisedIn', [id]);
  return [draft.fix('add-raised-in', say('fix-add-raised-in', { id }), [edit], { preferred: true })];
}
