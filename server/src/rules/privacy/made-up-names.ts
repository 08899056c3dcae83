/** Names to put in the place of real ones. */

import type { CaseDocument } from '../../core/document.js';
import { Kept } from '../../core/kept.js';
import type { Language } from '../../core/words/words.js';

/**
 * Borne by women and men and in many countries, so that they tell nothing. None ends in a vowel or in s, x or z: so
 * 'Robins' and "Robin's" are right wherever a possessive stood.
 */
const NAMES = [
  'Robin',
  'Rowan',
  'Quinn',
  'Noam',
  'Iman',
  'Marijn',
  'Nour',
  'Vivian',
  'Morgan',
  'Rayan',
  'Devin',
  'Yael',
  'Nasim',
  'Jocelyn',
  'Eden',
  'Evren',
  'Taylor',
  'Logan',
  'Ihsan',
  'Parker',
  'Kim',
  'Camil',
  'Ariel',
  'Merlin',
] as const;
const PERSON: Readonly<Record<Language, string>> = { nl: 'Persoon', en: 'Person', de: 'Person' };

const known = new Kept<CaseDocument, readonly string[]>();

/** The so-manieth name that occurs nowhere in the file, not as part of another word either: the same each time. */
export function madeUpName(doc: CaseDocument, index: number, language: Language): string {
  let free = known.get(doc);
  if (!free) {
    const text = doc.text.toLowerCase();
    free = NAMES.filter((name) => !text.includes(name.toLowerCase()));
    known.set(doc, free);
  }
  return free[index] ?? numbered(doc, PERSON[language], index - free.length);
}

const numbersOf = new WeakMap<
  CaseDocument,
  { readonly taken: ReadonlySet<number>; readonly free: number[] }
>();

/** When all names are used up. */
function numbered(doc: CaseDocument, word: string, index: number): string {
  let numbers = numbersOf.get(doc);
  if (!numbers) {
    numbers = {
      taken: new Set([...doc.text.matchAll(/[0-9]+/g)].map(([number]) => Number(number))),
      free: [],
    };
    numbersOf.set(doc, numbers);
  }
  const { taken, free } = numbers;
  for (let number = (free.at(-1) ?? 0) + 1; free.length <= index; number++)
    if (!taken.has(number)) free.push(number);
  return `${word} ${free[index]}`;
}
