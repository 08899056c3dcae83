/** Blanks to be filled in: `{{naam}}`. They are valid text, and the rule unfilled-placeholder names them. */

import type { KeyShape } from '../schema/shape-types.js';
import { type Node, sourceOf } from '../tree.js';
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

const DOTS = /^\s*(?:…|\.\.\.)\s*$/;
/** Other brackets are left alone: legal prose has them. The same words are meant in capitals. */
const IN_BRACKETS = `\\[(?:${anyCase('naam|datum|plaats|functie|name|date|place|position|function|ort|funktion')})\\]`;
const BLANK = new RegExp(['\\{\\{[^{}\\n]*\\}\\}', '\\bTODO\\b', IN_BRACKETS].join('|'));
/** Without one of these no text is a blank or has one in it, nor is what quotes hide behind a backslash. */
const TRACE = new RegExp(`\\{\\{|TODO|…|\\.\\.\\.|\\\\|${IN_BRACKETS}`);

function anyCase(words: string): string {
  return words.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** May there be a blank in this stretch of a file? A look at the whole tells of most that there is none. */
export function mayHoldBlank(source: string): boolean {
  return TRACE.test(source);
}

export interface Blank {
  readonly start: number;
  readonly end: number;
}

/** The first blank in a text of the file, by its offsets in the source of that text. */
export function findBlank(source: string): Blank | undefined {
  const found = BLANK.exec(source);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

const EVERY_BLANK = new RegExp(BLANK, 'g');

const NO_BLANKS: readonly Blank[] = [];

/** Every blank in it, in the order of the text. */
export function blanksIn(source: string): readonly Blank[] {
  if (!mayHoldBlank(source)) return NO_BLANKS;
  return [...source.matchAll(EVERY_BLANK)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Is the whole value a blank? Then it says nothing yet, and no other rule speaks of it. */
export function isOnlyBlank(value: unknown): boolean {
  if (typeof value !== 'string' || !mayHoldBlank(value)) return false;
  if (DOTS.test(value)) return true;
  const text = value.trim();
  const found = findBlank(text);
  return found !== undefined && found.start === 0 && found.end === text.length;
}

/** `name: [naam]`, which YAML reads as a list of one: where a text belongs it is a blank. */
export function isBracketBlank(node: Node | undefined): boolean {
  return node?.kind === 'seq' && node.flow && isOnlyBlank(sourceOf(node));
}

/** The same of a value in the file, `{{naam}}` without quotes included. */
export function isBlankNode(node: Node | undefined): boolean {
  if (!node) return false;
  return isPlaceholderMap(node) || (node.kind === 'scalar' && isOnlyBlank(node.value));
}
