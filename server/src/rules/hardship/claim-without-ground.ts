import { spotOf } from '../../core/case/access.js';
import { dayThatDecides } from '../../core/case/facts.js';
import { isOutsideFirst } from '../../core/case/grounds.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { openFirstProcedure } from '../../knowledge/claims.js';
import { basisOfClaim, FIRST_PROCEDURE_POWER, isAlternative } from '../../knowledge/grounds.js';
import { inForceOn, sourceName } from '../../knowledge/sources.js';
import { listed } from './certain.js';
import { addTo } from './insertions.js';

/** A claim that doesn't say on which ground it rests. */
export const rule = defineRule({
  reads: ['claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    if (!claim || listed(claim, 'grounds')?.length !== 0) return;
    yield {
      at: spotOf(claim, 'grounds'),
      message: say('none', { field: { field: 'grounds', of: 'claim' } }),
      about: claim,
      fixes: (draft) => fixes(draft, today, say),
    };
  },
});

function fixes(draft: Draft, today: number, say: Say): Fix[] {
  const basis = groundsThen(draft, today);
  const add = (id: string, sources: readonly string[], preferred: boolean): Fix[] => {
    const edit = addTo(draft, draft.model.claim, 'grounds', sources);
    const isAwaited = sources.some((source) => isAlternative(source, draft.model));
    const alternative = !isAwaited ? 'none' : sources.length === 1 ? 'only' : 'among';
    const args = { sources: { list: sources.map(sourceName) }, count: sources.length, alternative };
    return edit ? [draft.fix(id, say('fix-add', args), [edit], { preferred })] : [];
  };
  return [
    ...(basis.length > 1 ? add('add-grounds', basis, true) : []),
    ...[...new Set([...basis, ...mayStillFit(draft, today)])].flatMap((source, index) =>
      add(`add-ground-${source}`, [source], index === 0 && basis.length === 1),
    ),
  ];
}

/** The power of the first procedure, while the file leaves open whether that has ended: one may know better. */
function mayStillFit({ model }: Draft, today: number): readonly string[] {
  const day = dayThatDecides(model, today);
  const isOpen = isOutsideFirst(model, day) !== true && inForceOn(FIRST_PROCEDURE_POWER, day) === true;
  return isOpen && model.case?.data.jurisdiction === 'nl' ? [FIRST_PROCEDURE_POWER] : [];
}

/** What a claim of that day may rest on, as it stands: put forward in a first procedure that still runs, or later. */
function groundsThen(draft: Draft, today: number): readonly string[] {
  const { model } = draft;
  // Without the country of the law nobody can tell which grounds there are.
  if (model.case?.data.jurisdiction === undefined) return [];
  const open = openFirstProcedure(draft, today)?.data.id;
  const raisedIn = model.claim?.data.raisedIn;
  const isInFirst = open !== undefined && (raisedIn === undefined || raisedIn.includes(open));
  return basisOfClaim(model, dayThatDecides(model, today), isInFirst).grounds;
}
