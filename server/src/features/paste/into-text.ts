/** A paste into a text or a comment of the file. */

import { type CaseDocument, parseCase } from '../../core/document.js';
import { applyEdits } from '../../core/edits/draft.js';
import { blockLines, escaped, scalarForms } from '../../core/edits/prose.js';
import { renderFlow, type Style } from '../../core/edits/render.js';
import type { TextEdit } from '../../core/findings.js';
import { cleanCharacters, linesOf, type Prose, proseOf } from './clean.js';
import { contentsOf, readsAsWell, sameList } from './contents.js';
import { type CommentSite, isBlock, MARK, restOfLine, type TextSite } from './site.js';

/** Fields that hold sentences; the other texts of a case are names and titles, which stand on one line. */
const SENTENCES: ReadonlySet<string> = new Set([
  'summary',
  'description',
  'reason',
  'whyNot',
  'request',
  'text',
]);

/** Longer ones are written as a block where they are new. */
const LONG_VALUE = 100;

/** Undefined where what would stand there isn't exactly the value from before with the clean text in it. */
export function intoText(
  site: TextSite,
  before: CaseDocument,
  raw: string,
  style: Style,
): TextEdit | undefined {
  const kind = site.place?.shape?.kind ?? 'text';
  if (kind === 'fields') return undefined;
  const piece = kind === 'text' ? prosePiece(site, before.text, raw) : wordPiece(site, raw);
  if (piece === undefined) return undefined;
  const value = String(site.node.value).replace(MARK, () => piece.value);
  const isText = kind === 'text';
  return piece.forms(value, style).find((edit) => isExactly(site, before, edit, value, isText));
}

interface Piece {
  /** What takes the place of the mark in the value. */
  readonly value: string;
  readonly forms: (whole: string, style: Style) => readonly TextEdit[];
}

/** An id, a date, a choice: one word or a few, without what can't be seen. */
function wordPiece({ selection }: TextSite, raw: string): Piece | undefined {
  const value = cleanCharacters(raw).trim();
  if (value === '' || value.includes('\n')) return undefined;
  return { value, forms: () => [{ ...selection, text: value }] };
}

function prosePiece(site: TextSite, known: string, raw: string): Piece | undefined {
  const prose = proseOf(raw, known);
  if (prose.length === 0) return undefined;
  return isBlock(site.node) ? inBlock(site, prose, raw) : inLine(site, prose, raw);
}

/** Into a text that stands in lines of its own: its other lines stay as they are. */
function inBlock({ doc, node, selection, pad }: TextSite, prose: Prose, raw: string): Piece {
  const { text } = doc;
  const at = selection.start + pad.length;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(lineStart, at);
  const column = /^ */.exec(before)?.[0].length ?? 0;
  const fitted = fit(prose, raw, before.trim() !== '', restOfLine(text, at + 1).trim() !== '');
  const folded = node.style === 'folded';
  const value = folded ? linesOf(fitted).join('\n') : fitted.map((lines) => lines.join('\n')).join('\n\n');
  const used = before.length - column;
  return {
    value,
    forms: (_, { eol }) => [{ ...selection, text: pad + blockLines(fitted, { folded, column, used, eol }) }],
  };
}

/** A single line keeps the blanks around it where words stand beside it. */
function fit(prose: Prose, raw: string, behindWords: boolean, beforeWords: boolean): Prose {
  const line = cleanCharacters(raw);
  if (line.includes('\n')) return prose;
  const left = behindWords ? line : line.trimStart();
  return [[beforeWords ? left : left.trimEnd()]];
}

