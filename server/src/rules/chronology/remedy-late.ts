import { spotOf } from '../../core/case/access.js';
import { lastDayOfTerm } from '../../core/case/terms.js';
import { dateFromDay, dayNumber, isKnown, parseDate } from '../../core/dates.js';
import type { Procedure } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';

/** Terms in asylum cases differ; of the other kinds it isn't certain which law sets them. */
const KINDS: ReadonlySet<string | undefined> = new Set([
  'regular',
  'extension',
  'repeat-regular',
  'medical-deferral',
  'discretionary-request',
]);
const WEEKS = 4;
/** From this day art. 69 of the Vreemdelingenwet 2000 sets the term (nl.vw.69). */
const SINCE = dayNumber(2001, 4, 1);

/** An objection or appeal more than four weeks after the decision that it is against. */
export const rule = defineRule({
  reads: ['procedures'],
  needs: [],
  *check({ model, say }) {
    for (const procedure of model.procedures)
      if (KINDS.has(procedure.data.kind)) yield* lateIn(procedure, say);
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
    const last = lastDay(decided);
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

function lastDay(decided: unknown): number | undefined {
  const date = parseDate(decided);
  if (!isKnown(date) || date.precision !== 'day' || date.about || date.first < SINCE) return undefined;
  return lastDayOfTerm(date.first, WEEKS);
}
