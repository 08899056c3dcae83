/** What may be written at a cursor, by the lines around it: nothing inside prose, and nothing that would not fit. */

import type { CaseDocument } from '../../core/document.js';
import type { Style } from '../../core/edits/render.js';
import { type Format, shapeOf } from '../formats.js';
import { type Climbed, climb, itemsAround, namesBelow, type Scene, sceneAt, unquoted } from './climb.js';
import type { Step } from './flow.js';
import { flowSites } from './flow-sites.js';
import { type Dash, type Key, type Line, nextContent, type Word } from './lines.js';
import {
  type Expected,
  expectedAt,
  fieldsIn,
  fieldsInstead,
  type Held,
  type KeySite,
  type Site,
  type Spot,
} from './site.js';
import { ruleSites } from './suppression-sites.js';

/** @param style in which the document is written */
export function sitesAt(
  document: CaseDocument,
  format: Format,
  style: Style,
  offset: number,
): readonly Site[] {
  const scene = sceneAt(document, format, offset);
  const line = scene.lines[scene.line];
  if (!line) return [];
  if (line.comment !== undefined && offset > line.comment) return ruleSites(scene, line.comment);
  if (line.within) return line.within.kind === 'flow' ? flowSites(scene, line.within) : [];
  const mark = line.marks.at(-1);
  const reader = new Reader(scene, line, style);
  if (!mark) return reader.blank();
  if (mark.kind === 'dash') return reader.dash(mark);
  if (mark.value?.kind === 'flow' && offset > mark.value.start && offset <= mark.value.end)
    return flowSites(scene, mark.value);
  return mark.kind === 'key' ? reader.key(mark) : reader.word(mark);
}

/** The first line of content below, which what is inserted must leave as it is. */
interface Below {
  readonly column: number;
  readonly isDash: boolean;
  /** The field that begins there. */
  readonly key: string | undefined;
}

