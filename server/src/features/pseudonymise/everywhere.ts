/** Words that are replaced wherever a text or comment has them, and words that no text has yet: for any number of them. */

import type { TextEdit } from '../../core/findings.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Letters and digits: a word stands alone where none of these touch it. */
const RUN = /[\p{L}\p{N}_]+/gu;
const ENDS_IN_RUN = /[\p{L}\p{N}_]$/u;
const BEGINS_WITH_RUN = /^[\p{L}\p{N}_]/u;

/** Where a word begins as seen from its first run of letters, and how long it is. */
interface Form {
  readonly before: number;
  readonly length: number;
}

/** Each place at which one of the words stands by itself, in one pass over the texts however many words there are. */
export function placesOfWords(
  text: string,
  stretches: Iterable<Stretch>,
  words: ReadonlyMap<string, string>,
): TextEdit[] {
  const forms = formsByRun(words.keys());
  const edits: TextEdit[] = [];
  for (const stretch of stretches)
    for (const run of text.slice(stretch.start, stretch.end).matchAll(RUN)) {
      for (const { before, length } of forms.get(run[0]) ?? []) {
        const start = stretch.start + run.index - before;
        const end = start + length;
        if (start < stretch.start || end > stretch.end || !standsAlone(text, start, length)) continue;
        const made = words.get(text.slice(start, end));
        if (made !== undefined) edits.push({ start, end, text: made });
      }
    }
  return edits;
}

/** By the first run of letters in a word; each form once, since many words share one. */
function formsByRun(words: Iterable<string>): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>();
  for (const word of words) {
    const [run] = word.matchAll(RUN);
    // Signs alone are no word that could be told from other signs.
    if (!run) continue;
    const form = { before: run.index, length: word.length };
    const known = forms.get(run[0]);
    if (!known) forms.set(run[0], [form]);
    else if (!known.some((one) => one.before === form.before && one.length === form.length)) known.push(form);
  }
  return forms;
}

/**
 * A hyphen is no letter here: ‘Jansen-Smit’ holds the name Jansen, which has to go. The key looks for whole ids instead,
 * in which a hyphen joins (key.ts).
 */
export function standsAlone(text: string, start: number, length: number): boolean {
  return (
    !ENDS_IN_RUN.test(text.slice(Math.max(0, start - 2), start)) &&
    !BEGINS_WITH_RUN.test(text.slice(start + length, start + length + 2))
  );
}

/** So much text is searched for numbers that are taken, in characters: beyond that, ever higher ones are given. */
const MOST_SEARCHED = 200_000_000;

/** Words with a number behind them with which they stand nowhere in the text yet, each given once. */
export class FreshWords {
  private readonly last = new Map<string, number>();
  private searched = 0;
  private highest: number | undefined;

  constructor(private readonly text: string) {}

  next(word: string, joint: ' ' | '-'): string {
    const stem = word + joint;
    for (;;) {
      const isSearched = this.searched < MOST_SEARCHED;
      const number = (this.last.get(stem) ?? (isSearched ? 0 : this.highestInText())) + 1;
      this.last.set(stem, number);
      const made = stem + number;
      if (!isSearched && number > this.highestInText()) return made;
      this.searched += this.text.length;
      if (!this.text.includes(made)) return made;
    }
  }

  private highestInText(): number {
    if (this.highest === undefined) {
      this.highest = 0;
      for (const [digits] of this.text.matchAll(/\d+/g))
        if (digits.length < 10) this.highest = Math.max(this.highest, Number(digits));
    }
    return this.highest;
  }
}
