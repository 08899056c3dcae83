/**
 * What a document says, value by value, so that a paste can be held against what was there before. How it is written
 * doesn't count, since a paste may put quotes around a value: `format/same.ts` is stricter.
 */

import type { CaseDocument } from '../../core/document.js';
import type { Node, Pair, Span } from '../../core/tree.js';
import { commentsOf } from '../comments.js';

/** Is this item or field to be left out? */
export type Skip = (mark: Span) => boolean;

/** Every key and value in the order of the text; an empty list counts as nothing. */
export function contentsOf(doc: CaseDocument, skip: Skip = () => false): readonly string[] {
  const found: string[] = [];
  const add = (node: Node | undefined): void => {
    if (node?.kind === 'map') {
      found.push('{');
      for (const pair of node.pairs) addPair(pair);
      found.push('}');
    } else if (node?.kind === 'seq') {
      addItems(node.items.map((item, at) => ({ item, mark: markOf(node, node.dashes[at], item) })));
    } else if (node?.kind === 'alias') found.push(`*${node.name}`);
    else found.push(JSON.stringify(node?.value ?? null));
  };
  const addItems = (items: readonly { item: Node | undefined; mark: Span }[]): void => {
    const kept = items.filter(({ mark }) => !skip(mark));
    if (kept.length === 0) found.push('null');
    else {
      found.push('[');
      for (const { item } of kept) add(item);
      found.push(']');
    }
  };
  const addPair = ({ key, value }: Pair): void => {
    if (skip(key)) return;
    add(key);
    add(value);
  };
  for (const entry of doc.entries) {
    if (skip(entry.key)) continue;
    add(entry.key);
    if (entry.items) addItems(entry.items.map(({ node, mark }) => ({ item: node, mark })));
    else add(entry.value);
  }
  if (doc.entries.length === 0) add(doc.oddRoot);
  return found;
}

function markOf(list: Span, dash: number | undefined, item: Node | undefined): Span {
  return dash === undefined ? (item ?? list) : { unit: list.unit, start: dash, end: dash + 1 };
}

export function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** Can both be read as well, and do they have the same comments? */
export function readsAsWell(after: CaseDocument, before: CaseDocument): boolean {
  return (
    after.conflicts.length === 0 &&
    after.problems.length <= before.problems.length &&
    sameList(commentsOf(after), commentsOf(before))
  );
}
