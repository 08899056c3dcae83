import { referenceDate } from '../../core/case/facts.js';
import { type CaseDate, certainlyBefore, parseDate } from '../../core/dates.js';
import { defineRule } from '../../core/rule.js';
import { sourceById } from '../../knowledge/sources.js';
import type { SourceEntry } from '../../knowledge/types.js';
import { citedIn } from './places.js';

/** Law and rulings are not replaced by a later text: which of them holds on a day is asked elsewhere. */
const REPLACEABLE: ReadonlySet<string> = new Set(['publication', 'policy', 'guidance']);

/** A cited publication or policy page that a newer one has replaced. */
export const rule = defineRule({
  reads: ['case', 'arguments'],
  needs: [],
  *check({ model, today, say }) {
    const reference = referenceDate(model, today);
    for (const { value, at, node, list } of citedIn(model)) {
      const successor = successorOf(value, reference)?.id;
      if (successor === undefined) continue;
      yield {
        at,
        message: say('superseded', { source: value, successor }),
        tags: ['deprecated'],
        fixes: (draft) =>
          node && !list.includes(successor)
            ? [
                draft.fix(
                  'use-successor',
                  say('fix-use', { successor }),
                  [draft.setScalar(node, successor)],
                  {
                    preferred: true,
                  },
                ),
              ]
            : [],
      };
    }
  },
});

/** The newest that certainly existed before the day, along the chain of successors. */
function successorOf(id: string, day: CaseDate | undefined): SourceEntry | undefined {
  const own = sourceById(id);
  if (!own || own.ground || !REPLACEABLE.has(own.kind)) return undefined;
  const seen = new Set([id]);
  let newest: SourceEntry | undefined;
  for (let next = own.supersededBy; next !== undefined && !seen.has(next); next = newest?.supersededBy) {
    const entry = sourceById(next);
    if (!entry || !certainlyBefore(parseDate(entry.inForce?.from), day)) break;
    seen.add(next);
    newest = entry;
  }
  return newest;
}
