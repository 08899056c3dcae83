/**
 * What is set right while someone types: the column of the line that Enter begins, blanks in the one that it ends,
 * and a dash that is to continue a list. Only the line itself is touched, and only where there is no doubt.
 */

import type { CaseDocument } from '../../core/document.js';
import type { TextEdit } from '../../core/findings.js';
import {
  afterDashes,
  columnOf,
  isBlank,
  keyOnLine,
  lineAround,
  previousLine,
  type TextLine,
  valueEnd,
} from '../../core/parse/lines.js';
import type { Node } from '../../core/tree.js';
import { SECTIONS } from '../../generated/shape.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { placeAt } from '../place.js';
import { layoutEdits } from './format.js';
import { habitsOf } from './habits.js';
import { blockText } from './texts.js';

/** @param offset right behind what was typed */
export function typedEdits(
  analysis: Analysis,
  offset: number,
  typed: string,
  tabSize?: number,
): readonly TextEdit[] {
  if (typed === '\n') return enterEdits(analysis, offset, tabSize);
  return typed === '-' ? dashEdits(analysis.document, offset) : [];
}

function enterEdits(analysis: Analysis, offset: number, tabSize: number | undefined): readonly TextEdit[] {
  const { document } = analysis;
  const line = lineAround(document.text, offset);
  const ended = previousLine(document.text, line);
  if (!ended) return [];
  if (isBlank(line) && isEmptyDash(document, ended)) return withoutDash(document, ended, line);
  const edits = tidied(document, ended);
  const begun = isBlank(line) ? beginningBelow(analysis, ended, tabSize) : undefined;
  if (begun !== undefined && document.text.slice(line.start, line.end) !== begun)
    edits.push({ start: line.start, end: line.end, text: begun });
  return edits;
}

/** What a line below the one just ended begins with: blanks, and below a plain list item the next dash. */
function beginningBelow(
  analysis: Analysis,
  ended: TextLine,
  tabSize: number | undefined,
): string | undefined {
  const dash = dashBelow(analysis, ended);
  if (dash !== undefined) return `${' '.repeat(dash)}- `;
  const column = columnBelow(analysis, ended, tabSize);
  return column === undefined ? undefined : ' '.repeat(column);
}

/** The column of the next dash, where the line holds an item of a list of ids, sources or choices. */
function dashBelow(analysis: Analysis, ended: TextLine): number | undefined {
  const { document } = analysis;
  const { text } = document;
  const begun = afterDashes(text, ended);
  const value = text.slice(begun, valueEnd(text, begun, ended)).trim();
  if (value === '' || keyOnLine(text, ended) || isInside(document, ended) || !isFinished(value))
    return undefined;
  const place = placeAt(analysis, begun);
  return place?.on === 'value' && place.shape?.list && place.node.kind === 'scalar'
    ? lastDash(text, ended, begun)
    : undefined;
}

function isEmptyDash(doc: CaseDocument, line: TextLine): boolean {
  return doc.text.slice(line.content, line.end).trim() === '-' && !isInside(doc, line);
}

/** Enter behind a dash with nothing else ends the list: the dash goes, and the cursor to the fields around the list. */
function withoutDash({ text }: CaseDocument, dash: TextLine, line: TextLine): readonly TextEdit[] {
  const column = keyAround(text, dash);
  return column === undefined ? [] : [{ start: dash.start, end: line.end, text: ' '.repeat(column) }];
}

/** Where the field that holds the list of this dash begins. */
function keyAround(text: string, dash: TextLine): number | undefined {
  const column = dash.content - dash.start;
  for (let above = previousLine(text, dash); above; above = previousLine(text, above)) {
    if (isBlank(above) || text[above.content] === '#') continue;
    const own = above.content - above.start;
    const isHolder = own < column || (own === column && text[above.content] !== '-');
    if (!isHolder) continue;
    const key = keyOnLine(text, above);
    return key && key.start - above.start;
  }
  return undefined;
}

/** Blanks at the end of the line and behind its colon, where the file can be read. Never where it begins. */
function tidied(doc: CaseDocument, line: TextLine): TextEdit[] {
  if (isBlank(line)) return [];
  const number = doc.lines.lineAt(line.start);
  const from = keyOnLine(doc.text, line)?.colon ?? line.content + 1;
  return layoutEdits(doc, { lines: { first: number, last: number } }).filter(
    ({ start, end }) => start >= from && end <= line.end,
  );
}

