/** Do two texts say the same: the same values, written in the same way, and the same comments? Only layout may differ. */

import type { CaseDocument, Entry } from '../../core/document.js';
import type { Node } from '../../core/tree.js';
import { commentsOf } from '../comments.js';

export function sameContent(a: CaseDocument, b: CaseDocument): boolean {
  return (
    b.problems.length === a.problems.length &&
    sameList(a.entries, b.entries, sameEntry) &&
    sameList(commentsOf(a), commentsOf(b), Object.is)
  );
}

/** A list that the document cuts into items in one text may be one value in the other: so by their items. */
function sameEntry(a: Entry, b: Entry): boolean {
  const value = ({ items, value: node }: Entry) =>
    items && node?.kind === 'seq' && !node.flow ? undefined : node;
  const nodes = (entry: Entry) => (value(entry) ? [] : (entry.items ?? []).map(({ node }) => node));
  return sameNode(a.key, b.key) && sameNode(value(a), value(b)) && sameList(nodes(a), nodes(b), sameNode);
}

function sameNode(a: Node | undefined, b: Node | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.kind === 'alias') return b.kind === 'alias' && a.name === b.name;
  if (b.kind === 'alias' || a.anchor !== b.anchor) return false;
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.style === b.style && Object.is(a.value, b.value);
  if (a.kind === 'seq') return b.kind === 'seq' && a.flow === b.flow && sameList(a.items, b.items, sameNode);
  return (
    b.kind === 'map' &&
    a.flow === b.flow &&
    sameList(a.pairs, b.pairs, (one, two) => sameNode(one.key, two.key) && sameNode(one.value, two.value))
  );
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (one: T, two: T) => boolean): boolean {
  return a.length === b.length && a.every((one, index) => same(one, b[index] as T));
}
