/**
 * The case as rules see it: sections of typed items, each with its node. Items whose text did not change are
 * the same objects as in the version before, and a section in which nothing changed is the same list: that is
 * how a rule knows that it need not run again.
 */

import type * as types from '../generated/case-types.js';
import { SECTIONS } from '../generated/shape.js';
import { type AliasReport, judgeAliases } from './aliases.js';
import type { CaseDocument, Entry } from './document.js';
import { Kept, ROOM } from './kept.js';
import { firstWord, lineAround } from './parse/lines.js';
import { type SchemaIssue, schemaIssues, withoutIssues } from './schema/issues.js';
import { slipsAmong } from './schema/slips.js';
import type { Node, Span, Unit } from './tree.js';
import { fieldOf, ValueReader } from './values.js';

/** What is left of a type when any part of it may be missing or was unreadable. */
export type Loose<T> = T extends readonly (infer U)[]
  ? readonly (Loose<U> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Loose<T[K]> | undefined }
    : T;

export interface Part<T = unknown> {
  readonly section: SectionName;
  readonly def: string;
  readonly node: Node | undefined;
  /** Where to speak of the item as a whole: the value of its id, else its first key, else its dash or key. */
  readonly place: Span;
  readonly value: unknown;
  /** Without what the schema found wrong. Use {@link isAbsent} to tell 'not there' from 'unreadable'. */
  readonly data: Loose<T>;
  readonly issues: readonly SchemaIssue[];
}

export interface Sections {
  readonly case: Part<types.CaseInfo> | undefined;
  readonly persons: readonly Part<types.Person>[];
  readonly timeline: readonly Part<types.Event>[];
  readonly procedures: readonly Part<types.Procedure>[];
  readonly circumstances: readonly Part<types.Circumstance>[];
  readonly claim: Part<types.Claim> | undefined;
  readonly letters: readonly Part<types.Letter>[];
  readonly documents: readonly Part<types.Document>[];
  readonly arguments: readonly Part<types.Argument>[];
  readonly counterArguments: readonly Part<types.CounterArgument>[];
}

export type SectionName = keyof Sections;

/** The top level: which fields are there, in which order, and which can't be read. */
export interface Root {
  readonly keys: readonly RootKey[];
  readonly unreadable: ReadonlySet<string>;
  readonly isEmpty: boolean;
  /** A root that is a list or a text instead of fields. */
  readonly odd: Node | undefined;
  readonly top: Span;
}

export interface RootKey {
  readonly name: string | undefined;
  readonly at: Span;
  /** As in {@link Entry}: a list that is cut into items is none of it, or each item's change would be one of the root. */
  readonly value: Node | undefined;
}

/** Everything that a rule may name in `reads`. */
export interface CaseModel extends Sections {
  readonly root: Root;
  readonly document: CaseDocument;
  readonly aliases: AliasReport;
}

export type Slice = keyof CaseModel;

export type Person = Part<types.Person>;
export type Procedure = Part<types.Procedure>;
export type Circumstance = Part<types.Circumstance>;
export type Letter = Part<types.Letter>;
export type Event = Part<types.Event>;

export const SECTION_NAMES = SECTIONS.filter((section) => section.def !== null).map(
  (section) => section.name,
) as SectionName[];

const SECTION_KEYS = SECTIONS.map(({ name }) => name);

/** Parts by the node they were made from: a node belongs to one unit, and a unit outlives versions. */
const madeFrom = new Kept<Node, Part>();

export function buildModel(doc: CaseDocument, previous?: CaseModel): CaseModel {
  const aliases = judgeAliases(doc);
  const cycles = new Set<Node>(aliases.cycles);
  const reader = new ValueReader(doc, cycles);
  const sections: Record<string, unknown> = {};
  for (const { name, def, list } of SECTIONS) {
    if (def === null) continue;
    const entry = readable(doc, name, cycles);
    const parts = entry
      ? partsOf({ doc, reader, aliases, section: name as SectionName, def, list }, entry)
      : [];
    const before = previous?.[name as SectionName];
    if (list) sections[name] = Array.isArray(before) && sameItems(before, parts) ? before : parts;
    else sections[name] = parts[0];
  }
  const root = rootOf(doc, cycles, previous?.root);
  return {
    ...(sections as unknown as Sections),
    root,
    document: doc,
    aliases,
  };
}

/** The section's entry, but where an alias stands in its place that leads into itself. */
function readable(doc: CaseDocument, name: string, cycles: ReadonlySet<Node>): Entry | undefined {
  const entry = doc.entry(name);
  return entry?.value && cycles.has(entry.value) ? undefined : entry;
}

interface Making {
  readonly doc: CaseDocument;
  readonly reader: ValueReader;
  readonly aliases: AliasReport;
  readonly section: SectionName;
  readonly def: string;
  readonly list: boolean;
}

function partsOf(making: Making, entry: Entry): Part[] {
  if (!making.list)
    return entry.value?.kind === 'map' || entry.value?.kind === 'alias'
      ? [partOf(making, entry.value, entry.key)]
      : [];
  const items = entry.items ?? aliasedItems(making.doc, entry);
  return items.map((item) => partOf(making, item.node, item.mark));
}

