/** The id of an item and every reference to it, to be changed together while someone types in the id itself. */

import type { ScalarNode } from '../core/tree.js';
import { sourceOf } from '../core/tree.js';
import type { Analysis } from '../pipeline/analysis.js';
import { indexOf } from './links.js';
import { idAt } from './navigation.js';

/** What an id may be while it is typed. */
export const ID_PATTERN = '[a-z][a-z0-9-]*';

/**
 * Only from the item: who types in a reference wants another item, not another name for this one. Not where two
 * items have the id: one of them is a copy that is about to get its own. Nor where a part of the file can't be read,
 * since a reference may stand there.
 */
export function linkedRanges(
  analysis: Analysis,
  offset: number,
): readonly { readonly start: number; readonly end: number }[] {
  const found = idAt(analysis, offset);
  if (!found || analysis.document.problems.length > 0) return [];
  const { all, references } = indexOf(analysis.model);
  const own = all.get(found.id) ?? [];
  const nodes = new Set([...own, ...(references.get(found.id) ?? [])].map(({ node }) => node));
  if (own.length !== 1 || own[0]?.node !== found.node || nodes.size < 2) return [];
  const ranges = [...nodes].map((node) => inside(analysis, node)).sort((a, b) => a.start - b.start);
  const isAlike = ranges.every(({ start, end }) => analysis.text.slice(start, end) === found.id);
  return isAlike ? ranges : [];
}

/** Without its quotes. */
function inside({ document }: Analysis, node: ScalarNode): { start: number; end: number } {
  const quote = node.style === 'plain' ? 0 : 1;
  const start = document.startOf(node) + quote;
  return { start, end: start + sourceOf(node).length - 2 * quote };
}
