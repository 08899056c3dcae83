/** The fields that are still missing, in the order of the format, each with what is to stand behind it. */

import { looksLikeDate } from '../../core/dates.js';
import type { KeyShape } from '../../core/schema/shape-types.js';
import { say } from '../../core/words/words.js';
import { type Format, shapeOf } from '../formats.js';
import { type About, type Asked, type Insertion, type Offer, offerAt } from './offer.js';
import type { Held, KeySite } from './site.js';
import { fieldText, flowText, insertion, type Skeleton } from './skeleton.js';

/** What the tables don't tell: the ways of one kind of document. */
export interface KeyWays {
  /** Does the field make sense beside those that are there? */
  fits?(site: KeySite, name: string): boolean;
  /** Is it asked for, though the format doesn't insist on it? */
  needs?(site: KeySite, name: string): boolean;
  /** What is to stand behind it, where that is more than the format says. */
  insertion?(shape: KeyShape, site: KeySite): Insertion | undefined;
  /** What belongs below it from the start. */
  skeleton?(def: string): Skeleton;
  about?(def: string, key: string): About;
  /** What stands beside its name. */
  note?(def: string, key: string, title: string): string;
}

export function keyOffers(site: KeySite, asked: Asked, ways: KeyWays): readonly Offer[] {
  const { def, form, spot } = site;
  const { format, language } = asked;
  const required = new Set(format.shapes[def]?.required);
  return missing(site, format, ways).map((shape) => {
    const { name } = shape;
    const title = format.words(def, name, language)?.title ?? '';
    const note = ways.note?.(def, name, title) ?? title;
    const isNeeded = required.has(name) || ways.needs?.(site, name);
    const asksOn =
      form !== 'parent' && form !== 'name' && OFFERED.has(shape.kind) && shape.defines === undefined;
    return offerAt(
      spot,
      {
        kind: def === '' ? 'section' : 'field',
        label: name,
        note: isNeeded ? say({ key: 'completion.needed', args: { title: note } }, language) : note,
        about: ways.about?.(def, name) ?? { of: 'field', def, key: name },
        ...insertionFor(shape, site, asked, ways),
        asksOn,
      },
      name,
      title,
    );
  });
}

/** Kinds of value of which a list can be offered. */
const OFFERED: ReadonlySet<string> = new Set(['enum', 'boolean', 'date', 'id', 'source']);

function missing(site: KeySite, format: Format, { fits }: KeyWays): readonly KeyShape[] {
  const { def, siblings, holds } = site;
  const own = site.own === undefined ? undefined : shapeOf(format, def, site.own);
  return (format.shapes[def]?.keys ?? []).filter((shape) => {
    if (siblings.has(shape.name) || fits?.(site, shape.name) === false) return false;
    const isLikeOwn = !own || holds.kind === 'nothing' || isSameSort(own, shape);
    return isLikeOwn && canHold(format, shape, holds);
  });
}

function isSameSort(a: KeyShape, b: KeyShape): boolean {
  const sort = ({ list, kind, def, ref, defines }: KeyShape) => [list, kind, def, ref, defines].join();
  return sort(a) === sort(b);
}

/** Does what stands there already suit the field? */
function canHold(format: Format, shape: KeyShape, held: Held): boolean {
  const { list, kind, def } = shape;
  const below = def ?? shape.fields;
  switch (held.kind) {
    case 'nothing':
      return true;
    case 'text':
      return !list && kind === 'text';
    case 'word':
      return !list && def === undefined && canBe(shape, held.text);
    default: {
      const knows = (name: string) =>
        name.startsWith('x-') || shapeOf(format, below ?? '', name) !== undefined;
      const suits = below ? held.names.every(knows) : held.names.length === 0;
      return suits && list === (held.kind === 'list') && (list || below !== undefined);
    }
  }
}

function canBe({ kind, values }: KeyShape, text: string): boolean {
  if (BLANK.test(text)) return true;
  switch (kind) {
    case 'enum':
      return values?.includes(text) === true;
    case 'date':
      return looksLikeDate(text);
    case 'boolean':
      return text === 'true' || text === 'false';
    case 'integer':
      return /^\d+$/.test(text);
    case 'id':
      return ID.test(text);
    default:
      // What reads as a number or as yes or no is no text.
      return !/^(?:true|false|null|[-+]?[\d.]+)$/.test(text);
  }
}

export const BLANK = /^\{\{[^{}\n]*\}\}$/;
const ID = /^[a-z][a-z0-9-]*$/;

/** Texts of several lines stand below their field, so that a colon or a quote in them does no harm. */
const LONG: ReadonlySet<string> = new Set(['summary', 'description', 'request', 'text', 'whyNot']);

function insertionFor(shape: KeyShape, site: KeySite, { style }: Asked, ways: KeyWays): Insertion {
  const { name, kind, list } = shape;
  const { column, form, isFlow } = site;
  if (form === 'name') return { text: name, stops: [] };
  if (form === 'parent') return { text: `${name}:`, stops: [] };
  const own = ways.insertion?.(shape, site);
  if (own) return own;
  if (shape.def) {
    const skeleton = ways.skeleton?.(shape.def) ?? NOTHING;
    if (isFlow) {
      const inner = flowText(skeleton);
      return insertion(`${name}: ${list ? `[${inner}]` : inner}`, skeleton);
    }
    if (Object.keys(skeleton.fields).length > 0)
      return insertion(fieldText(shape, skeleton, column, style), skeleton);
    return plain(`${name}:${style.eol}${' '.repeat(column + style.indent)}`);
  }
  if (list) return around(name, '[]');
  if (kind === 'integer') return withNumber(shape);
  if (kind === 'text' && LONG.has(name) && !isFlow)
    return plain(`${name}: >-${style.eol}${' '.repeat(column + style.indent)}`);
  return plain(`${name}: `);
}

const NOTHING: Skeleton = { fields: {}, choices: new Set(), id: undefined };

/** With its ordinary number, to be typed over. */
function withNumber({ name, default: ordinary }: KeyShape): Insertion {
  if (ordinary === undefined) return plain(`${name}: 1`);
  const text = `${name}: ${ordinary}`;
  return { text, stops: [{ start: name.length + 2, end: text.length }] };
}

/** With the cursor between two marks. */
export function around(name: string, marks: string): Insertion {
  const text = `${name}: ${marks}`;
  return { text, stops: [{ start: text.length - 1, end: text.length - 1 }], withoutStops: `${name}: ` };
}

function plain(text: string): Insertion {
  return { text, stops: [] };
}
