/**
 * What a paste would go into: found by putting a mark at the place and reading the file with it, so that YAML itself
 * says whether that is a text, a comment or neither.
 */

import { type CaseDocument, parseCase } from '../../core/document.js';
import { keyText, type Node, type ScalarNode, type Span } from '../../core/tree.js';
import { CASE_FORMAT } from '../formats.js';
import { type Place, placeInFields } from '../place.js';
import { contentsOf, sameList } from './contents.js';

/** A character that no text has: where it is there all the same, nothing is pasted by us. */
export const MARK = '\uE000';

export interface Selection {
  readonly start: number;
  readonly end: number;
}

interface Marked {
  /** The file with the mark in the place of the selection. */
  readonly doc: CaseDocument;
  /** What the mark, with the blanks before it, stands for in the file as it is. */
  readonly selection: Selection;
  /** Blanks that go before the mark. */
  readonly pad: string;
}

export interface TextSite extends Marked {
  readonly at: 'text';
  readonly node: ScalarNode;
  /** The key or dash that the text stands behind, where one does. */
  readonly holder: { readonly kind: 'key' | 'dash'; readonly span: Span } | undefined;
  /** Do brackets stand around it? */
  readonly inFlow: boolean;
  /** The field that it is; undefined where the format knows none. */
  readonly place: Place | undefined;
}

export interface CommentSite extends Marked {
  readonly at: 'comment';
  readonly comment: { readonly start: number; readonly end: number };
}

export type Site = TextSite | CommentSite;

/** Undefined for a place between fields or items, and where it can't be told. */
export function siteAt(document: CaseDocument, selection: Selection): Site | undefined {
  for (const { start, pad } of marksAt(document, selection)) {
    const site = siteWith(document, { start, end: selection.end }, pad);
    if (site && (pad === '' || (site.at === 'text' && isBlock(site.node)))) return site;
  }
  return undefined;
}

export function isBlock({ style }: ScalarNode): boolean {
  return style === 'folded' || style === 'literal';
}

/** On a blank line a cursor may stand left of where the text of several lines goes on that it is in. */
function* marksAt(
  { text }: CaseDocument,
  { start, end }: Selection,
): Generator<{ start: number; pad: string }> {
  yield { start, pad: '' };
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const isBlankLine = /^[ \t]*\r?(?:\n|$)/.test(text.slice(lineStart, lineStart + 200)) && start === end;
  if (!isBlankLine) return;
  const above = text.slice(0, lineStart).trimEnd();
  const line = above.slice(above.lastIndexOf('\n') + 1);
  const indent = /^ */.exec(line)?.[0] ?? '';
  yield {
    start: lineStart,
    pad: /[>|][-+]?$/.test(line) ? `${indent}${/^ *- /.test(line) ? '    ' : '  '}` : indent,
  };
}

function siteWith(document: CaseDocument, selection: Selection, pad: string): Site | undefined {
  const { text } = document;
  const { start, end } = selection;
  const doc = parseCase(`${text.slice(0, start)}${pad}${MARK}${text.slice(end)}`, document);
  const at = start + pad.length;
  const placed = doc.units.findLast((unit) => unit.start <= at);
  if (!placed) return undefined;
  const { unit, start: base } = placed;
  const comment = unit.comments.find((one) => base + one.start < at && at < base + one.end);
  const marked = { doc, selection, pad };
  if (comment)
    return { ...marked, at: 'comment', comment: { start: base + comment.start, end: base + comment.end } };
  const found = textIn(unit.root, at - base);
  if (!found) return undefined;
  const { node } = found;
  // What begins with the mark alone on a line of its own may go on with the words above it: not what is meant.
  if (node.style === 'plain' && isLaterLine(doc, node, at)) return undefined;
  if (!isOneValue(contentsOf(document), contentsOf(doc), JSON.stringify(node.value))) return undefined;
  return { ...marked, at: 'text', ...found, place: placeInFields(CASE_FORMAT, doc, at) };
}

/** Does the mark stand in the place of one value, or of a part of it, and of nothing more? */
function isOneValue(before: readonly string[], after: readonly string[], marked: string): boolean {
  const at = after.indexOf(marked);
  const rest = [...after.slice(0, at), ...after.slice(at + 1)];
  const changed = [...before.slice(0, at), ...before.slice(at + 1)];
  // Between brackets it may be an item more; in empty ones the only one.
  const isOnly = after[at - 1] === '[' && after[at + 1] === ']' && before[at - 1] === 'null';
  return (
    sameList(rest, changed) ||
    sameList(rest, before) ||
    (isOnly && sameList([...rest.slice(0, at - 1), 'null', ...rest.slice(at + 1)], before))
  );
}

function isLaterLine({ text }: CaseDocument, node: ScalarNode, at: number): boolean {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const isAlone = text.slice(lineStart, at).trim() === '' && /^\s*$/.test(restOfLine(text, at + 1));
  return isAlone && String(node.value) !== MARK;
}

export function restOfLine(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end === -1 ? text.length : end);
}

type Found = Pick<TextSite, 'node' | 'holder' | 'inFlow'>;

/** The value that has the mark in it; undefined where it stands in a key or between values. */
function textIn(
  node: Node | undefined,
  at: number,
  holder?: TextSite['holder'],
  inFlow = false,
): Found | undefined {
  if (!node || node.start > at || node.end <= at) return undefined;
  if (node.kind === 'scalar') return String(node.value).includes(MARK) ? { node, holder, inFlow } : undefined;
  if (node.kind === 'map') {
    const pair = node.pairs.find(({ value }) => value && value.start <= at && value.end > at);
    const isKey = pair !== undefined && keyText(pair) !== undefined;
    return (
      pair && textIn(pair.value, at, isKey ? { kind: 'key', span: pair.key } : undefined, inFlow || node.flow)
    );
  }
  if (node.kind !== 'seq') return undefined;
  const index = node.items.findIndex((item) => item && item.start <= at && item.end > at);
  const dash = node.dashes[index];
  const span = dash === undefined ? undefined : { unit: node.unit, start: dash, end: dash + 1 };
  return textIn(node.items[index], at, span && { kind: 'dash', span }, inFlow || node.flow);
}
