/** What a kind of document holds: the tables that completion and hover walk, whatever the document is about. */

import type { FieldWords, KeyShape, Shape } from '../core/schema/shape-types.js';
import { type Language, schemaField } from '../core/words/words.js';
import { FILE, SHAPES } from '../generated/shape.js';

export interface Format {
  /** The fields of each definition; those of the file itself have the empty name. */
  readonly shapes: Readonly<Record<string, Shape>>;
  /** A definition's own words stand below the field `$name` of the file. */
  words(def: string, key: string, language: Language): FieldWords | undefined;
}

export const CASE_FORMAT: Format = { shapes: { ...SHAPES, '': FILE }, words: schemaField };

export function shapeOf({ shapes }: Format, def: string, key: string): KeyShape | undefined {
  return shapes[def]?.keys.find(({ name }) => name === key);
}