function aliasedItems(doc: CaseDocument, entry: Entry): { node: Node | undefined; mark: Span }[] {
  const target = entry.value && doc.target(entry.value);
  return target?.kind === 'seq' ? target.items.map((node) => ({ node, mark: node ?? target })) : [];
}

function partOf(making: Making, node: Node | undefined, mark: Span): Part {
  const known = node && !node.unit.hasAlias ? madeFrom.get(node) : undefined;
  if (known && known.def === making.def) return known;
  const { doc, section, def, list } = making;
  const isTooMuch = making.aliases.tooMuch && node?.unit.hasAlias;
  const value = isTooMuch ? {} : making.reader.read(node);
  const issues = isTooMuch ? [] : schemaIssues({ doc, def, node, value, fallback: mark, inList: list });
  const clean = withoutIssues(value, issues);
  const data = (
    typeof clean === 'object' && clean !== null && !Array.isArray(clean) ? clean : {}
  ) as Loose<unknown>;
  const part: Part = {
    section,
    def,
    node,
    place: list ? placeOf(doc, node, mark) : mark,
    value,
    data,
    issues,
    ...ROOM,
  };
  if (node && !node.unit.hasAlias) madeFrom.set(node, part);
  return part;
}

function placeOf(doc: CaseDocument, node: Node | undefined, mark: Span): Span {
  const target = node && doc.target(node);
  if (target?.kind !== 'map') return target ?? mark;
  const id = fieldOf(doc, target, 'id')?.value;
  return id?.kind === 'scalar' ? id : (target.pairs[0]?.key ?? mark);
}

function rootOf(doc: CaseDocument, cycles: ReadonlySet<Node>, previous: Root | undefined): Root {
  const keys = doc.entries.map(({ name, key, value }) => ({ name, at: key, value }));
  const unreadable = new Set<string>();
  for (const { name, list, def } of SECTIONS) {
    const entry = doc.entry(name);
    if (!entry || def === null) continue;
    if (!hasShape(doc, entry, list) || !readable(doc, name, cycles)) unreadable.add(name);
  }
  // A file that can't be split into fields, or whose text was refused, is unknown in every section.
  if (doc.oddRoot || doc.units.some(({ unit, kind }) => kind === 'whole' && isRefused(unit)))
    for (const { name } of SECTIONS) unreadable.add(name);
  let section = '';
  for (const { unit, kind } of doc.units) {
    if (kind !== 'item') section = firstWord(unit.text, lineAround(unit.text, 0));
    if (isRefused(unit)) unreadable.add(section);
  }
  // A line that was left out at the top level may have been any section.
  for (const { unit } of doc.units)
    for (const { start, words } of unit.holes)
      if (beginsLine(unit.text, start) && words[0]) unreadable.add(words[0]);
  // Nor is a section known whose name may be a slip of it.
  for (const name of slipsAmong(
    doc.entries.map((entry) => entry.name),
    SECTION_KEYS,
  ))
    unreadable.add(name);
  // What stands behind a line end that is none to YAML is there, though nobody has read it.
  const isOld = doc.oldLineEnd !== -1;
  if (isOld) for (const [, name = ''] of doc.text.matchAll(/\r(?!\n)(\w+) *:/g)) unreadable.add(name);
  const isEmpty =
    doc.entries.length === 0 && doc.oddRoot === undefined && doc.problems.length === 0 && !isOld;
  // Every rule depends on what is unreadable: another set only where there is another answer.
  const known = previous && sameSet(previous.unreadable, unreadable) ? previous.unreadable : unreadable;
  const root = { keys, unreadable: known, isEmpty, odd: doc.oddRoot, top: doc.top };
  return previous && sameRoot(previous, root) ? previous : root;
}

/** Is the value of a section what it should be: a list, or fields? */
export function hasShape(doc: CaseDocument, { value, items }: Entry, list: boolean): boolean {
  const target = value && doc.target(value);
  return list ? items !== undefined || target?.kind === 'seq' : target?.kind === 'map';
}

/** Nothing in it could be read. */
function isRefused({ root, problems }: Unit): boolean {
  return root === undefined && problems.length > 0;
}

function beginsLine(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n';
}

function sameItems(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((item, index) => item === now[index]);
}

function sameSet(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return before.size === now.size && [...before].every((name) => now.has(name));
}

function sameSpan(a: Span, b: Span): boolean {
  return a.unit === b.unit && a.start === b.start && a.end === b.end;
}

function sameRoot(before: Root, now: Root): boolean {
  return (
    before.isEmpty === now.isEmpty &&
    before.odd === now.odd &&
    sameSpan(before.top, now.top) &&
    before.unreadable === now.unreadable &&
    before.keys.length === now.keys.length &&
    before.keys.every((key, index) => key.at === now.keys[index]?.at && key.value === now.keys[index]?.value)
  );
}
