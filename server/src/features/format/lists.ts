/** Lists with dashes, whether the document holds them as one value or cut into items. */

import type { CaseDocument, Entry } from '../../core/document.js';
import type { Node } from '../../core/tree.js';

export type BlockList = readonly {
  /** Offset of the dash in the file. */
  readonly dash: number;
  readonly node: Node | undefined;
}[];

export function listOf(doc: CaseDocument, node: Node | undefined): BlockList | undefined {
  if (node?.kind !== 'seq' || node.flow) return undefined;
  const base = doc.base(node.unit);
  return node.dashes.map((dash, index) => ({ dash: base + dash, node: node.items[index] }));
}

/** The list below a top-level key. */
export function listOfEntry(doc: CaseDocument, { items, value }: Entry): BlockList | undefined {
  if (value || !items || items.length === 0) return undefined;
  return items.map(({ mark, node }) => ({ dash: doc.startOf(mark), node }));
}
