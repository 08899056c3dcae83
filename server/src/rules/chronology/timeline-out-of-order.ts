import { spotOf } from '../../core/case/access.js';
import { type CaseDate, parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import { reorderItems } from '../../core/edits/reorder.js';
import type { Fix, TextEdit } from '../../core/findings.js';
import type { Event } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { breaksIn, inCertainOrder } from './order.js';

/** An event that stands below a later one. */
export const rule = defineRule({
  reads: ['timeline'],
  *check({ model, say }) {
    const events = model.timeline;
    const starts = events.map(startOf);
    const edits = new WeakMap<Draft, readonly TextEdit[]>();
    for (const { place, later } of breaksIn(starts)) {
      const at = spotOfStart(events[place] as Event);
      const other = { date: starts[later] as CaseDate, bare: true };
      yield {
        at,
        message: say('older', { date: { date: starts[place] as CaseDate, bare: true }, later: other }),
        related: [{ at: spotOfStart(events[later] as Event), message: say('later', { later: other }) }],
        fixes: (draft) => sortFix(draft, starts, edits, say),
      };
    }
  },
});

function startOf({ data }: Event): CaseDate | undefined {
  return parseDate(data.date ?? data.from);
}

function spotOfStart(event: Event) {
  return spotOf(event, event.data.date !== undefined ? 'date' : 'from');
}

/** The same for every finding of the file, so worked out once for a version of it. */
function sortFix(
  draft: Draft,
  starts: readonly (CaseDate | undefined)[],
  known: WeakMap<Draft, readonly TextEdit[]>,
  say: Say,
): Fix[] {
  let edits = known.get(draft);
  if (!edits) {
    const entry = draft.doc.entry('timeline');
    edits = entry ? reorderItems(draft.doc, entry, inCertainOrder(starts)) : [];
    known.set(draft, edits);
  }
  return edits.length > 0 ? [draft.fix('sort', say('fix-sort'), edits, { preferred: true })] : [];
}
