/**
 * The one helper by which anything is put into a case file: it knows the file's indentation, list style,
 * quotes and line breaks, where in the schema's order a thing belongs, and where a person would put it.
 * Every result is a small text edit; comments and everything else stay as they are.
 */

import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { type CaseDocument, type Entry, type Item, itemsOf } from '../document.js';
import type { Fix, Message, TextEdit } from '../findings.js';
import type { CaseModel, Part, SectionName } from '../model.js';
import { SECTION_NAMES } from '../model.js';
import {
  descendants,
  isEmptyValue,
  keyText,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  type SeqNode,
  type Span,
  sourceOf,
} from '../tree.js';
import { textOf } from '../values.js';
import { idFrom } from '../words/ids.js';
import { isLanguage, type Language } from '../words/words.js';
import { inFlow, removal, type Stretch } from './removal.js';
import { renderFlow, renderItem, renderPair, renderScalar, type Style, type Value } from './render.js';
import { detectStyle } from './style.js';

export type Fields = { readonly [key: string]: Value | undefined };

/** Thrown where a file has no place for another section, being something else than fields one below another. */
export class NoRoom extends Error {
  constructor() {
    super('no room for a section');
  }
}

/** What `make` comes to; undefined where there is no room for it. */
export function whereThereIsRoom<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NoRoom) return undefined;
    throw error;
  }
}

const DOCUMENT_END = /^\.\.\.(?:\s|$)/m;

export class Draft {
  readonly doc: CaseDocument;
  private cachedStyle: Style | undefined;
  private cachedIds: ReadonlySet<string> | undefined;

  constructor(readonly model: CaseModel) {
    this.doc = model.document;
  }

  get style(): Style {
    this.cachedStyle ??= detectStyle(this.doc);
    return this.cachedStyle;
  }

  /** The language of the file's own text, in which snippets are inserted. */
  get language(): Language {
    const { language, jurisdiction } = this.model.case?.data ?? {};
    if (isLanguage(language)) return language;
    return jurisdiction === 'de' ? 'de' : 'nl';
  }

  fix(
    id: string,
    title: Message,
    edits: readonly TextEdit[],
    {
      safe = false,
      preferred = false,
      onlyHelps = false,
    }: Partial<Pick<Fix, 'safe' | 'preferred' | 'onlyHelps'>> = {},
  ): Fix {
    return {
      id,
      title: onlyHelps ? { key: 'fixes.only-helps', args: { title } } : title,
      edits: mergeEdits(edits),
      safe,
      preferred,
      onlyHelps,
    };
  }

  replace(span: Span, text: string): TextEdit {
    return { start: this.doc.startOf(span), end: this.doc.endOf(span), text };
  }

  /** Puts another value in the place of a scalar, in the same kind of quotes. */
  setScalar(node: Node, value: string | number | boolean): TextEdit {
    return this.replace(
      node,
      renderScalar(value, node.kind === 'scalar' ? node.style : undefined, this.style),
    );
  }

  /** Appends items to a top-level list, which is created in its place where it isn't there. */
  appendItems(section: SectionName, items: readonly Fields[]): TextEdit {
    const entry = this.doc.entry(section);
    if (!entry) return this.newSection(section, () => this.blockItems(items, this.style.dashIndent, false));
    // Where the list stands elsewhere, it is that one which goes on.
    const value = entry.value && this.doc.target(entry.value);
    if (value?.kind === 'seq' && value.flow && value.items.length > 0)
      return this.insertIntoFlow(value, items.map(renderFlow));
    const there = value?.kind === 'seq' ? itemsOf(value) : entry.items;
    const last = there?.at(-1);
    if (!last) {
      const lines = () => this.blockItems(items, this.style.dashIndent, false);
      if (value && (value.kind === 'seq' || isEmptyValue(value))) return this.fillEmpty(value, lines);
      // Something else than a list: it is kept, as the first of them.
      if (value && !sourceOf(value).includes('\n')) return this.replaceByList(value, items, 'last');
      // Below fields or a text of several lines no item can stand.
      if (value) throw new NoRoom();
      return this.afterLine(this.doc.endOf(entry.key), lines, false);
    }
    const column = this.columnAt(this.doc.startOf(last.mark));
    const apart = this.betweenItems(there);
    return this.afterLine(this.endOfItem(last), () => this.blockItems(items, column, apart), apart);
  }

  /** A top-level section of fields, such as `claim`. */
  insertSection(section: string, fields: Fields): TextEdit {
    return this.placeSection(section, () => renderPair(section, fields, 0, this.style));
  }

