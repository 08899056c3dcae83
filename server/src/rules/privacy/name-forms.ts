/** The ways in which a text may call a person by name, and the pattern that finds them. */

import { isOnlyRelation, isRelation } from './relation.js';

/** A surname of which such a word is part is only itself with it: 'van Leiden' is a person, 'Leiden' a town. */
const PARTICLES: ReadonlySet<string> = new Set(
  "van von vom de den der het 't ten ter te op in aan bij uit zu zum zur".split(' '),
);
/** Behind these a surname is one, also where it is an ordinary word or a town: 'Frau Richter', 'familie Van Leiden'. */
const TITLES: readonly string[] = [
  ...'mevrouw mevr mw meneer mijnheer dhr heer familie fam gezin'.split(' '),
  ...'mr mrs ms miss sir family dr drs ir ing prof'.split(' '),
  ...'frau herr herrn eheleute'.split(' '),
];
/** These call somebody by what they are; a text that calls an applicant so means another. */
const BY_PROFESSION: ReadonlySet<string> = new Set(
  'dokter doctor doktor zuster pastor pater dominee ds imam meester juf advocaat rechtsanwalt rechtsanwältin'.split(
    ' ',
  ),
);
const ANY_TITLE = TITLES.map(
  (title) => `[${title.charAt(0).toUpperCase()}${title.charAt(0)}]${title.slice(1)}`,
);
const BEHIND_TITLE = `(?<=(?<!\\p{L})(?:${ANY_TITLE.join('|')})\\.?\\s)`;
/** Doubled inside single quotes, and curly where a word processor has been. */
const APOSTROPHE = "(?:''|['’ʼ])";
/** The parts grow with the square of the words. */
const MOST_WORDS = 6;
/** Shorter words in capitals are abbreviations of something else. */
const LEAST_IN_CAPITALS = 3;
const LEAST_LETTERS = 3;
/** Longer ones are no names, and more of them no list that a pattern can hold. */
const LONGEST_NAME = 200;
const MOST_NAMES = 200;

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
  const { alone, behindTitle } = partsOf(name, index);
  const own = [name, ...alone];
  const others = new Set(wordsOf(name).flatMap((word) => index.others(word, name)));
  // 'Hans' is somebody else's name and not the possessive of 'Han'.
  for (const form of own) if (index.others(`${form}s`, name).length > 0) others.add(`${form}s`);
  const isOwn = `${alternatives(own)}|${BEHIND_TITLE}(?:${alternatives(behindTitle)})`;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:(${alternatives([...others])})|(${isOwn}))(${APOSTROPHE}?s)?(?![\\p{L}\\p{N}_])`,
    'gu',
  );
  return { pattern, name };
}

/**
 * Parts of the name by which the person may be called, and that are nobody else's too: a first name, 'El Amrani' or
 * 'F. El Amrani' wherever they stand; a surname by itself only behind a title, since it may be any word.
 */
function partsOf(name: string, index: NameIndex): { alone: string[]; behindTitle: string[] } {
  const words = wordsOf(name).slice(0, MOST_WORDS);
  const own = words.map((word) => isTelling(word) && index.others(word, name).length === 0);
  const alone: string[] = [];
  const behindTitle: string[] = [];
  for (const [from, word] of words.entries()) {
    const isFirst = words.slice(0, from).every((before) => isRelation(before.toLowerCase()));
    if (own[from] && !isParticle(words[from - 1])) (isFirst ? alone : behindTitle).push(word);
    for (let to = from + 2; to <= words.length; to++)
      if (own.slice(from, to).some(Boolean))
        (isParticle(word) ? behindTitle : alone).push(words.slice(from, to).join(' '));
  }
  const rest = words.slice(1).join(' ');
  if (own.slice(1).some(Boolean)) alone.push(`${words[0]?.charAt(0)}. ${rest}`);
  return { alone, behindTitle };
}

/** Written with a capital (where the script has any), and no title or relation as in 'Tante Truus'. */
export function isTelling(word: string): boolean {
  const lower = word.toLowerCase();
  if ((word.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS || !/^[\p{Lu}\p{Lo}]/u.test(word)) return false;
  return !PARTICLES.has(lower) && !TITLES.includes(lower) && !isRelation(lower);
}

/** The last word of a name that tells who it is. */
export function surnameOf(name: string): string | undefined {
  const bare = wordsOf(plain(name)).map((word) => word.replaceAll(/[.,;:()]/g, ''));
  return bare.findLast(isTelling);
}

/** 'Mw. J. de Vries' and 'Dokter Pieters' are somebody; 'Basisschool De Linde' and 'Orthopädische Praxis' are not. */
export function isSomebody(name: string): boolean {
  const words = wordsOf(plain(name)).map((word) => word.toLowerCase().replace(/\.$/, ''));
  return (
    words.some((word) => TITLES.includes(word) || BY_PROFESSION.has(word)) || /(?<!\p{L})\p{Lu}\./u.test(name)
  );
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

/** The longest first, so that a whole name is never taken for its first word. */
function alternatives(names: readonly string[]): string {
  const forms = new Set<string>();
  for (const name of names.filter(({ length }) => length <= LONGEST_NAME).slice(0, MOST_NAMES)) {
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