/** Where a line below the one just ended begins; undefined where that is for the person to say. */
function columnBelow(analysis: Analysis, ended: TextLine, tabSize: number | undefined): number | undefined {
  const { document } = analysis;
  const { text } = document;
  const key = keyOnLine(text, ended);
  if (!key || isInside(document, ended)) return undefined;
  const column = key.start - ended.start;
  const value = text.slice(key.colon + 1, valueEnd(text, key.colon + 1, ended)).trim();
  if (value === '') return columnOfChild(analysis, key.start, column, tabSize);
  if (/^[|>][-+\d]*$/.test(value)) return columnOfText(document, key.colon, column, tabSize);
  return isFinished(value) ? column : undefined;
}

/** Does the value end on its line? */
function isFinished(value: string): boolean {
  const [first] = value;
  if (first === '"' || first === "'") return value.length > 1 && value.endsWith(first);
  const open = value.match(/[[{]/g)?.length ?? 0;
  return (first !== '[' && first !== '{') || open === (value.match(/[\]}]/g)?.length ?? 0);
}

function columnOfChild(
  analysis: Analysis,
  key: number,
  column: number,
  tabSize: number | undefined,
): number | undefined {
  const place = placeAt(analysis, key);
  if (place?.on !== 'key') return undefined;
  const { document } = analysis;
  const section = place.part ? undefined : SECTIONS.find(({ name }) => name === place.key);
  const first = place.part ? place.pair?.value : firstOf(document, place.key);
  if (first) return document.startOf(first) - lineAround(document.text, document.startOf(first)).start;
  const { indent, dashIndent } = habitsOf(document, document.entries, tabSize);
  if (place.shape?.list || section?.list) return column + dashIndent;
  return place.shape?.kind === 'fields' || section?.def ? column + indent : undefined;
}

function firstOf(document: CaseDocument, section: string) {
  const entry = document.entry(section);
  return entry?.value ?? entry?.items?.[0]?.mark;
}

function columnOfText(
  document: CaseDocument,
  colon: number,
  column: number,
  tabSize: number | undefined,
): number {
  const leaf = leafAt(document, colon + document.text.slice(colon).search(/[|>]/));
  const text = leaf?.node.kind === 'scalar' ? blockText(document, leaf.node, column) : undefined;
  if (text && text.last > text.header) return text.column;
  return column + habitsOf(document, document.entries, tabSize).indent;
}

/** Does the line go on with a text or brackets that begin above it? */
function isInside(document: CaseDocument, line: TextLine): boolean {
  const leaf = leafAt(document, line.content);
  return leaf !== undefined && leaf.start < line.start;
}

/** The text, or what is in brackets, at the place. */
function leafAt(document: CaseDocument, offset: number): { node: Node; start: number } | undefined {
  const placed = document.units.findLast(({ start }) => start <= offset);
  let node = placed?.unit.root;
  while (node && placed) {
    const at = offset - placed.start;
    const { kind } = node;
    if (kind === 'scalar' || kind === 'alias' || node.flow) return { node, start: placed.start + node.start };
    const children = kind === 'seq' ? node.items : node.pairs.map(({ value }) => value);
    node = children.find((child) => child && child.start <= at && at <= child.end);
  }
  return undefined;
}

/** A dash below the fields of an item asks for the next item: it goes below the dashes of the list. */
function dashEdits(doc: CaseDocument, offset: number): readonly TextEdit[] {
  const { text } = doc;
  const line = lineAround(text, offset);
  if (text.slice(line.content, line.end).trim() !== '-' || offset !== line.content + 1) return [];
  if (isInside(doc, line)) return [];
  const column = dashesAbove(text, line);
  return column === undefined ? [] : [{ start: line.start, end: line.content, text: ' '.repeat(column) }];
}

function dashesAbove(text: string, line: TextLine): number | undefined {
  const column = line.content - line.start;
  let below: TextLine | undefined;
  for (let above = previousLine(text, line); above; above = previousLine(text, above)) {
    if (isBlank(above) || text[above.content] === '#') continue;
    const own = above.content - above.start;
    const key = keyOnLine(text, above);
    const isHolder = key !== undefined && valueEnd(text, key.colon + 1, above) === key.colon + 1;
    // Below a field that is still empty the dash begins a list of its own.
    if (!below && isHolder) return undefined;
    const begun = afterDashes(text, above);
    if (own < column) return columnOf(text, above) === column ? lastDash(text, above, begun) : undefined;
    // At the margin the dash can only go on with the section's list, whose dashes stand further in.
    if (own === 0 && column === 0 && isHolder && begun === above.content)
      return below && lastDash(text, below, afterDashes(text, below));
    if (own === column && begun > above.content) return undefined;
    below = above;
  }
  return undefined;
}

function lastDash(text: string, line: TextLine, content: number): number | undefined {
  return content > line.content ? text.lastIndexOf('-', content - 1) - line.start : undefined;
}
