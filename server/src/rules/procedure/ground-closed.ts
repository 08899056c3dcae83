import { mapOf, spotOf } from '../../core/case/access.js';
import { dayThatDecides, firstProcedure, regimeOn } from '../../core/case/facts.js';
import { groundsOf, isAfter } from '../../core/case/grounds.js';
import type { CaseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import {
  ALIENS_ACT_POWER,
  addGroundFix,
  FIRST_PROCEDURE_POWER,
  groundsThatHold,
  isGroundClosed,
} from '../../knowledge/grounds.js';
import { ministerArgument } from './minister.js';

/** The claim rests on the power of the first procedure, which it comes too late for or isn't made in, and on nothing else. */
export const rule = defineRule({
  reads: ['case', 'persons', 'procedures', 'claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    const first = firstProcedure(model);
    const day = dayThatDecides(model, today);
    if (!claim || !first || isGroundClosed(model, day) !== true) return;
    yield {
      at: spotOf(claim, 'grounds', (claim.data.grounds ?? []).indexOf(FIRST_PROCEDURE_POWER)),
      message: say('closed', {
        reason: isAfter(claim, first, day) ? 'ended' : 'elsewhere',
        regime: regimeOn(day) ?? 'unknown',
      }),
      related: [{ at: first.place, message: say('first') }],
      fixes: (draft) => fixes(draft, day, today, say),
    };
  },
});

function fixes(draft: Draft, day: CaseDate | undefined, today: number, say: Say): Fix[] {
  const { model } = draft;
  const claim = mapOf(model.claim);
  if (!claim) return [];
  const argument = ministerArgument(draft, today);
  return [
    ...ministerFirst(groundsThatHold(model, day))
      .filter((id) => !groundsOf(model).includes(id))
      .map((id, index) => addGroundFix(draft, claim, id, { preferred: index === 0 })),
    ...(argument
      ? [draft.fix('insert-argument', say('fix-insert-argument'), [argument], { onlyHelps: true })]
      : []),
  ];
}

/** Where the first procedure is past, the minister's own power is the likeliest to carry the claim (KNOWLEDGE.md). */
function ministerFirst(grounds: readonly string[]): string[] {
  return [
    ...grounds.filter((id) => id === ALIENS_ACT_POWER),
    ...grounds.filter((id) => id !== ALIENS_ACT_POWER),
  ];
}