function below({ text, offset }: Scene): Below {
  for (let line = nextContent(text, offset); line; line = nextContent(text, line.end)) {
    if (text[line.content] === '#') continue;
    const own = text.slice(line.content, line.end);
    return {
      column: line.column,
      isDash: /^-(?:\s|$)/.test(own),
      key: /^["']?([\w-]+)["']?:(?:\s|$)/.exec(own)?.[1],
    };
  }
  return { column: -1, isDash: false, key: undefined };
}

const NOTHING: Held = { kind: 'nothing' };

/** The cursor's line, by what stands on it. */
class Reader {
  private readonly next: Below;

  constructor(
    private readonly scene: Scene,
    private readonly line: Line,
    private readonly style: Style,
  ) {
    this.next = below(scene);
  }

  private get column(): number {
    return this.scene.offset - this.line.start;
  }

  blank(): readonly Site[] {
    const { text, offset } = this.scene;
    const { start, end } = this.line;
    if (!/^ *$/.test(text.slice(start, end))) return [];
    // On an empty line in the midst of something it is that which goes on, wherever the cursor stands.
    const column = Math.max(this.column, this.next.column);
    const spot = { start: offset, end, before: ' '.repeat(column - this.column) };
    return this.alone(column, spot);
  }

  word({ value, column, start }: Word): readonly Site[] {
    const { text, offset } = this.scene;
    const { end, kind } = value;
    if (offset < start || offset > end || end > this.line.end) return [];
    const word = text.slice(start, end);
    const left = this.line.marks.slice(0, -1);
    const glued = /^[\w-]+:/.exec(word);
    if (glued && offset >= start + glued[0].length) return this.glued(glued[0], { start, end }, column, left);
    const spot = { start, end, before: '' };
    if (left.length > 0) return this.behindDash(left as readonly Dash[], column, spot, kind === 'quoted');
    return /^\S+$/.test(word) && kind === 'plain' && offset > start ? this.alone(column, spot) : [];
  }

  dash({ start, column }: Dash): readonly Site[] {
    const { offset } = this.scene;
    if (offset <= start) return [];
    const own = offset === start + 1 ? this.column + Math.max(1, this.style.itemIndent - 1) : this.column;
    // What the item holds already, on the lines below, says at which column its fields stand.
    const content = this.next.column > column ? this.next.column : own;
    if (content < this.column || (content === this.column && offset === start + 1)) return [];
    const end = this.line.comment === undefined ? this.line.end : offset;
    const spot = { start: offset, end, before: ' '.repeat(content - this.column) };
    return this.behindDash(this.line.marks as readonly Dash[], content, spot, false);
  }

  key(key: Key): readonly Site[] {
    const { offset, text } = this.scene;
    if (offset > key.colon) return this.value(key);
    const isPlain = !/^["']/.test(text.slice(key.start, key.end));
    if (offset <= key.start || offset > key.end || !isPlain) return [];
    const climbed = this.climb('key', key.column, this.line.marks.slice(0, -1));
    const spot = { start: key.start, end: key.end, before: '' };
    return climbed ? this.keySite(climbed, key.column, spot, 'name', this.heldBy(key), key.name) : [];
  }

  /** Where nothing stands to the left: a field, or an item with its dash. */
  private alone(column: number, spot: Spot): readonly Site[] {
    const { next } = this;
    const dash = this.climb('dash', column, []);
    const isOfStyle = dash && (dash.holder < column || !dash.isFirst || this.style.dashIndent === 0);
    const asItem = dash && this.fitsAsItem(dash, column) && (isOfStyle || next.column === column);
    const key = this.climb('key', column, []);
    const isFree = key && (next.column === column ? !next.isDash : next.column <= key.holder);
    // Above lines that stand deeper only what they belong to can be meant.
    const isAbove = next.column >= column && spot.end > spot.start && (next.key !== undefined || next.isDash);
    return [
      ...(asItem ? this.items(dash, column, undefined, spot) : []),
      ...(key && isFree ? this.keySite(key, column, spot, 'whole', NOTHING) : []),
      ...(key && !isFree && isAbove ? this.keySite(key, column, spot, 'parent', this.heldBelow()) : []),
    ];
  }

  /** Does what follows leave room for an item here: the next one of the list, or something outside it? */
  private fitsAsItem({ holder }: Climbed, column: number): boolean {
    const { next } = this;
    if (next.column === column) return next.isDash || holder === column;
    return next.column < holder || (next.column === holder && !next.isDash);
  }

  private behindDash(left: readonly Dash[], column: number, spot: Spot, isQuoted: boolean): readonly Site[] {
    const dash = left.at(-1) as Dash;
    const { next } = this;
    const list = left.length === 1 ? this.climb('dash', dash.column, []) : undefined;
    const climbed = this.climb('key', column, left);
    const expected = climbed && this.expected(climbed.steps);
    const isAlone = next.column <= dash.column;
    const fits = isAlone
      ? list && this.fitsAsItem(list, dash.column)
      : next.column === column && this.isFieldOf(expected, next.key);
    if (!list || !climbed || !expected || expected.kind === 'list' || !fits) return [];
    if (expected.kind === 'value') {
      if (!isAlone) return [];
      const quote = isQuoted ? (this.scene.text[spot.start] as '"') : '';
      const present = itemsAround(this.scene, this.scene.line, dash.column);
      return [{ ...expected, on: 'value', siblings: new Map(), present, needsBrackets: false, quote, spot }];
    }
    if (isQuoted || !/^\S*$/.test(this.scene.text.slice(spot.start, spot.end))) return [];
    const holder = this.expected(list.steps);
    const item: readonly Site[] =
      isAlone && holder?.kind === 'list'
        ? [
            {
              on: 'item',
              shape: holder.shape,
              column: dash.column,
              indent: column - dash.column,
              isFlow: false,
              spot,
            },
          ]
        : [];
    return [...item, ...this.keySite(climbed, column, spot, 'whole', NOTHING)];
  }

  /** A field’s value, on the field’s own line. */
  private value(key: Key): readonly Site[] {
    const { offset, text } = this.scene;
    const { value } = key;
    if (!value) return this.emptyValue(key);
    if (offset < value.start || offset > value.end || value.end > this.line.end) return [];
    if (value.kind !== 'plain' && value.kind !== 'quoted') return [];
    const found = this.fieldOf(key.name, key.column, this.line.marks.slice(0, -1));
    if (!found || found.shape.def) return [];
    const quote = value.kind === 'quoted' ? (text[value.start] as '"') : '';
    const spot = { start: value.start, end: value.end, before: '' };
    return [{ ...found, on: 'value', present: [], needsBrackets: found.shape.list, quote, spot }];
  }

  private emptyValue(key: Key): readonly Site[] {
    const { offset, text } = this.scene;
    const found = this.fieldOf(key.name, key.column, this.line.marks.slice(0, -1));
    if (!found || this.hasBelow(key.column, found.shape.list)) return [];
    const { comment } = this.line;
    if (comment !== undefined && (found.shape.def || !/\s/.test(text[offset] ?? ''))) return [];
    const end = comment === undefined ? this.line.end : offset;
    const start = found.shape.def ? key.colon + 1 : offset;
    const spot = { start, end, before: offset === key.colon + 1 ? ' ' : '' };
    const below = { start: key.colon + 1, end, before: '' };
    return [
      ...this.fieldValue(found, key.column, spot),
      ...(comment === undefined ? fieldsInstead(found.def, found.shape, key.column, false, below) : []),
    ];
  }

  /** `kind:med`: a field whose colon and value stand together, which to YAML is one word. */
  private glued(
    name: string,
    { start, end }: { start: number; end: number },
    column: number,
    left: Line['marks'],
  ): readonly Site[] {
    const found = this.fieldOf(name.slice(0, -1), column, left);
    if (!found || found.shape.def || this.hasBelow(column, found.shape.list)) return [];
    return this.fieldValue(found, column, { start: start + name.length, end, before: ' ' });
  }

  private fieldValue(
    found: NonNullable<ReturnType<Reader['fieldOf']>>,
    column: number,
    spot: Spot,
  ): readonly Site[] {
    const { def, shape, siblings } = found;
    if (!shape.def)
      return [{ on: 'value', def, shape, siblings, present: [], needsBrackets: shape.list, quote: '', spot }];
    if (!shape.list) return [{ on: 'fields', def, shape, below: shape.def, column, isFlow: false, spot }];
    const dash = column + this.style.dashIndent;
    const before = this.style.eol + ' '.repeat(dash);
    const below = { ...spot, before };
    return [{ on: 'item', shape, column: dash, indent: undefined, isFlow: false, spot: below }];
  }

  private fieldOf(name: string, column: number, left: Line['marks']) {
    const climbed = this.climb('key', column, left);
    const owner = climbed && this.expected(climbed.steps);
    const def = owner && fieldsIn(owner);
    const shape = def === undefined ? undefined : shapeOf(this.scene.format, def, name);
    return climbed && def !== undefined && shape ? { def, shape, siblings: climbed.siblings } : undefined;
  }

  /** What only looks like a field is prose that stands below. */
  private isFieldOf(expected: Expected | undefined, name: string | undefined): boolean {
    const def = expected && fieldsIn(expected);
    return def !== undefined && name !== undefined && shapeOf(this.scene.format, def, name) !== undefined;
  }

  private expected(steps: readonly Step[]): Expected | undefined {
    return expectedAt(this.scene.format, steps);
  }

  private heldBelow(): Held {
    return { kind: this.next.isDash ? 'list' : 'fields', names: namesBelow(this.scene) };
  }

  private heldBy({ value, column }: Key): Held {
    const { text } = this.scene;
    if (!value) return this.hasBelow(column, true) ? this.heldBelow() : NOTHING;
    if (value.kind === 'flow') return { kind: text[value.start] === '[' ? 'list' : 'fields', names: [] };
    if (value.kind === 'text' || value.end > this.line.end) return { kind: 'text' };
    return { kind: 'word', text: unquoted(text.slice(value.start, value.end)) };
  }

  private hasBelow(column: number, isList: boolean): boolean {
    return this.next.column > column || (isList && this.next.isDash && this.next.column === column);
  }

  private climb(as: 'dash' | 'key', column: number, left: Line['marks']): Climbed | undefined {
    return climb(this.scene, { line: this.scene.line, as, column, left });
  }

  private items(dash: Climbed, column: number, indent: number | undefined, spot: Spot): readonly Site[] {
    const expected = this.expected(dash.steps);
    if (expected?.kind !== 'list') return [];
    const { def, shape } = expected;
    if (shape.def) return [{ on: 'item', shape, column, indent, isFlow: false, spot }];
    const before = `${spot.before}-${' '.repeat(Math.max(1, this.style.itemIndent - 1))}`;
    const present = itemsAround(this.scene, this.scene.line, column);
    const own = { ...spot, before };
    return [
      { on: 'value', def, shape, siblings: new Map(), present, needsBrackets: false, quote: '', spot: own },
    ];
  }

  private keySite(
    { steps, siblings }: Climbed,
    column: number,
    spot: Spot,
    form: KeySite['form'],
    holds: Held,
    own?: string,
  ): readonly KeySite[] {
    const expected = this.expected(steps);
    const def = expected && fieldsIn(expected);
    if (def === undefined) return [];
    const all = new Map(siblings);
    if (def === '')
      for (const { name } of this.scene.doc.entries) if (name && name !== own) all.set(name, '');
    return [{ on: 'key', def, siblings: all, column, isFlow: false, form, holds, own, spot }];
  }
}
