/**
 * Dates of a case file: EDTF level 0 of year, month or day precision, with `~` (about) or `?` (uncertain).
 * A date stands for the interval of days that it covers; comparisons are made only where the intervals
 * leave no doubt. Days are counted from 1970-01-01, so that comparing is on whole numbers; months and years are
 * counted by Temporal's calendar.
 */

import * as calendar from 'temporal-polyfill/fns/PlainDate';

export type Precision = 'year' | 'month' | 'day';

export interface CaseDate {
  readonly text: string;
  readonly precision: Precision;
  readonly year: number;
  /** 1 to 12; 1 where the date names no month. */
  readonly month: number;
  readonly day: number;
  readonly about: boolean;
  readonly uncertain: boolean;
  /** First and last day that it may mean, widened by one unit for `~`. */
  readonly first: number;
  readonly last: number;
}

const EDTF = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?])?$/;
const MS_PER_DAY = 86_400_000;
const EPOCH = calendar.create(1970, 1, 1);

/** Days since 1970-01-01 in the Gregorian calendar; years before 100 included. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
}

/** The day number of the day that it is where the person sits. */
export function localDay(now: Date): number {
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

export function dateOfDay(day: number): { year: number; month: number; day: number; weekday: number } {
  const date = new Date(day * MS_PER_DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
  };
}

export function isoDay(day: number): string {
  const { year, month, day: d } = dateOfDay(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  return dateOfDay(dayNumber(year, month + 1, 0)).day;
}

/** Has the text the form of a date? Whether such a day exists is another question: {@link parseDate}. */
export function looksLikeDate(value: unknown): boolean {
  return EDTF.test(String(value));
}

/** The date, or undefined where the value is no date or names a day that doesn't exist. */
export function parseDate(value: unknown): CaseDate | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  if (text.length > LONGEST_DATE) return undefined;
  // Every rule on dates asks for those of the whole file.
  const known = parsed.get(text);
  if (known !== undefined) return known ?? undefined;
  if (parsed.size >= MOST_KEPT) parsed.clear();
  const date = read(text);
  parsed.set(text, date ?? NO_DATE);
  return date;
}

const LONGEST_DATE = '2019-05-01~'.length;
const MOST_KEPT = 10_000;
const NO_DATE = null;
const parsed = new Map<string, CaseDate | typeof NO_DATE>();

function read(text: string): CaseDate | undefined {
  const found = EDTF.exec(text);
  if (!found) return undefined;
  const year = Number(found[1]);
  const month = found[2] === undefined ? 1 : Number(found[2]);
  const day = found[3] === undefined ? 1 : Number(found[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const precision: Precision = found[3] !== undefined ? 'day' : found[2] !== undefined ? 'month' : 'year';
  const about = found[4] === '~';
  const [first, last] = interval(year, month, day, precision, about ? 1 : 0);
  return { text, precision, year, month, day, about, uncertain: found[4] === '?', first, last };
}

function interval(
  year: number,
  month: number,
  day: number,
  precision: Precision,
  widen: number,
): [number, number] {
  if (precision === 'day') return [dayNumber(year, month, day) - widen, dayNumber(year, month, day) + widen];
  if (precision === 'month')
    return [dayNumber(year, month - widen, 1), dayNumber(year, month + 1 + widen, 0)];
  return [dayNumber(year - widen, 1, 1), dayNumber(year + widen, 12, 31)];
}

export function dateFromDay(day: number): CaseDate {
  return parseDate(isoDay(day)) as CaseDate;
}

type Maybe = CaseDate | undefined;

/** Is the date one that rules may compare: there, and without a question mark? */
export function isKnown(date: Maybe): date is CaseDate {
  return date !== undefined && !date.uncertain;
}

export function certainlyBefore(a: Maybe, b: Maybe): boolean {
  return isKnown(a) && isKnown(b) && a.last < b.first;
}

export function certainlyAfter(a: Maybe, b: Maybe): boolean {
  return certainlyBefore(b, a);
}

/** Certainly on the other day or later. */
export function certainlyFrom(a: Maybe, b: Maybe): boolean {
  return isKnown(a) && isKnown(b) && a.first >= b.last;
}

/** The same day of the month so many months on; where that month is shorter, its last day. */
export function addMonths(day: number, months: number): number {
  // The same few days are asked for again and again while a file is typed, and the calendar takes its time.
  const key = `${day} ${months}`;
  let result = monthsOn.get(key);
  if (result === undefined) {
    if (monthsOn.size >= MOST_KEPT) monthsOn.clear();
    result = numberOf(calendar.addMonths(recordOf(day), months));
    monthsOn.set(key, result);
  }
  return result;
}

const monthsOn = new Map<string, number>();

/** Have so many months certainly gone by from the one date to the other? */
export function certainlyMonthsApart(from: Maybe, to: Maybe, months: number): boolean {
  return isKnown(from) && isKnown(to) && addMonths(from.last, months) <= to.first;
}

export interface Years {
  readonly least: number;
  readonly most: number;
}

/**
 * Age in whole years on a day. A year of life ends with the day before the birthday, in Dutch and German law alike:
 * so a person born on 29 February comes of age on 1 March in a year without that day.
 */
export function ageOn(birth: CaseDate, on: CaseDate): Years {
  return { least: yearsBetween(birth.last, on.first), most: yearsBetween(birth.first, on.last) };
}

/** The likeliest age: where the dates are vague, of someone born in the middle of what the birth date may mean. */
export function likelyAgeOn(birth: CaseDate, on: CaseDate): number {
  return yearsBetween(middleOf(birth), middleOf(on));
}

export function middleOf({ first, last }: CaseDate): number {
  return Math.floor((first + last) / 2);
}

/** Whole months from the one day to the other. */
export function wholeMonths(from: number, to: number): number {
  return calendar.diffMonths(recordOf(from), recordOf(to), 'floor');
}

function yearsBetween(from: number, to: number): number {
  return calendar.diffYears(recordOf(from - 1), recordOf(to - 1), 'floor');
}

type Day = ReturnType<typeof calendar.create>;

function recordOf(day: number): Day {
  const { year, month, day: d } = dateOfDay(day);
  return calendar.create(year, month, d);
}

function numberOf(record: Day): number {
  return calendar.diffDays(EPOCH, record);
}
