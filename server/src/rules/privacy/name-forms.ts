/** The ways in which a text may call a person by name, and the pattern that finds them. */

import { isOnlyRelation, isRelation } from './relation.js';

/** A surname of which such a word is part is only itself with it: 'van Leiden' is a person, 'Leiden' a town. */
const PARTICLES: ReadonlySet<string> = new Set(
  "van von vom de den der het 't ten ter te op in aan bij uit zu zum zur af of".split(' '),
);
const TITLES: ReadonlySet<string> = new Set(
  'mevrouw mevr mw meneer mijnheer dhr de heer mr mrs ms miss sir dr drs ir ing prof frau herr'.split(' '),
);
/** Nobody has more names, and the parts grow with their square. */
const MOST_WORDS = 6;
/** Shorter words in capitals are abbreviations of something else. */
const LEAST_IN_CAPITALS = 3;
const LEAST_LETTERS = 3;

export interface NameForms {
  /** Group 1 is another person's name, group 2 this one's, group 3 the ending of a possessive. */
  readonly pattern: RegExp;
  readonly name: string;
}

/** The names of the file by each of their words: what a word stands for if it is nobody else's. */
export class NameIndex {
  readonly names: ReadonlySet<string>;
  private readonly byWord = new Map<string, Set<string>>();

  constructor(names: readonly string[]) {
    this.names = new Set(names.map(plain));
    // 'Moeder van Ada' is no name of its own: what stands in it is Ada's.
    for (const name of this.names) {
      if (isOnlyRelation(name, this.names)) continue;
      for (const word of wordsOf(name)) {
        const same = this.byWord.get(word);
        if (same) same.add(name);
        else this.byWord.set(word, new Set([name]));
      }
    }
  }

  /** Other names of the file that hold the word. */
  others(word: string, name: string): string[] {
    return [...(this.byWord.get(word) ?? [])].filter((other) => other !== name);
  }
}

export function formsOf(rawName: string, index: NameIndex): NameForms {
  const name = plain(rawName);
  const own = [name, ...partsOf(name, index)];
  const words = wordsOf(name);
  const others = new Set<string>();
  for (const word of words) for (const other of index.others(word, name)) others.add(other);
  // 'Hans' is somebody else's name and not the possessive of 'Han'.
  for (const form of own) if (index.others(`${form}s`, name).length > 0) others.add(`${form}s`);
  others.delete(name);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:(${alternatives([...others])})|(${alternatives(own)}))(${APOSTROPHE}?s)?(?![\\p{L}\\p{N}_])`,
    'gu',
  );
  return { pattern, name };
}

/** Parts of the name by which the person may be called alone: those that are nobody else's too. */
function partsOf(name: string, index: NameIndex): string[] {
  const words = wordsOf(name).slice(0, MOST_WORDS);
  const own = words.map((word) => isTelling(word) && index.others(word, name).length === 0);
  const parts: string[] = [];
  for (let from = 0; from < words.length; from++) {
    if (own[from] && !isParticle(words[from - 1])) parts.push(words[from] as string);
    for (let to = from + 2; to <= words.length; to++)
      if (own.slice(from, to).some(Boolean)) parts.push(words.slice(from, to).join(' '));
  }
  return parts;
}

/** Written with a capital (where the script has any), and no title or relation as in 'Tante Truus'. */
function isTelling(word: string): boolean {
  const lower = word.toLowerCase();
  if ((word.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS || !/^[\p{Lu}\p{Lo}]/u.test(word)) return false;
  return !PARTICLES.has(lower) && !TITLES.has(lower) && !isRelation(lower);
}

function isParticle(word: string | undefined): boolean {
  return word !== undefined && PARTICLES.has(word.toLowerCase());
}

function wordsOf(name: string): string[] {
  return name.split(' ');
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').replaceAll(/[’ʼ]/g, "'");
}

/** Doubled inside single quotes, and curly where a word processor has been. */
const APOSTROPHE = "(?:''|['’ʼ])";

/** The longest first, so that a whole name is never taken for its first word. */
function alternatives(names: readonly string[]): string {
  const forms = new Set<string>();
  for (const name of names) {
    for (const form of [name, name.normalize('NFD')]) {
      forms.add(form);
      // 'Van Leiden', where no first name stands before it.
      if (isParticle(form.split(' ')[0])) forms.add(form.charAt(0).toUpperCase() + form.slice(1));
      if (name.length >= LEAST_IN_CAPITALS) forms.add(form.toUpperCase());
    }
  }
  // Without names a group that matches nothing.
  if (forms.size === 0) return '(?!)';
  return [...forms]
    .sort((a, b) => b.length - a.length)
    .map(asPattern)
    .join('|');
}

function asPattern(form: string): string {
  return form
    .replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll("'", APOSTROPHE)
    .replaceAll('"', '\\\\?"')
    .replaceAll(' ', '\\s+');
}
