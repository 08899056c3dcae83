import type { Draft } from '../../core/edits/draft.js';
import type { Definition } from '../../core/references.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { isOnlyBlank } from '../../core/words/placeholders.js';
import { ITEM_SECTIONS } from './issues.js';
import { allLinks } from './links.js';

/** One name for two items: a reference to it would be open to doubt. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'document'],
  needs: [],
  *check({ model, say }) {
    const first = new Map<string, Definition>();
    for (const definition of allLinks(model).definitions) {
      const { id, kind, node } = definition;
      // `case.id` names the case, not an item in it; the schema marks it so.
      if (kind === 'case' || id === '' || isOnlyBlank(id)) continue;
      const other = first.get(id);
      if (!other) first.set(id, definition);
      // The same text may be read a second time, over `<<` or an alias.
      else if (other.node !== node) yield report(say, other, definition);
    }
  },
});

function report(say: Say, first: Definition, double: Definition): Report {
  const { id } = double;
  return {
    at: double.node,
    message: say('double', { id }),
    related: [{ at: first.node, message: say('first', { id }) }],
    fixes: (draft) => rename(draft, double, first, say),
  };
}

/**
 * Renames the later item, and with it those references that can only mean it: ids of a kind that the
 * earlier item is not.
 */
function rename(
  draft: Draft,
  later: Definition,
  earlier: Definition,
  say: (name: string, args: { id: string }) => { key: string },
) {
  const id = draft.newIds()(later.id);
  const references = allLinks(draft.model)
    .referencesTo(later.id)
    .filter(({ kinds }) => kinds.includes(later.kind) && !kinds.includes(earlier.kind));
  // What stands behind an alias is there once, whoever refers by it.
  const places = new Set([later, ...references].map(({ node }) => node));
  const edits = [...places].map((place) => draft.setScalar(place, id));
  return [draft.fix('rename', say('fix-rename', { id }), edits, { preferred: true })];
}
