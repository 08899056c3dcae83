/**
 * Puts the items of a top-level list in another order. Whole lines move, the comments of an item with it; the
 * blank lines between the items stay where they are. The values are the same but for their order: where that
 * can't be promised, there is no edit.
 */

import type { CaseDocument, Entry, Item } from '../document.js';
import type { TextEdit } from '../findings.js';
import { type Node, sourceOf } from '../tree.js';

/** First and last line of an item with its comments. */
interface Lines {
  readonly first: number;
  readonly last: number;
}

/** `order[i]` is the present place of the item that is to stand at place `i`. Empty where nothing can or need be done. */
export function reorderItems(doc: CaseDocument, entry: Entry, order: readonly number[]): readonly TextEdit[] {
  const from = order.findIndex((item, place) => item !== place);
  const to = order.findLastIndex((item, place) => item !== place);
  const chunks = from === -1 ? undefined : chunksOf(doc, entry);
  if (!chunks) return [];
  const { lines } = doc;
  const startOf = (chunk: Lines) => lines.lineStart(chunk.first);
  const endOf = (chunk: Lines) => lines.lineEnd(chunk.last);
  let text = '';
  for (let place = from; place <= to; place++) {
    const chunk = chunks[order[place] as number] as Lines;
    if (place > from)
      text += doc.text.slice(endOf(chunks[place - 1] as Lines), startOf(chunks[place] as Lines));
    text += doc.text.slice(startOf(chunk), endOf(chunk));
  }
  return [{ start: startOf(chunks[from] as Lines), end: endOf(chunks[to] as Lines), text }];
}

function chunksOf(doc: CaseDocument, { key, items }: Entry): Lines[] | undefined {
  if (!items || doc.conflicts.length > 0 || !items.every((item) => isMovable(doc, item))) return undefined;
  const { lines } = doc;
  const bodies = items.map(({ node, mark }) => ({
    first: lines.lineAt(doc.startOf(mark)),
    last: lines.lineAt(doc.endOf(node ?? mark)),
  }));
  const column = doc.startOf((items[0] as Item).mark) - lines.lineStart((bodies[0] as Lines).first);
  const gaps = gapsBetween(doc, lines.lineAt(doc.startOf(key)), bodies, column);
  return gaps?.slice(1).map((gap, i) => ({ first: (gaps[i] as Gap).below, last: gap.above }));
}

/**
 * An item of a block list that YAML reads the same in another place: not an anchor away from its alias, not text
 * that couldn't be read, and not a text that keeps the blank lines that follow it (`|+`).
 */
function isMovable(doc: CaseDocument, { node, mark }: Item): boolean {
  const { unit } = mark;
  if (unit.problems.length > 0 || unit.holes.length > 0 || unit.hasAlias) return false;
  return doc.text[doc.startOf(mark)] === '-' && mark !== node && !keepsBlankLines(node);
}

function keepsBlankLines(node: Node | undefined): boolean {
  if (node?.kind === 'map') return keepsBlankLines(node.pairs.at(-1)?.value);
  if (node?.kind === 'seq') return keepsBlankLines(node.items.at(-1));
  return node?.kind === 'scalar' && /^[|>]\d*\+/.test(sourceOf(node));
}

/** The lines between two items: up to `above` they are the upper one's, from `below` on the lower one's. */
interface Gap {
  readonly above: number;
  readonly below: number;
}

/** One gap before each item and one behind the last. */
function gapsBetween(
  doc: CaseDocument,
  keyLine: number,
  bodies: readonly Lines[],
  column: number,
): Gap[] | undefined {
  const gaps: Gap[] = [];
  let upper = keyLine;
  for (const body of bodies) {
    const between = readLines(doc, upper + 1, body.first);
    if (between.length < body.first - upper - 1) return undefined;
    gaps.push(gaps.length === 0 ? commentsAbove(between, body.first) : divide(between, upper + 1, column));
    upper = body.last;
  }
  gaps.push(behindLast(readLines(doc, upper + 1, doc.lines.lineCount), upper + 1, column));
  return gaps;
}

/** A blank line is -1, a comment the column in which it begins; reading ends at any other line. */
function readLines(doc: CaseDocument, from: number, to: number): number[] {
  const read: number[] = [];
  for (let line = from; line < to; line++) {
    const text = doc.text.slice(doc.lines.lineStart(line), doc.lines.lineEnd(line));
    const column = text.search(/\S/);
    if (column !== -1 && text[column] !== '#') break;
    read.push(column);
  }
  return read;
}

/** Above the first item only what stands right above it is its own: the rest speaks of the whole list. */
function commentsAbove(between: readonly number[], first: number): Gap {
  let below = between.length;
  while (below > 0 && (between[below - 1] as number) >= 0) below--;
  return { above: first, below: first - (between.length - below) };
}

/** Comments indented further than the dashes are the upper item's, and those right below it that a blank line ends. */
function divide(between: readonly number[], from: number, column: number): Gap {
  const own = pastDeepComments(between, column);
  const run = pastComments(between, own);
  const above = run < between.length ? run : own;
  const rest = between.findIndex((comment, index) => index >= above && comment >= 0);
  return { above: from + above - 1, below: from + (rest === -1 ? between.length : rest) };
}

/** Behind the last item, what begins left of the dashes is the next section's. */
function behindLast(behind: readonly number[], from: number, column: number): Gap {
  const own = pastDeepComments(behind, column);
  const run = pastComments(behind, own);
  const isInList = column > 0 && behind.slice(own, run).every((comment) => comment >= column);
  return { above: from + (isInList ? run : own) - 1, below: from + behind.length };
}

/** How many lines go up to the last comment that is indented further than the dashes. */
function pastDeepComments(between: readonly number[], column: number): number {
  let own = 0;
  for (const [index, comment] of between.entries()) {
    if (comment > column) own = index + 1;
    else if (comment >= 0) break;
  }
  return own;
}

function pastComments(between: readonly number[], from: number): number {
  let at = from;
  while (at < between.length && (between[at] as number) >= 0) at++;
  return at;
}
