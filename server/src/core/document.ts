/**
 * A case file as text, cut into units, each with its light tree. Immutable; the next version reuses every
 * unit whose text is unchanged, so that an edit costs the parsing of the unit it falls in.
 */

import { type BlockKind, findBlocks } from './blocks.js';
import { type Conflict, findConflicts, firstSides } from './conflicts.js';
import { parseUnit } from './parse/unit.js';
import { atOnce } from './steps.js';
import { type Eol, eolOf, LineIndex, type Range } from './text.js';
import {
  descendants,
  keyText,
  type Node,
  type Pair,
  type Span,
  type SyntaxProblem,
  type Unit,
} from './tree.js';

export interface Placed {
  readonly unit: Unit;
  readonly kind: BlockKind;
  readonly start: number;
}

/** A field at the top level of the file. */
export interface Entry {
  readonly name: string | undefined;
  readonly key: Node;
  /** Undefined where nothing stands behind the colon, and for a list that is cut into {@link items}. */
  readonly value: Node | undefined;
  readonly items: readonly Item[] | undefined;
}

export interface Item {
  readonly node: Node | undefined;
  /** The item's dash; in a `[…]` list the item itself. */
  readonly mark: Span;
}

/** Larger texts are no case files: they are refused with a finding instead of being read for many seconds. */
export const MAX_LENGTH = 20_000_000;
/** The same of more sections and list items than any case has. */
const MAX_BLOCKS = 200_000;
/** How many characters are parsed between two chances to pause. */
const STRIDE = 20_000;

export class CaseDocument {
  private index: LineIndex | undefined;
  private starts: Map<Unit, number> | undefined;
  private anchorTable: Map<string, Node[]> | undefined;

  constructor(
    readonly text: string,
    readonly units: readonly Placed[],
    readonly entries: readonly Entry[],
    /** What the whole file's root is, where it isn't fields. */
    readonly oddRoot: Node | undefined,
    readonly conflicts: readonly Conflict[],
    readonly problems: readonly (SyntaxProblem & { readonly unit: Unit })[],
  ) {}

  get lines(): LineIndex {
    this.index ??= new LineIndex(this.text);
    return this.index;
  }

  get eol(): Eol {
    return eolOf(this.text);
  }

  /** Was the text refused whole, since it is too large or no text? Then there is nothing to say of any place in it. */
  get isRefused(): boolean {
    return this.units.length === 1 && this.problems.some(({ kind }) => REFUSALS.has(kind));
  }

  /** Offset in the file at which a unit of this document begins. */
  base(unit: Unit): number {
    this.starts ??= new Map(this.units.map((placed) => [placed.unit, placed.start]));
    return this.starts.get(unit) ?? 0;
  }

  /** The unit in which an offset of the file lies. */
  unitAt(offset: number): Placed | undefined {
    let low = 0;
    let high = this.units.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.units[middle] as Placed).start <= offset) low = middle + 1;
      else high = middle;
    }
    return this.units[low - 1];
  }

  startOf(span: Span): number {
    return this.base(span.unit) + span.start;
  }

  endOf(span: Span): number {
    return this.base(span.unit) + span.end;
  }

  /** The offsets at which to show it: of what runs over several lines, the first one. */
  spot(span: Span): { readonly start: number; readonly end: number } {
    const start = this.startOf(span);
    const lineEnd = this.lines.lineEnd(this.lines.lineAt(start));
    return { start, end: Math.max(start, Math.min(this.endOf(span), lineEnd)) };
  }

  /** The place to show, see {@link spot}. */
  range(span: Span): Range {
    const { start, end } = this.spot(span);
    return this.lines.range(start, end);
  }

  entry(name: string): Entry | undefined {
    return this.entries.find((entry) => entry.name === name);
  }

  /** The place to speak of the file as a whole: its first key; the first position of an empty file. */
  get top(): Span {
    const first = this.entries[0]?.key;
    if (first) return first;
    const unit = this.units[0]?.unit ?? EMPTY;
    const length = unit.root ? Math.min(unit.root.end, unit.root.start + 1) : 0;
    return { unit, start: unit.root?.start ?? 0, end: length };
  }

  /** The node that an alias stands for: the nearest one before it with that anchor. */
  target(alias: Node): Node | undefined {
    if (alias.kind !== 'alias') return alias;
    this.anchorTable ??= this.collectAnchors();
    const named = this.anchorTable.get(alias.name) ?? [];
    const at = this.startOf(alias);
    // They are in the order of the text, and may be many.
    let low = 0;
    let high = named.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(named[middle] as Node) < at) low = middle + 1;
      else high = middle;
    }
    return named[low - 1];
  }

  private collectAnchors(): Map<string, Node[]> {
    const table = new Map<string, Node[]>();
    for (const { unit } of this.units) {
      if (!unit.text.includes('&')) continue;
      for (const node of descendants(unit.root)) {
        if (node.anchor === undefined) continue;
        const same = table.get(node.anchor);
        if (same) same.push(node);
        else table.set(node.anchor, [node]);
      }
    }
    return table;
  }
}

const EMPTY: Unit = {
  text: '',
  root: undefined,
  problems: [],
  holes: [],
  comments: [],
  hasAlias: false,
  documents: 1,
};

/** Parses at one go. */
export function parseCase(text: string, previous?: CaseDocument): CaseDocument {
  return atOnce(parseSteps(text, previous));
}

