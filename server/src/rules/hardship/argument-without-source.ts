import { spotOf } from '../../core/case/access.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { type Argument, fittingSources } from '../../knowledge/arguments.js';
import { citesOf } from '../../knowledge/snippets.js';
import { sourceName } from '../../knowledge/sources.js';
import { listed } from './certain.js';
import { addTo } from './insertions.js';

/** An argument that names no law, ruling or publication. */
export const rule = defineRule({
  reads: ['arguments'],
  *check({ model, today, say }) {
    for (const argument of model.arguments) {
      if (listed(argument, 'cites')?.length !== 0) continue;
      yield {
        at: spotOf(argument, 'cites'),
        message: say('none', { field: { field: 'cites', of: 'argument' } }),
        about: argument,
        fixes: (draft) => fixes(draft, argument, today, say),
      };
    }
  },
});

/** How many sources are offered one by one. */
const MOST = 5;

function fixes(draft: Draft, argument: Argument, today: number, say: Say): Fix[] {
  const own = argument.data.snippet === undefined ? [] : citesOf(argument.data.snippet, draft, today);
  const cite = (id: string, sources: readonly string[], preferred = false): Fix[] => {
    const edit = addTo(draft, argument, 'cites', sources);
    const args = { sources: { list: sources.map(sourceName) }, count: sources.length };
    return edit && sources.length > 0 ? [draft.fix(id, say('fix-cite', args), [edit], { preferred })] : [];
  };
  // Where the snippet has one source only, that source is not offered a second time.
  const choice = fittingSources(argument, draft, today).filter(
    (source) => own.length !== 1 || source !== own[0],
  );
  return [
    ...cite('cite-snippet', own, true),
    ...choice.slice(0, MOST).flatMap((source) => cite(`cite-${source}`, [source])),
  ];
}