  /** A top-level field with a plain value. */
  insertPlain(section: string, value: string | number): TextEdit {
    return this.placeSection(section, () => `${section}: ${value}`);
  }

  /** Fields that stand alone where a list of them belongs: the same lines behind a dash. */
  wrapInList(node: MapNode): TextEdit | undefined {
    const start = this.doc.startOf(node);
    const end = this.doc.endOf(node);
    if (node.flow) return { start, end, text: `[${this.doc.text.slice(start, end)}]` };
    const column = this.columnAt(start);
    const lineStart = start - column;
    if (this.doc.text.slice(lineStart, start).trim() !== '') return undefined;
    const pad = ' '.repeat(this.style.itemIndent);
    const lines = this.doc.text.slice(lineStart, end).split('\n');
    const moved = lines.map((line, index) =>
      index === 0
        ? `${line.slice(0, column)}-${pad.slice(1)}${line.slice(column)}`
        : line.trim() === ''
          ? line
          : pad + line,
    );
    return { start: lineStart, end, text: moved.join('\n') };
  }

  /** The year on which the case is judged, as a start for a date that must be filled in. */
  referenceYear(): string {
    return /^\d{4}/.exec(String(this.model.case?.data.referenceDate ?? ''))?.[0] ?? '2026';
  }

  /** Adds a field where it belongs among its siblings, or puts its value where it stands empty. */
  setKey(owner: MapNode, def: string, key: string, value: Value): TextEdit {
    const pair = pairOf(owner, key);
    if (pair) return this.setValue(pair, key, value, owner);
    const order = SHAPES[def]?.keys.map((shape) => shape.name) ?? [];
    const rank = order.indexOf(key);
    const before = owner.pairs.findLast(
      (sibling) => indexIn(order, keyText(sibling)) < rank && indexIn(order, keyText(sibling)) >= 0,
    );
    if (owner.flow) return this.insertFlowPair(owner, before, `${key}: ${renderFlow(value)}`);
    const first = owner.pairs[0]?.key ?? owner;
    const column = this.columnAt(this.doc.startOf(first));
    const pad = ' '.repeat(column);
    const text = () => renderPair(key, value, column, this.style);
    if (before) return this.afterLine(this.endOfPair(before), () => pad + text(), false);
    const at = this.doc.startOf(first);
    return written(at, at, () => text() + this.style.eol + pad);
  }

