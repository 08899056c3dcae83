import { spotOf } from '../../core/case/access.js';
import { lastDayToContest } from '../../core/case/terms.js';
import { dateFromDay, isKnown, parseDate } from '../../core/dates.js';
import type { Procedure } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';

/** An objection or appeal more than four weeks after the decision that it is against. */
export const rule = defineRule({
  reads: ['procedures'],
  needs: [],
  *check({ model, say }) {
    for (const procedure of model.procedures) yield* lateIn(procedure, say);
  },
});

/**
 * Only the first objection, and the first appeal after it: what comes later in the list may be against another
 * decision, such as the new one that a court asked for.
 */
function* lateIn(procedure: Procedure, say: Say): Generator<Report> {
  let decision: (string | number)[] = ['decided'];
  let decided: unknown = procedure.data.decided;
  let awaited: 'objection' | 'appeal' = 'objection';
  for (const [index, remedy] of (procedure.data.remedies ?? []).entries()) {
    if (remedy?.kind === 'interim-relief') continue;
    if (remedy?.kind !== awaited) return;
    const last = lastDayToContest(procedure.data.kind, decided);
    const lodged = parseDate(remedy.lodged);
    if (last !== undefined && isKnown(lodged) && lodged.first > last) {
      yield {
        at: spotOf(procedure, 'remedies', index, 'lodged'),
        message: say(awaited, { last: { date: dateFromDay(last), bare: true } }),
        related: [{ at: spotOf(procedure, ...decision), message: say('decision') }],
      };
    }
    if (awaited === 'appeal') return;
    awaited = 'appeal';
    decision = ['remedies', index, 'decided'];
    decided = remedy.decided;
  }
}
