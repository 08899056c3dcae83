/** Blanks to be filled in: `{{naam}}`. They are valid text, and the rule unfilled-placeholder names them. */

import type { KeyShape } from '../schema/shape-types.js';
import type { Node } from '../tree.js';
import { isPlaceholderMap } from '../values.js';
import { type Language, schemaField } from './words.js';

export function blank(label: string): string {
  return `{{${label}}}`;
}

/** A blank named after the field, in the language of the file. */
export function placeholder(
  shape: KeyShape | undefined,
  def: string,
  key: string,
  language: Language,
): string {
  return blank(schemaField(def, key, language)?.title ?? shape?.name ?? key);
}

const BLANK = /\{\{[^{}\n]*\}\}/;
const DOTS = /^\s*(?:…|\.\.\.)\s*$/;
const TODO = /\bTODO\b/;
const BRACKETS =
  /\[(?:naam|datum|plaats|functie|name|date|place|position|function|Name|Datum|Ort|Funktion|Naam|Plaats|Functie|Date|Place|Position|Function)\]/;

export interface Blank {
  readonly start: number;
  readonly end: number;
}

/** The first blank in a text of the file, by its offsets in the source of that text. */
export function findBlank(source: string): Blank | undefined {
  for (const pattern of [BLANK, TODO, BRACKETS]) {
    const found = pattern.exec(source);
    if (found) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

const ANY = new RegExp([BLANK, TODO, BRACKETS].map(({ source }) => source).join('|'), 'g');

const NO_BLANKS: readonly Blank[] = [];

/** Every blank in it, in the order of the text. */
export function blanksIn(source: string): readonly Blank[] {
  if (!/\{\{|TODO|\[/.test(source)) return NO_BLANKS;
  return [...source.matchAll(ANY)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Is the whole value a blank? Then it says nothing yet, and no other rule speaks of it. */
export function isOnlyBlank(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  return (
    DOTS.test(value) ||
    (/^\s*(?:\{\{[^{}\n]*\}\}|TODO|\[\w+\])\s*$/.test(value) && findBlank(value) !== undefined)
  );
}

/** The same of a value in the file, `{{naam}}` without quotes included. */
export function isBlankNode(node: Node | undefined): boolean {
  if (!node) return false;
  return isPlaceholderMap(node) || (node.kind === 'scalar' && isOnlyBlank(node.value));
}
