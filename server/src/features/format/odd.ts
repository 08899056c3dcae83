/** What formatting leaves as it is: sections with anchors, types, or keys that are no plain words. */

import type { CaseDocument, Entry } from '../../core/document.js';
import { type Node, sourceOf } from '../../core/tree.js';
import { type BlockList, listOf, listOfEntry } from './lists.js';

/** Does a section hold nothing but keys with a colon, dashes, values and comments? */
export function isOrdinary(doc: CaseDocument, entry: Entry): boolean {
  const scan = new Scan(doc, doc.startOf(entry.key));
  const list = listOfEntry(doc, entry);
  return scan.key(entry.key) && (list ? scan.list(list) : scan.value(entry.value));
}

/** Goes from piece to piece: what stands between two of them tells whether something else is there. */
class Scan {
  constructor(
    private readonly doc: CaseDocument,
    private at: number,
  ) {}

  value(node: Node | undefined): boolean {
    if (!node) return true;
    const list = listOf(this.doc, node);
    if (list) return this.list(list);
    if (node.kind !== 'map' || node.flow) return this.piece(node);
    return node.pairs.every(({ key, value }) => this.key(key) && this.value(value));
  }

  list(list: BlockList): boolean {
    return list.every(({ dash, node }) => this.pass(dash, dash + 1) && this.value(node));
  }

  key(key: Node): boolean {
    // Where there is no key at all, the colon stands for it.
    const isThere = key.kind === 'scalar' && (key.value !== null || sourceOf(key) !== ':');
    return isThere && this.piece(key);
  }

  private piece(node: Node): boolean {
    return this.pass(this.doc.startOf(node), this.doc.endOf(node));
  }

  private pass(start: number, end: number): boolean {
    const between = this.doc.text.slice(this.at, start).replace(/#[^\n]*/g, '');
    const isClear = start >= this.at && /^[\s:]*$/.test(between);
    this.at = end;
    return isClear;
  }
}
