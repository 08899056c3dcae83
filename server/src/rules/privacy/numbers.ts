/** Numbers that lead to a person: BSN, V-number and telephone numbers, as they stand in running text. */

import { late } from '../../core/late.js';
import { APART_BEFORE, APART_BEHIND, digitsIn, type Found, matches, SPACE } from './patterns.js';

export function* numbersIn(text: string): Generator<Found> {
  const undated = withoutDates(text);
  yield* bsnsIn(undated);
  yield* vNumbersIn(undated);
  yield* phonesIn(undated);
}

const DAY = '(?:0?[1-9]|[12][0-9]|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)[0-9]{2}';
const dates = late(
  () =>
    new RegExp(
      `(?<![0-9])(?:${[
        `${DAY}[-./ ]${MONTH}[-./ ]${YEAR}`,
        `(?<![0-9]-)${DAY}-${MONTH}-[0-9]{2}(?!-)`,
        `${YEAR}-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?`,
        // Not the beginning of 06-2012 3456.
        `${MONTH}[-./]${YEAR}(?![ -][0-9]{4}(?![0-9]))`,
      ].join('|')})(?![0-9])`,
      'g',
    ),
);

/** The same text with its dates struck out, every offset kept: they are no part of a number. */
export function withoutDates(text: string): string {
  return text.replaceAll(dates(), (date) => '|'.repeat(date.length));
}

const BSN_GAP = '[ .\\u00a0\\u2009\\u202f]';
/** Groups count only where no further group stands beside them: a longer row of digits is something else. */
const BSN_IN_GROUPS = `(?<![0-9]${BSN_GAP})(?:[0-9]{2,5}${BSN_GAP}){1,3}[0-9]{2,5}(?!${BSN_GAP}[0-9])`;
const bsns = late(() =>
  ['[0-9]{9}', BSN_IN_GROUPS].map((number) => new RegExp(`${APART_BEFORE}${number}${APART_BEHIND}`, 'gu')),
);

export function* bsnsIn(text: string): Generator<Found> {
  for (const pattern of bsns())
    for (const { 0: number, index } of matches(pattern, text))
      if (isBsn(digitsIn(number))) yield { kind: 'bsn', start: index, end: index + number.length };
}

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** The 11-test of the Dutch citizen service number. */
function isBsn(digits: string): boolean {
  if (digits.length !== WEIGHTS.length || isAllZero(digits)) return false;
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0;
}

const V_WORD = [
  'v[-. \\u2010\\u2011]{0,3}(?:nummers?|numbers?|nr)',
  'vreemdelingen[- ]?(?:nummers?|nr)',
  "aliens?[’']?s? numbers?",
  'ausländer[- ]?nummern?',
].join('|');
const vNumbers = late(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${V_WORD})(?!\\p{L})\\.?[^0-9.;!?]{0,40}${APART_BEFORE}([0-9](?:[ .]?[0-9]){9})${APART_BEHIND}`,
      'giu',
    ),
);

function* vNumbersIn(text: string): Generator<Found> {
  for (const { 0: all, 1: number = '', index } of matches(vNumbers(), text)) {
    const end = index + all.length;
    if (!isAllZero(digitsIn(number))) yield { kind: 'v-number', start: end - number.length, end };
  }
}

function asPhones(numbers: readonly string[]): () => readonly RegExp[] {
  return late(() => numbers.map((number) => new RegExp(`${BEFORE}${number}${APART_BEHIND}`, 'gu')));
}

/** One space, or a hyphen or bracket with spaces. A slash or dot makes it another sort of number. */
const GAP = `(?:${SPACE}|${SPACE}?[-\\u2010-\\u2013()]${SPACE}?)`;
const BEFORE = '(?<![\\p{L}\\p{N}./+]|[0-9][-\\u2010-\\u2013])\\(?';
const TRUNK_ZERO = `(?:\\(?0\\)?${SPACE}?)?`;
const phones = asPhones([
  `(?:\\+${SPACE}?|00)31\\)?${GAP}?${TRUNK_ZERO}[1-9](?:${GAP}?[0-9]){6,8}`,
  // A mobile number is known by its beginning and length, also where it is written in one go.
  `06(?:${GAP}?[0-9]){8}`,
  '01[5-7][0-9]{7,9}',
]);

/** Any other number has to show its groups: ten digits in one go may be a reference. */
const phonesInGroups = asPhones([
  `(?:\\+${SPACE}?|00)49\\)?${GAP}?${TRUNK_ZERO}[1-9][0-9]{0,12}(?:${GAP}[0-9]{2,9}){0,5}`,
  `0[0-9]{1,5}(?:${GAP}[0-9]{2,9}){1,5}`,
]);
const LEAST_DIGITS = 9;
const MOST_DIGITS = 15;

function* phonesIn(text: string): Generator<Found> {
  for (const pattern of phones())
    for (const { 0: number, index } of matches(pattern, text)) yield phone(index, number);
  for (const pattern of phonesInGroups()) {
    for (const { 0: all, index } of matches(pattern, text)) {
      const number = firstNumber(all);
      pattern.lastIndex = index + number.length;
      const digits = digitsIn(number);
      if (digits.length >= LEAST_DIGITS && digits.length <= MOST_DIGITS && !isAllZero(digits))
        yield phone(index, number);
    }
  }
}

/** Without the bracket that it stands in: '(020) 1234567' begins with its own, '(06-12345678)' doesn't. */
function phone(index: number, number: string): Found {
  const isInBrackets = number.split('(').length > number.split(')').length;
  return { kind: 'phone', start: isInBrackets ? index + 1 : index, end: index + number.length };
}

const GROUP = /[0-9]+/g;

/** Two numbers in a row look like one of many groups: the second begins with a zero again. */
function firstNumber(groups: string): string {
  let digits = 0;
  let end = 0;
  for (const { 0: group, index } of matches(GROUP, groups)) {
    const isNext = digits >= LEAST_DIGITS && (group.startsWith('0') || digits + group.length > MOST_DIGITS);
    if (isNext) break;
    digits += group.length;
    end = index + group.length;
  }
  return groups.slice(0, end);
}

function isAllZero(digits: string): boolean {
  return /^0*$/.test(digits);
}
