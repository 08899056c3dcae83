/** One entry of the list that is offered at a cursor: plain data with offsets, in the order in which it is to be shown. */

import type { Style } from '../../core/edits/render.js';
import type { CaseModel } from '../../core/model.js';
import type { Language } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { Format } from '../formats.js';
import type { Spot } from './site.js';

/** What it is about, for the page that is shown beside it on demand. */
export type About =
  | { readonly of: 'field'; readonly def: string; readonly key: string }
  | { readonly of: 'value'; readonly def: string; readonly key: string; readonly value: string }
  | { readonly of: 'date'; readonly def: string; readonly key: string; readonly value: string }
  | {
      readonly of: 'item' | 'source' | 'rule' | 'snippet' | 'counter-argument' | 'definition' | 'directive';
      readonly id: string;
    };

const WITH_FIELD: readonly unknown[] = ['field', 'value', 'date'];
const DIRECTIVES: readonly unknown[] = ['vangnet-ignore', 'vangnet-ignore-file'];
const BY_ID: readonly unknown[] = ['item', 'source', 'rule', 'snippet', 'counter-argument', 'definition'];

/** It comes back from the client, which may send anything. */
export function isAbout(value: object): value is About {
  const { of, def, key, value: own, id } = value as Record<string, unknown>;
  if (BY_ID.includes(of)) return typeof id === 'string';
  if (of === 'directive') return DIRECTIVES.includes(id);
  return (
    WITH_FIELD.includes(of) &&
    typeof def === 'string' &&
    typeof key === 'string' &&
    (of === 'field' || typeof own === 'string')
  );
}

export type OfferKind =
  | 'section'
  | 'field'
  | 'value'
  | 'country'
  | 'date'
  | 'reference'
  | 'source'
  | 'item'
  | 'rule';

/** A stretch of the inserted text that is to be written over, by its offsets in that text. */
export interface Stop {
  readonly start: number;
  readonly end: number;
}

export interface Insertion {
  readonly text: string;
  readonly stops: readonly Stop[];
  /** For editors without stops, where that needs another text: `supports: ` instead of `supports: []`. */
  readonly withoutStops?: string;
}

export interface Offer extends Insertion {
  readonly kind: OfferKind;
  readonly label: string;
  /** What the label leaves open, to stand beside it. */
  readonly note: string;
  /** What typing is compared with: what is inserted, and every name that it goes by. */
  readonly filter: string;
  readonly start: number;
  readonly end: number;
  /** Known, but not to be used here: it comes last. */
  readonly isOutdated?: boolean;
  /** A value is to follow: what fits there can be offered at once. */
  readonly asksOn?: boolean;
  readonly about: About;
}

/** What offers are made from, whatever the document is about. */
export interface Asked {
  readonly format: Format;
  /** In which the document is written. */
  readonly style: Style;
  /** The person's language; inserted text is in that of the file. */
  readonly language: Language;
}

export interface AskedOfCase extends Asked {
  readonly analysis: Analysis;
  readonly model: CaseModel;
  readonly today: number;
}

type Own = Omit<Offer, 'start' | 'end' | 'filter' | 'stops' | 'note'> &
  Partial<Pick<Offer, 'stops' | 'note'>>;

/** Puts an offer into its place; `names`: what else it may be looked for by. */
export function offerAt(spot: Spot, own: Own, ...names: readonly string[]): Offer {
  const { before, start, end } = spot;
  const { text, stops = [], note = '', withoutStops } = own;
  const shift = before.length;
  return {
    ...own,
    note,
    text: before + text,
    stops: stops.map((stop) => ({ start: stop.start + shift, end: stop.end + shift })),
    ...(withoutStops === undefined ? {} : { withoutStops: before + withoutStops }),
    filter: [...new Set([...names, own.label])].filter((name) => name !== '').join(' '),
    start,
    end,
  };
}