  /** Adds several fields, as {@link setKey} does each; below the key where only `{}` stood behind it. */
  setKeys(owner: MapNode, def: string, fields: Fields, ownerKey?: Span): TextEdit[] {
    const entries = Object.entries(fields).filter(
      (field): field is [string, Value] => field[1] !== undefined,
    );
    if (!owner.flow || owner.pairs.length > 0)
      return entries.map(([key, value]) => this.setKey(owner, def, key, value));
    const end = this.doc.endOf(owner);
    const isLast = /^[ \t]*(?:#.*)?$/.test(this.doc.text.slice(end, this.lineEnd(end)));
    if (!ownerKey || !isLast || this.isInFlow(owner))
      return [this.replace(owner, renderFlow(fields as Value))];
    const column = this.columnAt(this.doc.startOf(ownerKey)) + this.style.indent;
    const pad = ' '.repeat(column);
    const lines = entries.map(([key, value]) => pad + renderPair(key, value, column, this.style));
    return [this.fillEmpty(owner, () => lines.join(this.style.eol))];
  }

  /** Do brackets stand around it? */
  private isInFlow({ unit, start, end }: Span): boolean {
    for (const node of descendants(unit.root)) {
      const isOpen = (node.kind === 'map' || node.kind === 'seq') && node.flow;
      if (isOpen && node.start < start && node.end > end) return true;
    }
    return false;
  }

  /**
   * Adds values to a list below a key, which is created where it isn't there. A list that stands
   * elsewhere may be that of others too: it stays as it is, and what it holds is written out here.
   */
  addToList(
    owner: MapNode,
    def: string,
    key: string,
    values: readonly Value[],
    where: 'first' | 'last' = 'last',
  ): TextEdit {
    const list = pairOf(owner, key)?.value;
    if (isEmptyValue(list)) return this.setKey(owner, def, key, [...values]);
    if (list?.kind !== 'seq') return this.replaceByList(list as Node, values, where);
    if (list.flow)
      return this.insertIntoFlow(
        list,
        values.map((value) => renderFlow(value)),
        where,
      );
    const dash = list.dashes[where === 'last' ? list.dashes.length - 1 : 0] ?? list.start;
    const column = this.columnAt(this.doc.base(list.unit) + dash);
    const lines = values
      .map((value) => renderItem(value, column, this.style))
      .join(this.style.eol + ' '.repeat(column));
    if (where === 'last')
      return this.afterLine(this.doc.endOf(list), () => ' '.repeat(column) + lines, false);
    const at = this.doc.base(list.unit) + dash;
    return { start: at, end: at, text: lines + this.style.eol + ' '.repeat(column) };
  }

  private replaceByList(value: Node, values: readonly Value[], where: 'first' | 'last'): TextEdit {
    const { text } = this.doc;
    const list = this.doc.target(value);
    const end = this.doc.endOf(value);
    // Others may name the value: its own name stays before it, not before the list.
    const named = this.doc.startOf(value);
    const start = value.anchor === undefined ? named : text.lastIndexOf(`&${value.anchor}`, named);
    const known =
      list?.kind === 'seq'
        ? list.items.flatMap((item) => (item ? [onOneLine(item)] : []))
        : [text.slice(start, named) + onOneLine(value)];
    const added = values.map(renderFlow);
    const all = where === 'last' ? [...known, ...added] : [...added, ...known];
    return { start, end, text: `[${all.join(', ')}]` };
  }

  /** Takes a field away, with its line; the comments on it and in it stay, see removal.ts. */
  removePair(owner: MapNode, pair: Pair): TextEdit {
    return removal(this.doc, this.style.eol, this.stretchOf(owner, pair));
  }

  /** The same with its comments, which may say what the field said. */
  removePairWhole(owner: MapNode, pair: Pair): TextEdit {
    return { ...this.stretchOf(owner, pair), text: '' };
  }

  private stretchOf(owner: MapNode, pair: Pair): Stretch {
    const index = owner.pairs.indexOf(pair);
    const start = this.doc.startOf(pair.key);
    const end = this.endOfPair(pair);
    if (owner.flow)
      return inFlow(
        owner.pairs.length,
        (at) => {
          const other = owner.pairs[at] as Pair;
          return { start: this.doc.startOf(other.key), end: this.endOfPair(other) };
        },
        index,
      );
    const next = owner.pairs[index + 1];
    const text = this.doc.text;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const alone = text.slice(lineStart, start).trim() === '';
    // The first field of a list item stands behind its dash: the next one moves up into its place.
    if (!alone) return { start, end: next ? this.doc.startOf(next.key) : end };
    const lineEnd = this.lineEnd(end);
    return { start: lineStart, end: Math.min(text.length, lineEnd + this.breakAt(lineEnd)) };
  }

  /** Takes an item out of the list below a key; with the only item the field goes too. */
  removeFromList(owner: MapNode, pair: Pair, index: number): TextEdit | undefined {
    const list = pair.value;
    if (list?.kind !== 'seq') return undefined;
    if (list.items.length === 1) return this.removePair(owner, pair);
    const items = list.items.filter((item) => item !== undefined);
    const item = list.items[index];
    if (!item || items.length < list.items.length) return undefined;
    if (list.flow) {
      const place = (at: number) => ({
        start: this.doc.startOf(items[at] as Node),
        end: this.doc.endOf(items[at] as Node),
      });
      return removal(this.doc, this.style.eol, inFlow(items.length, place, index));
    }
    const dash = this.doc.base(list.unit) + (list.dashes[index] ?? list.start);
    const lineEnd = this.lineEnd(this.doc.endOf(item));
    const lines = { start: dash - this.columnAt(dash), end: lineEnd + this.breakAt(lineEnd) };
    return removal(this.doc, this.style.eol, lines);
  }

  /** Takes a top-level section away, with its lines. */
  removeEntry(entry: Entry): TextEdit {
    const lineEnd = this.lineEnd(this.endOfEntry(entry));
    const start = this.doc.startOf(entry.key);
    // A key may have a question mark before it.
    const lines = { start: start - this.columnAt(start), end: lineEnd + this.breakAt(lineEnd) };
    return removal(this.doc, this.style.eol, lines);
  }

  /** Hands out ids that nothing in the file has, nor the same action: one giver for each action. */
  newIds(): (word: string) => string {
    this.cachedIds ??= this.takenIds();
    const taken = this.cachedIds;
    const given = new Set<string>();
    return (word) => {
      const base = idFrom(word, this.language) || 'item';
      let id = base;
      for (let n = 2; taken.has(id) || given.has(id); n++) id = `${base}-${n}`;
      given.add(id);
      return id;
    };
  }

  private takenIds(): Set<string> {
    const ids = new Set<string>();
    for (const name of SECTION_NAMES) {
      const section = this.model[name];
      for (const part of (Array.isArray(section) ? section : section ? [section] : []) as Part[]) {
        const { id, remedies } = (part.value ?? {}) as { id?: unknown; remedies?: unknown };
        ids.add(textOf(id));
        if (Array.isArray(remedies))
          for (const remedy of remedies) ids.add(textOf((remedy as { id?: unknown } | null)?.id));
      }
    }
    return ids;
  }

  private setValue(pair: Pair, key: string, value: Value, owner: MapNode): TextEdit {
    const column = this.columnAt(this.doc.startOf(pair.key));
    const text = owner.flow ? `${key}: ${renderFlow(value)}` : renderPair(key, value, column, this.style);
    const start = this.doc.startOf(pair.key);
    return { start, end: pair.value ? this.doc.endOf(pair.value) : this.endOfPair(pair), text };
  }

  private blockItems(items: readonly Fields[], column: number, apart: boolean): string {
    const { eol } = this.style;
    const pad = ' '.repeat(column);
    return items.map((item) => pad + renderItem(item, column, this.style)).join(apart ? eol + eol : eol);
  }

  /** Text on lines of its own below the line that holds the offset (and the comments that belong to it). */
  private afterLine(offset: number, text: () => string, apart: boolean): TextEdit {
    const at = this.lineEnd(offset);
    const { eol } = this.style;
    return written(at, at, () => eol + (apart ? eol : '') + text());
  }

  private newSection(section: SectionName, items: () => string): TextEdit {
    return this.placeSection(section, () => `${section}:${this.style.eol}${items()}`);
  }

  private placeSection(section: string, body: () => string): TextEdit {
    if (!this.hasRoom()) throw new NoRoom();
    const order: readonly string[] = SECTIONS.map(({ name }) => name);
    const rank = order.indexOf(section);
    const { entries } = this.doc;
    const before = entries.findLast(
      (entry) => indexIn(order, entry.name) >= 0 && indexIn(order, entry.name) < rank,
    );
    const apart = this.sectionsApart();
    const first = entries[0];
    const { eol } = this.style;
    // The whole file may be indented.
    const column = first ? this.columnAt(this.doc.startOf(first.key)) : 0;
    const pad = ' '.repeat(column);
    const lines = column === 0 ? body : () => body().replaceAll(/\n(?=.)/g, `\n${pad}`);
    if (before) return this.afterLine(this.endOfEntry(before), () => pad + lines(), apart);
    if (!first) {
      const end = this.doc.text.length;
      const needsBreak = end > 0 && !this.doc.text.endsWith('\n');
      return written(end, end, () => (needsBreak ? eol : '') + body() + eol);
    }
    const at = this.doc.startOf(first.key);
    return written(at, at, () => lines() + eol + (apart ? eol : '') + pad);
  }

  /** Is the file one of lines, each with a field, or empty? In braces, behind a mark or beside a list nothing fits. */
  private hasRoom(): boolean {
    const [first] = this.doc.entries;
    if (!first) return this.doc.units.every(({ unit }) => !unit.root) && !DOCUMENT_END.test(this.doc.text);
    const start = this.doc.startOf(first.key);
    const { root } = first.key.unit;
    const isFlow = root?.kind === 'map' && root.flow;
    return !isFlow && this.doc.text.slice(start - this.columnAt(start), start).trim() === '';
  }

  /** Offset behind the last thing that belongs to a section. */
  endOfEntry(entry: Entry): number {
    const last = entry.items?.at(-1);
    return last ? this.endOfItem(last) : this.pastComments(this.doc.endOf(entry.value ?? entry.key), 0);
  }

  private endOfItem({ node, mark }: Item): number {
    return this.pastComments(this.doc.endOf(node ?? mark), this.columnAt(this.doc.startOf(mark)));
  }

  private endOfPair(pair: Pair): number {
    if (pair.value) return this.doc.endOf(pair.value);
    const end = this.doc.endOf(pair.key);
    // Between brackets a field may stand without its colon.
    return end + (/^[ \t]*:/.exec(this.doc.text.slice(end, end + 200))?.[0].length ?? 0);
  }

  /** Comments right below an item, indented further than its dash, belong to it. */
  private pastComments(offset: number, column: number): number {
    const { text } = this.doc;
    let end = offset;
    for (;;) {
      const next = text.indexOf('\n', end) + 1;
      if (next === 0) return end;
      const comment = /^( +)#[^\r\n]*/.exec(text.slice(next, this.lineEnd(next)));
      if (!comment || (comment[1] as string).length <= column) return end;
      end = next + comment[0].length;
    }
  }

  /** Lines below the key in the place of `[]`, `{}` or `~`; a comment behind it stays on the line of the key. */
  private fillEmpty(empty: Span, lines: () => string): TextEdit {
    const { text } = this.doc;
    const start = text.slice(0, this.doc.startOf(empty)).trimEnd().length;
    const end = this.lineEnd(this.doc.endOf(empty));
    const comment = text.slice(this.doc.endOf(empty), end).trimEnd();
    return written(start, end, () => comment + this.style.eol + lines());
  }

  private insertIntoFlow(
    list: SeqNode,
    values: readonly string[],
    where: 'first' | 'last' = 'last',
  ): TextEdit {
    const items = list.items.filter((item) => item !== undefined);
    const text = values.join(', ');
    if (items.length === 0) return this.replace(list, `[${text}]`);
    const at = where === 'last' ? this.doc.endOf(items.at(-1) as Node) : this.doc.startOf(items[0] as Node);
    return { start: at, end: at, text: where === 'last' ? `, ${text}` : `${text}, ` };
  }

  private insertFlowPair(owner: MapNode, before: Pair | undefined, text: string): TextEdit {
    if (before) {
      const at = this.endOfPair(before);
      return { start: at, end: at, text: `, ${text}` };
    }
    const at = this.doc.startOf(owner) + 1;
    return { start: at, end: at, text: owner.pairs.length > 0 ? `${text}, ` : text };
  }

  columnAt(offset: number): number {
    return offset - (this.doc.text.lastIndexOf('\n', offset - 1) + 1);
  }

  /** Before the line break, as YAML counts lines: a lone CR is none. */
  private lineEnd(offset: number): number {
    const { text } = this.doc;
    const newline = text.indexOf('\n', offset);
    if (newline === -1) return text.length;
    return text[newline - 1] === '\r' ? newline - 1 : newline;
  }

  private breakAt(offset: number): number {
    if (this.doc.text[offset] === '\r') return 2;
    return this.doc.text[offset] === '\n' ? 1 : 0;
  }

  /** Do blank lines stand between the items of the list? */
  private betweenItems(items: readonly Item[] = []): boolean {
    const [first, second] = items.slice(-2);
    if (!first || !second || !first.node) return false;
    return /\n[ \t]*\r?\n/.test(
      this.doc.text.slice(this.doc.endOf(first.node), this.doc.startOf(second.mark)),
    );
  }

  private sectionsApart(): boolean {
    const { entries, text } = this.doc;
    return entries.slice(1, 40).some((entry) => {
      const lineStart = text.lastIndexOf('\n', this.doc.startOf(entry.key) - 1);
      const above = text.slice(text.lastIndexOf('\n', lineStart - 1) + 1, Math.max(0, lineStart));
      return lineStart > 0 && above.trim() === '';
    });
  }
}

/**
 * An edit whose text is written when somebody reads it: most fixes are only named (a menu, most reports), and writing YAML
 * costs more than finding out what is to be written. An own property, so that a copy of the edit has the text.
 */
function written(start: number, end: number, write: () => string): TextEdit {
  let known: string | undefined;
  return {
    start,
    end,
    get text() {
      known ??= write();
      return known;
    },
  };
}

function onOneLine(node: Node): string {
  return node.kind === 'scalar' ? renderFlow(node.value ?? '') : sourceOf(node);
}

function indexIn(order: readonly string[], name: string | undefined): number {
  return name === undefined ? -1 : order.indexOf(name);
}

/** In the order of the text; insertions at one place become one, in the order in which they were given. */
export function mergeEdits(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.index - b.index);
  const merged: TextEdit[] = [];
  for (const { edit } of sorted) {
    const last = merged.at(-1);
    if (last && last.start === edit.start && last.end === last.start && edit.end === edit.start) {
      merged[merged.length - 1] = written(last.start, last.end, () => last.text + edit.text);
    } else merged.push(edit);
  }
  return merged;
}

/** The text after the edits, which must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new RangeError('edits overlap');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