/** Parses in steps: the caller may pause between them, or drop the work when a newer version is there. */
export function* parseSteps(text: string, previous?: CaseDocument): Generator<void, CaseDocument> {
  const nul = text.indexOf('\0');
  if (nul !== -1) return unread(text, { kind: 'binary', start: nul, end: nul + 1 });
  if (text.length > MAX_LENGTH) return unread(text, TOO_LARGE);
  const conflicts = text.includes('<<<<<<<') || text.includes('>>>>>>>') ? findConflicts(text) : [];
  const source = conflicts.length > 0 ? firstSides(text, conflicts) : text;
  const blocks = findBlocks(source);
  if (blocks.length > MAX_BLOCKS) return unread(text, TOO_LARGE);
  const texts = blocks.map(({ start, end }) => source.slice(start, end));
  const known = knownUnits(texts, previous);
  const units: Placed[] = [];
  let parsed = 0;
  for (const [index, { kind, start }] of blocks.entries()) {
    const own = texts[index] as string;
    const unit = known[index] ?? parseUnit(previous ? detached(own) : own);
    if (!fits(unit, kind)) {
      const [whole] = knownUnits([source], previous);
      units.splice(0, units.length, { unit: whole ?? parseUnit(source), kind: 'whole', start: 0 });
      break;
    }
    units.push({ unit, kind, start });
    if (known[index]) continue;
    parsed += own.length;
    if (parsed > STRIDE) {
      parsed = 0;
      yield;
    }
  }
  if (units.length === 0) units.push({ unit: EMPTY, kind: 'whole', start: 0 });
  return assemble(text, units, conflicts);
}

const TOO_LARGE: SyntaxProblem = { kind: 'too-large', start: 0, end: 0 };
const REFUSALS: ReadonlySet<string> = new Set(['binary', TOO_LARGE.kind]);

/**
 * A document whose text is not looked into (binary, oversized): one unit without a tree, in which places count from the
 * start. What is wrong with it is said once.
 */
export function unread(text: string, problem?: SyntaxProblem): CaseDocument {
  const unit: Unit = { ...EMPTY, text, problems: problem ? [problem] : [] };
  const problems = problem ? [{ ...problem, unit }] : [];
  return new CaseDocument(text, [{ unit, kind: 'whole', start: 0 }], [], undefined, [], problems);
}

/** A cut that turns out to be wrong (an item that is no list item) is taken back: the text is then one block. */
function fits(unit: Unit, kind: BlockKind): boolean {
  if (!unit.root) return true;
  if (kind === 'item') return unit.root.kind === 'seq';
  if (kind === 'header' || kind === 'entry') return unit.root.kind === 'map';
  return true;
}

/** A copy that doesn't keep the whole text of its version alive, as a slice of it would. */
function detached(slice: string): string {
  return `${slice}\0`.slice(0, -1);
}

/**
 * For each text the unit of the previous version that has it, each at most once. What an edit leaves alone stands before
 * and behind it in the same order: only what is left between is looked up by a table.
 */
function knownUnits(texts: readonly string[], previous: CaseDocument | undefined): (Unit | undefined)[] {
  if (!previous) return [];
  const { units } = previous;
  const known: (Unit | undefined)[] = new Array(texts.length).fill(undefined);
  const most = Math.min(texts.length, units.length);
  const unitAt = (index: number) => (units[index] as Placed).unit;
  let start = 0;
  for (; start < most && unitAt(start).text === texts[start]; start++) known[start] = unitAt(start);
  let end = 0;
  for (; end < most - start; end++) {
    const unit = unitAt(units.length - 1 - end);
    if (unit.text !== texts[texts.length - 1 - end]) break;
    known[texts.length - 1 - end] = unit;
  }
  const byText = new Map<string, Unit[]>();
  for (let index = start; index < units.length - end; index++) {
    const unit = unitAt(index);
    const same = byText.get(unit.text);
    if (same) same.push(unit);
    else byText.set(unit.text, [unit]);
  }
  for (let index = start; index < texts.length - end; index++)
    known[index] = byText.get(texts[index] as string)?.shift();
  return known;
}

function assemble(text: string, units: readonly Placed[], conflicts: readonly Conflict[]): CaseDocument {
  const entries: Entry[] = [];
  const problems: (SyntaxProblem & { unit: Unit })[] = [];
  let items: Item[] | undefined;
  let oddRoot: Node | undefined;
  for (const { unit, kind } of units) {
    for (const problem of unit.problems) problems.push({ ...problem, unit });
    if (unit.documents > 1) problems.push({ ...secondDocument(unit), unit });
    const { root } = unit;
    if (kind === 'item') items?.push(...itemsOf(root));
    else if (root?.kind === 'map') {
      items = kind === 'header' ? [] : undefined;
      for (const pair of root.pairs) entries.push(entryOf(pair, items));
    } else {
      // Below a key that couldn't be read are no items of the list above it.
      if (kind === 'header' || kind === 'entry') items = undefined;
      if (root) oddRoot ??= root;
    }
  }
  return new CaseDocument(text, units, entries, oddRoot, conflicts, problems);
}

function entryOf(pair: Pair, items: Item[] | undefined): Entry {
  const own = pair.value?.kind === 'seq' ? itemsOf(pair.value) : undefined;
  return { name: keyText(pair), key: pair.key, value: pair.value, items: own ?? items };
}

export function itemsOf(node: Node | undefined): Item[] {
  if (node?.kind !== 'seq') return [];
  const { unit } = node;
  return node.items.map((item, index) => {
    const dash = node.dashes[index];
    const mark = dash !== undefined ? { unit, start: dash, end: dash + 1 } : (item ?? node);
    return { node: item, mark };
  });
}

function secondDocument(unit: Unit): SyntaxProblem {
  const marks = [...unit.text.matchAll(/^(?:---|\.\.\.)(?=\s|$)/gm)];
  const second = marks.find((mark) => unit.text.slice(0, mark.index).trim() !== '') ?? marks[0];
  const start = second?.index ?? 0;
  return { kind: 'two-documents', start, end: start + 3 };
}
