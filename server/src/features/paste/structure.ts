/** A paste of what is itself case-file YAML: indented as its new neighbours are, instead of being put in quotes. */

import { type CaseDocument, type Entry, parseCase } from '../../core/document.js';
import { applyEdits } from '../../core/edits/draft.js';
import type { Style } from '../../core/edits/render.js';
import type { TextEdit } from '../../core/findings.js';
import { keyText, type MapNode, type Span } from '../../core/tree.js';
import { FILE, SHAPES } from '../../generated/shape.js';
import { CASE_FORMAT } from '../formats.js';
import { LISTS } from '../forms/items.js';
import { placeInFields } from '../place.js';
import { cleanCharacters } from './clean.js';
import { contentsOf, sameList } from './contents.js';
import type { Selection } from './site.js';

/** Items of a list, fields of an item, or fields of the file. */
export interface Structure {
  readonly kind: 'items' | 'fields' | 'file';
  /** Without the indentation that they had in common, and without blank lines around them. */
  readonly lines: readonly string[];
  /** The fields of each item, or the fields. */
  readonly keys: readonly (readonly string[])[];
}

/** Undefined for what isn't YAML of a case for certain. */
export function structureOf(raw: string): Structure | undefined {
  const lines = cleanCharacters(raw)
    .split('\n')
    .map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  if (!/^\s*(?:- +)?[A-Za-z][\w-]*:(?:\s|$)/.test(lines.find((line) => !/^\s*#/.test(line)) ?? ''))
    return undefined;
  for (const candidate of dedented(lines)) {
    const read = readStructure(candidate);
    if (read) return read;
  }
  return undefined;
}

/** As the lines are; and as they were where only the first was copied from within its line. */
function* dedented(lines: readonly string[]): Generator<readonly string[]> {
  const indentOf = (line: string) => /^ */.exec(line)?.[0].length ?? 0;
  const least = (some: readonly string[]) => Math.min(...some.filter((line) => line !== '').map(indentOf));
  const cut = (some: readonly string[], by: number) => some.map((line) => line.slice(by));
  const [first = '', ...rest] = lines;
  yield cut(lines, least(lines));
  const below = least(rest);
  if (indentOf(first) > 0 || !Number.isFinite(below)) return;
  const dash = /^- +/.exec(first)?.[0].length;
  if (dash === undefined) yield [first, ...cut(rest, below)];
  else if (below >= dash) yield [first, ...cut(rest, below - dash)];
}

function readStructure(lines: readonly string[]): Structure | undefined {
  const doc = parseCase(lines.join('\n'));
  if (doc.problems.length > 0 || doc.conflicts.length > 0) return undefined;
  const keysOf = ({ pairs }: MapNode) => pairs.map((pair) => keyText(pair) ?? '');
  const root = doc.oddRoot;
  if (root?.kind === 'seq' && !root.flow && doc.entries.length === 0) {
    const maps = root.items.filter((item): item is MapNode => item?.kind === 'map' && !item.flow);
    if (maps.length === 0 || maps.length < root.items.length) return undefined;
    const keys = maps.map(keysOf);
    const fits = [...LISTS.values(), 'remedy'].some((def) => keys.every((one) => hasKeys(def, one)));
    return fits ? { kind: 'items', lines, keys } : undefined;
  }
  if (root || doc.entries.length === 0) return undefined;
  const keys = doc.entries.map(({ name }) => name ?? '');
  if (
    FILE.keys.some(({ name }) => keys.includes(name) && name !== 'case' && name !== 'vangnet') ||
    isWhole(keys)
  )
    return keys.every((key) => isKnown(FILE.keys, key)) ? { kind: 'file', lines, keys: [keys] } : undefined;
  // A single field may as well be prose that begins with a word and a colon.
  const isFields = Object.keys(SHAPES).some((def) => hasKeys(def, keys));
  return isFields && keys.length > 1 ? { kind: 'fields', lines, keys: [keys] } : undefined;
}

/** Is it a whole case file? */
export function isWhole(keys: readonly string[]): boolean {
  return keys.includes('vangnet') || keys.includes('case');
}

function isKnown(shapes: readonly { readonly name: string }[], key: string): boolean {
  return key.startsWith('x-') || shapes.some(({ name }) => name === key);
}

function hasKeys(def: string, keys: readonly string[]): boolean {
  const shapes = SHAPES[def]?.keys ?? [];
  return keys.every((key) => isKnown(shapes, key)) && keys.some((key) => !key.startsWith('x-'));
}

/** Where the lines go: in the place of a blank line, before a line, or below a key that has nothing behind it. */
interface Slot {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  /** How far the cursor's own line is indented, where there is nothing else on it. */
  readonly column: number | undefined;
  /** A dash that stands there already. */
  readonly isDash: boolean;
}

export function intoStructure(
  before: CaseDocument,
  selection: Selection,
  structure: Structure,
  style: Style,
): TextEdit | undefined {
  const slot = slotAt(before, selection);
  if (!slot) return undefined;
  if (structure.kind === 'items') return insertItems(before, slot, structure, style);
  if (slot.isDash) {
    const lines = structure.lines.map((line, index) =>
      index === 0 ? `- ${line}` : line === '' ? line : `  ${line}`,
    );
    return insertItems(before, slot, { ...structure, lines }, style);
  }
  return insertFields(before, slot, structure);
}

function slotAt({ text, eol }: CaseDocument, { start, end }: Selection): Slot | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline === -1 ? text.length : newline - (text[newline - 1] === '\r' ? 1 : 0);
  const head = text.slice(lineStart, start);
  const tail = text.slice(end, lineEnd);
  const isAlone = tail.trim() === '';
  if (/^ *- *$/.test(head) && isAlone)
    return { start: lineStart, end: lineEnd, before: '', after: '', column: head.indexOf('-'), isDash: true };
  if (/^ *$/.test(head)) {
    if (isAlone)
      return { start: lineStart, end: lineEnd, before: '', after: '', column: head.length, isDash: false };
    return { start: lineStart, end: lineStart, before: '', after: eol, column: undefined, isDash: false };
  }
  if (!/^ *(?:- +)?[A-Za-z][\w-]*: *$/.test(head) || !isAlone) return undefined;
  const keyEnd = lineStart + head.trimEnd().length;
  return { start: keyEnd, end: lineEnd, before: eol, after: '', column: undefined, isDash: false };
}

function editIn(
  { start, end, before, after }: Slot,
  lines: readonly string[],
  column: number,
  eol: string,
): TextEdit {
  const pad = ' '.repeat(column);
  const text = lines.map((line) => (line === '' ? line : pad + line)).join(eol);
  return { start, end, text: before + text + after };
}

function insertItems(
  doc: CaseDocument,
  slot: Slot,
  structure: Structure,
  style: Style,
): TextEdit | undefined {
  const section = sectionAt(doc, slot.start);
  const def = section?.name === undefined ? undefined : LISTS.get(section.name);
  if (!section || def === undefined || !structure.keys.every((keys) => hasKeys(def, keys))) return undefined;
  const mark = section.items?.find((item) => item.node !== item.mark)?.mark;
  const column = mark ? columnAt(doc, doc.startOf(mark)) : style.dashIndent;
  const edit = editIn(slot, structure.lines, column, doc.eol);
  const after = parseCase(applyEdits(doc.text, [edit]), doc);
  const added = (after.entry(section.name as string)?.items ?? []).filter(({ mark: dash }) =>
    isIn(after.startOf(dash), edit),
  );
  if (after.entries.length !== doc.entries.length || added.length !== structure.keys.length) return undefined;
  return isOnlyMore(doc, after, edit, (span, of) => of.text[of.startOf(span)] === '-') ? edit : undefined;
}

/** The list that the place lies in, or right below. */
function sectionAt(doc: CaseDocument, offset: number): Entry | undefined {
  return doc.entries.findLast(({ key }) => doc.startOf(key) < offset);
}

function insertFields(doc: CaseDocument, slot: Slot, structure: Structure): TextEdit | undefined {
  const [keys = []] = structure.keys;
  for (const column of columnsFor(doc, slot)) {
    const edit = editIn(slot, structure.lines, column, doc.eol);
    const after = parseCase(applyEdits(doc.text, [edit]), doc);
    const first = edit.start + slot.before.length + column;
    const place = placeInFields(CASE_FORMAT, after, first);
    if (place?.on !== 'key' || after.startOf(place.node) !== first) continue;
    const siblings = place.owner?.pairs.map(keyText) ?? after.entries.map(({ name }) => name);
    const fits = place.def === '' ? keys.every((key) => isKnown(FILE.keys, key)) : hasKeys(place.def, keys);
    const isTwice = keys.some((key) => siblings.indexOf(key) !== siblings.lastIndexOf(key));
    if (fits && !isTwice && isOnlyMore(doc, after, edit, () => true)) return edit;
  }
  return undefined;
}

/** The columns of the cursor and of the lines around it, the likeliest first. */
function columnsFor({ text }: CaseDocument, { start, end, column }: Slot): ReadonlySet<number> {
  const contentOf = (line: string) => /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
  const above = text.slice(0, start).trimEnd();
  const below = text.slice(end).replace(/^(?:[ \t]*\r?\n)+/, '');
  const aboveLine = above.slice(above.lastIndexOf('\n') + 1);
  const columns = [contentOf(below.slice(0, 200)), contentOf(aboveLine), contentOf(aboveLine) + 2];
  return new Set(
    column === undefined || (column === 0 && text !== '') ? [...columns, 0] : [column, ...columns],
  );
}

/** Is everything as it was, but for what stands in the edit? */
function isOnlyMore(
  before: CaseDocument,
  after: CaseDocument,
  edit: TextEdit,
  counts: (span: Span, of: CaseDocument) => boolean,
): boolean {
  if (after.problems.length > before.problems.length || after.conflicts.length > 0) return false;
  const replaced = { start: edit.start, end: edit.end };
  const skipIn =
    (of: CaseDocument, { start, end }: Selection) =>
    (span: Span) => {
      const at = of.startOf(span);
      return at >= start && at < end && counts(span, of);
    };
  const added = { start: edit.start, end: edit.start + edit.text.length };
  return sameList(contentsOf(before, skipIn(before, replaced)), contentsOf(after, skipIn(after, added)));
}

function isIn(offset: number, { start, text }: TextEdit): boolean {
  return offset >= start && offset < start + text.length;
}

function columnAt({ text }: CaseDocument, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
