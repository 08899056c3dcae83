import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { Circumstance } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { argumentsEdit, argumentsFor, snippetsFor } from '../../knowledge/arguments.js';
import { addTo } from './insertions.js';
import { unargued } from './support.js';

/** A circumstance of the claim of which no argument says why it counts. */
export const rule = defineRule({
  reads: ['claim', 'circumstances', 'arguments', 'timeline'],
  needs: ['claim', 'circumstances', 'arguments'],
  *check({ model, today, say }) {
    const claimed = new Set(model.claim?.data.circumstances ?? []);
    if (claimed.size === 0) return;
    for (const circumstance of unargued(model)) {
      if (!claimed.has(circumstance.data.id)) continue;
      yield {
        at: circumstance.place,
        message: say('unargued'),
        about: circumstance,
        fixes: (draft) => fixes(draft, circumstance, today, say),
      };
    }
  },
});

/** How many snippets are offered: the catalogue has more for some kinds, but the best are enough to choose from. */
const MOST = 3;

function fixes(draft: Draft, circumstance: Circumstance, today: number, say: Say): Fix[] {
  const inserted: Fix[] = [];
  for (const id of snippetsFor(circumstance, draft)) {
    if (inserted.length === MOST) break;
    const edit = argumentsEdit(draft, [id], { today, circumstances: [circumstance] });
    const title = say('fix-insert', { name: { enumValue: id, of: 'argument.snippet' } });
    if (edit) inserted.push(draft.fix(`insert-${id}`, title, [edit], { preferred: inserted.length === 0 }));
  }
  const linked = argumentsFor(circumstance, draft)
    .slice(0, MOST)
    .flatMap((argument) => {
      const { id, title } = argument.data;
      const edit = addTo(draft, argument, 'supports', [circumstance.data.id ?? '']);
      return edit ? [draft.fix(`link-${id}`, say('fix-link', { title: title ?? id ?? '' }), [edit])] : [];
    });
  return [...inserted, ...linked];
}
