import type { ScalarNode } from '../../core/tree.js';
import { findBlank } from '../../core/words/placeholders.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { placeAt } from '../place.js';
import type { Offer, Selection } from './action.js';

const SHORTEST = 3;
const LONGEST = 120;

/** A document that a description speaks of: selected there, it becomes an entry that supports the same item. */
export const extractDocument: Offer = {
  kind: 'refactor.extract.vangnet',
  find(analysis, selection) {
    const { model, draft } = analysis;
    if (selection.end <= selection.start || model.root.unreadable.has('documents')) return [];
    const place = placeAt(analysis, selection.start);
    if (place?.on !== 'value' || place.key !== 'description' || place.node.kind !== 'scalar') return [];
    const { id } = (place.part?.data ?? {}) as { readonly id?: unknown };
    const title = titleFrom(analysis, place.node, selection);
    if (typeof id !== 'string' || title === undefined) return [];
    if (model.documents.some(({ data }) => data.title?.trim() === title)) return [];
    const fields = {
      id: draft.newIds()(`doc-${title.split(' ').slice(0, 3).join(' ')}`),
      kind: 'other',
      title,
      supports: [id],
    };
    return [
      {
        id: 'extract-document',
        title: { key: 'actions.extract-document', args: { title } },
        edits: [draft.appendItems('documents', [fields])],
      },
    ];
  },
};

/** The selected words on one line; undefined where the selection reaches out of the text, or is no title. */
function titleFrom({ document }: Analysis, node: ScalarNode, { start, end }: Selection): string | undefined {
  const { lines, text } = document;
  const from = document.startOf(node);
  const to = document.endOf(node);
  const isBlock = node.style === 'literal' || node.style === 'folded';
  const first = isBlock ? lines.lineEnd(lines.lineAt(from)) : node.style === 'plain' ? from : from + 1;
  const last = node.style === 'single' || node.style === 'double' ? to - 1 : to;
  if (start < first || text.slice(to, end).trim() !== '') return undefined;
  const selected = text.slice(start, Math.min(end, last));
  if (node.style === 'double' && selected.includes('\\')) return undefined;
  const title = (node.style === 'single' ? selected.replaceAll("''", "'") : selected)
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s.,;:])[\s.,;:]+$/, '')
    .trim();
  const fits = title.length >= SHORTEST && title.length <= LONGEST && /\p{L}/u.test(title);
  return fits && !findBlank(title) ? title : undefined;
}
