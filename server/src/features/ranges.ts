/** Stretches of the text that belong together: to fold away, and to select step by step. */

import type { CaseDocument, Entry } from '../core/document.js';
import { descendants, type Node } from '../core/tree.js';

export interface Fold {
  /** Lines from zero; what lies below the first line up to the last is folded away. */
  readonly first: number;
  readonly last: number;
  readonly kind?: 'comment';
}

export function foldsOf(document: CaseDocument): readonly Fold[] {
  const { lines } = document;
  const folds = new Map<number, Fold>();
  const add = (start: number, end: number) => {
    const first = lines.lineAt(start);
    const last = lines.lineAt(end);
    const known = folds.get(first);
    if (last > first && (known === undefined || known.last < last)) folds.set(first, { first, last });
  };
  for (const entry of document.entries) {
    const start = document.startOf(entry.key);
    add(start, endOf(document, entry));
    for (const { node, mark } of entry.items ?? [])
      if (node) add(document.startOf(mark), document.endOf(node));
  }
  for (const { unit, start } of document.units)
    for (const node of descendants(unit.root)) {
      if (node.kind !== 'map') continue;
      for (const pair of node.pairs) if (pair.value) add(start + pair.key.start, start + pair.value.end);
    }
  return [...folds.values(), ...comments(document)].sort((a, b) => a.first - b.first || b.last - a.last);
}

function endOf(document: CaseDocument, { key, value, items }: Entry): number {
  const last = items?.at(-1);
  if (last) return document.endOf(last.node ?? last.mark);
  return document.endOf(value ?? key);
}

/** Runs of two or more lines of comment. */
function comments(document: CaseDocument): Fold[] {
  const { lines, text } = document;
  const folds: Fold[] = [];
  let first: number | undefined;
  for (let line = 0; line <= lines.lineCount; line++) {
    const isComment =
      line < lines.lineCount && /^\s*#/.test(text.slice(lines.lineStart(line), lines.lineEnd(line)));
    if (isComment) first ??= line;
    else {
      if (first !== undefined && line - 1 > first) folds.push({ first, last: line - 1, kind: 'comment' });
      first = undefined;
    }
  }
  return folds;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** From the smallest stretch at the place outwards to the whole text: word of a text, value, field, item, section. */
export function stretchesAt(document: CaseDocument, offset: number): readonly Stretch[] {
  const found: Stretch[] = [{ start: 0, end: document.text.length }];
  const add = (start: number, end: number) => {
    const last = found.at(-1) as Stretch;
    const lies = start >= last.start && end <= last.end && start <= offset && offset <= end;
    if (lies && (start > last.start || end < last.end)) found.push({ start, end });
  };
  for (const entry of document.entries) add(document.startOf(entry.key), endOf(document, entry));
  const unit = document.units.findLast(({ start }) => start <= offset);
  const base = unit?.start ?? 0;
  const visit = (node: Node | undefined): void => {
    if (!node || base + node.start > offset || base + node.end < offset) return;
    add(base + node.start, base + node.end);
    if (node.kind === 'seq')
      for (const [index, item] of node.items.entries()) {
        if (item) add(base + (node.dashes[index] ?? item.start), base + item.end);
        visit(item);
      }
    if (node.kind !== 'map') return;
    for (const { key, value } of node.pairs) {
      add(base + key.start, base + (value ?? key).end);
      visit(key);
      visit(value);
    }
  };
  visit(unit?.unit.root);
  const word = wordAt(document.text, offset);
  if (word) add(word.start, word.end);
  return found.reverse();
}

function wordAt(text: string, offset: number): Stretch | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && /[\p{L}\p{N}_'’-]/u.test(text[start - 1] as string)) start--;
  while (end < text.length && /[\p{L}\p{N}_'’-]/u.test(text[end] as string)) end++;
  return end > start ? { start, end } : undefined;
}
