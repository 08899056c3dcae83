/** From a place in the text up to the file, by indentation alone: what it belongs to, and what stands beside it. */

import type { CaseDocument } from '../../core/document.js';
import { keyText } from '../../core/tree.js';
import type { Format } from '../formats.js';
import { ITEM, type Step } from './flow.js';
import { type Key, type Line, type Mark, readLines } from './lines.js';

export interface Scene {
  readonly doc: CaseDocument;
  readonly format: Format;
  readonly text: string;
  readonly offset: number;
  /** Those of the stretch that the parser reads by itself: a section, or one item of a list. */
  readonly lines: readonly Line[];
  /** The cursor's own, among them. */
  readonly line: number;
  /** The field that an item's list belongs to, which stands above. */
  readonly section: Key | undefined;
}

export function sceneAt(doc: CaseDocument, format: Format, offset: number): Scene {
  const { text, units, lines: index } = doc;
  const own = index.lineAt(offset);
  const found = Math.max(
    0,
    units.findLastIndex(({ start }) => start <= index.lineStart(own)),
  );
  const next = units[found + 1];
  const first = index.lineAt(units[found]?.start ?? 0);
  const last = next ? index.lineAt(next.start) - 1 : index.lineCount - 1;
  const header = units.findLast(({ kind }, at) => at <= found && kind === 'header')?.unit.root;
  const pair = units[found]?.kind === 'item' && header?.kind === 'map' ? header.pairs.at(-1) : undefined;
  const name = pair && keyText(pair);
  return {
    doc,
    format,
    text,
    offset,
    lines: readLines(text, index, first, last),
    line: own - first,
    section: name === undefined ? undefined : { ...SECTION, name },
  };
}

const SECTION: Key = { kind: 'key', column: 0, start: 0, end: 0, colon: 0, name: '', value: undefined };

export interface Climbed {
  readonly steps: readonly Step[];
  /** The other fields beside the place, with what stands behind their colon on the line. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Column of what holds the place directly; -1 for the file. */
  readonly holder: number;
  /** Nothing stands between the place and what holds it. */
  readonly isFirst: boolean;
}

interface From {
  /** Index of the line among the scene's. */
  readonly line: number;
  /** Does a dash stand (or is it to stand) at the column, or a field? */
  readonly as: 'dash' | 'key';
  readonly column: number;
  /** What stands on the line to the left of the place. */
  readonly left: readonly Mark[];
}

/** Undefined where nothing can stand at this column. */
export function climb(scene: Scene, { line, as, column, left }: From): Climbed | undefined {
  const steps: Step[] = [];
  const siblings = new Map<string, string>();
  let isDash = as === 'dash';
  let at = column;
  // Of the marks that belong below the same holder the uppermost: all its content begins at one column.
  let first: number | undefined;
  let holder = -1;
  let isFirst = true;
  for (const mark of marksAbove(scene, line, left)) {
    const holds = isDash ? mark.kind !== 'dash' && mark.column <= at : mark.column < at;
    if (!holds) {
      // Brackets or a text at the place of fields: the holder has its content already.
      if (mark.kind === 'word' && mark.column === at && mark.value.kind !== 'plain') return undefined;
      first = mark.column;
      if (steps.length === 0) isFirst = false;
      if (mark.kind === 'key' && mark.column === at && steps.length === 0)
        siblings.set(mark.name, valueText(scene, mark));
      continue;
    }
    if (first !== undefined && first !== at) return undefined;
    if (mark.kind === 'word' || (mark.kind === 'key' && mark.value) || (isDash && mark.kind === 'dash'))
      return undefined;
    if (steps.length === 0) holder = mark.column;
    steps.push(mark.kind === 'key' ? mark.name : ITEM);
    isDash = mark.kind === 'dash';
    at = mark.column;
    first = undefined;
  }
  if (isDash || (first !== undefined && first !== at)) return undefined;
  for (const [name, value] of siblingsBelow(scene, line, as, column)) siblings.set(name, value);
  return { steps: steps.reverse(), siblings, holder, isFirst };
}

/** From the place upwards: what stands to its left, then each line above from its end to its beginning. */
function* marksAbove({ lines, section }: Scene, line: number, left: readonly Mark[]): Generator<Mark> {
  yield* left.toReversed();
  for (let at = line - 1; at >= 0; at--) yield* (lines[at] as Line).marks.toReversed();
  if (section) yield section;
}

function* siblingsBelow(
  scene: Scene,
  line: number,
  as: From['as'],
  column: number,
): Generator<[string, string]> {
  if (as === 'dash') return;
  for (const { marks } of scene.lines.slice(line + 1)) {
    const [mark] = marks;
    if (!mark || mark.column > column) continue;
    if (mark.column < column) return;
    if (mark.kind === 'key') yield [mark.name, valueText(scene, mark)];
  }
}

/** As many lines as an item may take before its fields are known well enough. */
const FURTHER = 60;

/** The fields that stand on the lines below the cursor's: of a list those of its first item. */
export function namesBelow({ doc, text, offset }: Scene): readonly string[] {
  const names: string[] = [];
  const next = doc.lines.lineAt(offset) + 1;
  const last = Math.min(next + FURTHER, doc.lines.lineCount - 1);
  let column: number | undefined;
  for (const { marks } of readLines(text, doc.lines, next, last)) {
    const key = marks.find((mark) => mark.kind === 'key');
    if (column !== undefined && (marks[0]?.column ?? column) < column) break;
    column ??= key?.column;
    if (key && key.column === column) names.push(key.name);
  }
  return names;
}

function valueText({ text }: Scene, { value }: Key): string {
  return value ? unquoted(text.slice(value.start, value.end)) : '';
}

export function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

/** The items of a list of plain values around a line: those at the same column, up to where the list ends. */
export function itemsAround(scene: Scene, line: number, column: number): readonly string[] {
  const { lines, text } = scene;
  const found: string[] = [];
  for (const step of [-1, 1]) {
    for (let at = line + step; lines[at]; at += step) {
      const [mark, behind] = (lines[at] as Line).marks;
      if (!mark || mark.column > column) continue;
      if (mark.kind !== 'dash' || mark.column < column) break;
      if (behind?.kind === 'word') found.push(unquoted(text.slice(behind.value.start, behind.value.end)));
    }
  }
  return found;
}