/** Into a text behind its key: as it stands where that will do, in quotes or as a block where it must be. */
function inLine(site: TextSite, prose: Prose, raw: string): Piece {
  const { node, selection, place } = site;
  const known = String(node.value);
  const at = known.indexOf(MARK);
  const isSentences = place?.shape === undefined || SENTENCES.has(place.key);
  const fitted = fit(prose, raw, at > 0, at < known.length - 1);
  const piece = linesOf(fitted).join(isSentences ? '\n' : ' ');
  return {
    value: piece,
    forms: (value, style) => {
      const quotes = node.style === 'single' || node.style === 'double' ? node.style : 'plain';
      const asIs = { ...selection, text: escaped(piece, quotes) };
      if (site.inFlow) return [asIs, whole(site, renderFlow(value)), whole(site, JSON.stringify(value))];
      const forms = formsOf(site, value, style);
      const asBlock =
        value.includes('\n') || (isSentences && value.length > LONG_VALUE && known.length < LONG_VALUE);
      return asBlock ? [...forms, asIs] : [asIs, ...forms.slice(1), ...forms.slice(0, 1)];
    },
  };
}

function formsOf(site: TextSite, value: string, style: Style): TextEdit[] {
  const { doc, holder } = site;
  if (!holder) return [];
  const start = doc.startOf(holder.span);
  const column = start - (doc.text.lastIndexOf('\n', start - 1) + 1);
  const forms = scalarForms(value, { inItem: holder.kind === 'dash', column, style });
  return forms.map((form) => whole(site, form));
}

/** The text with all that it had before, in the place of the one that stands there. */
function whole(site: TextSite, text: string): TextEdit {
  const { doc, node, holder } = site;
  const end = doc.endOf(node);
  const start = doc.startOf(node);
  if (!holder || site.inFlow) return original(site, { start, end, text });
  const from = doc.endOf(holder.span);
  const between = doc.text.slice(from, start);
  // On the line of its key, also where it stood below.
  if (holder.kind === 'dash' || !/^\s*:\s*$/.test(between)) return original(site, { start, end, text });
  return original(site, { start: from + between.indexOf(':') + 1, end, text: ` ${text}` });
}

/** An edit of the file with the mark, as one of the file without. */
function original({ selection, pad }: TextSite, { start, end, text }: TextEdit): TextEdit {
  const marked = selection.start + pad.length + MARK.length;
  const back = (offset: number) =>
    offset <= selection.start ? offset : selection.end + Math.max(0, offset - marked);
  return { start: back(start), end: back(end), text };
}

function isExactly(
  site: TextSite,
  before: CaseDocument,
  edit: TextEdit,
  value: string,
  isText: boolean,
): boolean {
  const result = parseCase(applyEdits(before.text, [edit]), site.doc);
  if (!readsAsWell(result, before)) return false;
  const mark = JSON.stringify(site.node.value);
  const expected = contentsOf(site.doc).map((one) => (one === mark ? JSON.stringify(value) : one));
  const found = contentsOf(result);
  if (isText) return sameList(expected, found);
  // A year and a yes may be a number or a truth by then.
  return sameList(expected.map(unquoted), found.map(unquoted));
}

function unquoted(written: string): string {
  return written.replaceAll('"', '');
}

/** Into a comment: what has several lines goes on in further lines of the comment. */
export function intoComment(
  site: CommentSite,
  before: CaseDocument,
  raw: string,
  eol: string,
): TextEdit | undefined {
  const { doc, comment, selection } = site;
  const lineStart = doc.text.lastIndexOf('\n', comment.start - 1) + 1;
  const indent = doc.text.slice(lineStart, comment.start);
  const prose = proseOf(raw, before.text);
  if (prose.length === 0) return undefined;
  const bare = linesOf(prose).every((line) => line.startsWith('#'))
    ? prose.map((lines) => lines.map((line) => line.replace(/^# ?/, '')))
    : prose;
  const at = selection.start;
  const fitted = fit(bare, raw.trimStart().startsWith('#') ? linesOf(bare).join('\n') : raw, true, true);
  const piece =
    indent.trim() === ''
      ? fitted.map((lines) => lines.join(`${eol}${indent}# `)).join(`${eol}${indent}#${eol}${indent}# `)
      : linesOf(fitted).join(' ');
  const space = doc.text[at - 1] === '#' && piece !== '' && !piece.startsWith(' ') ? ' ' : '';
  const edit = { ...selection, text: space + piece };
  const result = parseCase(applyEdits(before.text, [edit]), doc);
  const isFine =
    result.problems.length <= before.problems.length && sameList(contentsOf(result), contentsOf(before));
  return isFine ? edit : undefined;
}
