/** What may be written at a cursor: the question that completion answers. */

import type { KeyShape } from '../../core/schema/shape-types.js';
import { type Format, shapeOf } from '../formats.js';
import { ITEM, type Step } from './flow.js';

/** The stretch of the text that is replaced, always on the cursor's own line. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  /** What has to stand in front: the space behind a colon, a dash, missing indentation. */
  readonly before: string;
}

/** What a field holds, as far as its lines show. */
export type Held =
  | { readonly kind: 'nothing' }
  /** `names`: the fields of what stands there, of a list those of its first item. */
  | { readonly kind: 'list' | 'fields'; readonly names: readonly string[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'word'; readonly text: string };

/** The name of a field. */
export interface KeySite {
  readonly on: 'key';
  /** The definition whose field it is; empty for the fields of the file itself. */
  readonly def: string;
  /** The other fields that are there, with what stands behind their colon on the line. */
  readonly siblings: ReadonlyMap<string, string>;
  readonly column: number;
  readonly isFlow: boolean;
  /** `name`: a colon follows already. `parent`: what belongs below it is there already. */
  readonly form: 'whole' | 'name' | 'parent';
  /** What stands behind it or below it already, which must fit. */
  readonly holds: Held;
  /** The field that stands there, where its name is complete: only one of the same sort can take its place. */
  readonly own: string | undefined;
  readonly spot: Spot;
}

/** A value that is no list and no fields, or an item of a list of such. */
export interface ValueSite {
  readonly on: 'value';
  readonly def: string;
  readonly shape: KeyShape;
  readonly siblings: ReadonlyMap<string, string>;
  /** What the list holds already. */
  readonly present: readonly string[];
  /** A list is asked for, and no brackets are there yet. */
  readonly needsBrackets: boolean;
  readonly quote: '' | '"' | "'";
  readonly spot: Spot;
}

/** A whole item of a list of fields, such as a letter. */
export interface ItemSite {
  readonly on: 'item';
  readonly shape: KeyShape;
  /** Of its dash. */
  readonly column: number;
  /** From the dash to the item's fields, where the dash is there already. */
  readonly indent: number | undefined;
  readonly isFlow: boolean;
  readonly spot: Spot;
}

/** Fields below a field whose value is still empty: `from: █`. */
export interface FieldsSite {
  readonly on: 'fields';
  readonly def: string;
  readonly shape: KeyShape;
  /** The definition of the fields. */
  readonly below: string;
  readonly column: number;
  readonly isFlow: boolean;
  readonly spot: Spot;
}

/** The rule that a comment silences, or the word that begins such a comment. */
export interface RuleSite {
  readonly on: 'rule' | 'directive';
  /** Where the comment begins. */
  readonly comment: number;
  /** A colon follows already. */
  readonly hasColon: boolean;
  readonly isForFile: boolean;
  readonly spot: Spot;
}

export type Site = KeySite | ValueSite | ItemSite | FieldsSite | RuleSite;

/** What the format expects at a place. */
export type Expected =
  | { readonly kind: 'fields'; readonly def: string }
  /** `def` is the definition whose field it is. */
  | { readonly kind: 'list' | 'value'; readonly def: string; readonly shape: KeyShape };

/** Follows the way from the file to a place. Undefined where the format knows no such place. */
export function expectedAt(format: Format, steps: readonly Step[]): Expected | undefined {
  let at: Expected = { kind: 'fields', def: '' };
  for (const step of steps) {
    if (step === ITEM) {
      if (at.kind !== 'list') return undefined;
      const { shape, def }: { shape: KeyShape; def: string } = at;
      at = shape.def ? { kind: 'fields', def: shape.def } : { kind: 'value', def, shape };
      continue;
    }
    const def: string | undefined = fieldsIn(at);
    const shape: KeyShape | undefined = def === undefined ? undefined : shapeOf(format, def, step);
    if (def === undefined || !shape) return undefined;
    if (shape.list) at = { kind: 'list', def, shape };
    else at = shape.def ? { kind: 'fields', def: shape.def } : { kind: 'value', def, shape };
  }
  return at;
}

/** The definition of the fields that may stand at a place. */
export function fieldsIn(expected: Expected): string | undefined {
  if (expected.kind === 'fields') return expected.def;
  return expected.kind === 'value' ? expected.shape.fields : undefined;
}

/** Where fields may stand in the place of a value. */
export function fieldsInstead(
  def: string,
  shape: KeyShape,
  column: number,
  isFlow: boolean,
  spot: Spot,
): readonly FieldsSite[] {
  const { fields: below } = shape;
  return below === undefined ? [] : [{ on: 'fields', def, shape, below, column, isFlow, spot }];
}
