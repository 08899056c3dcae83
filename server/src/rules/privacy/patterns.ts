/**
 * Pieces from which the patterns of this folder are made. Every pattern runs over whole texts, so none has a
 * repetition inside a repetition that could match the same characters in two ways.
 */

/** A stretch of a text, and what it seems to be. */
export interface Found {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

/** In the order of RULES.md: of two that are the same stretch the first counts. */
export const KINDS = ['bsn', 'v-number', 'iban', 'phone', 'email', 'address'] as const;
export type Kind = (typeof KINDS)[number];

/** A space that doesn't break the line, as Word puts them between groups of digits, counts as one. */
export const SPACE = '[ \\u00a0\\u2009\\u202f]';

/** Digits count only where no digit, letter, dot or slash joins them (`202002664/1` is a case number), nor a plus. */
export const APART_BEFORE = '(?<![\\p{L}\\p{N}./+])';
export const APART_BEHIND = '(?![\\p{L}\\p{N}/]|\\.[\\p{L}\\p{N}])';

export function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) yield found;
}

export function digitsIn(text: string): string {
  return text.replaceAll(/[^0-9]/g, '');
}
