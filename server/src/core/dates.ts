/**
 * Dates of a case file: EDTF level 0 of year, month or day precision, with `~` (about) or `?` (uncertain).
 * A date stands for the interval of days that it covers; comparisons are made only where the intervals
 * leave no doubt. Days are counted from 1970-01-01, so that comparing is on whole numbers; months and years are
 * counted as Temporal does, which a test asks for a second opinion: by itself it takes more time than all rules on dates.
 */

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
/** The day number of the day that it is where the person sits. */
export function localDay(now: Date): number {
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

const DAYS_PER_ERA = 146_097;
/** Days from the first of March of the year 0, where eras of 400 years begin, to 1970-01-01. */
const EPOCH = 719_468;

/**
 * Days since 1970-01-01 in the Gregorian calendar; years before 100 included. Months and days beyond the year's and the
 * month's run on: month 13 is the next January, day 0 the last of the month before.
 */
export function dayNumber(year: number, month: number, day: number): number {
  // Years that begin in March end with the leap day.
  const months = year * 12 + month - 3;
  const marchYear = Math.floor(months / 12);
  const dayOfYear = Math.floor((153 * (months - marchYear * 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - EPOCH;
}

interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export function dateOfDay(day: number): CalendarDay {
  const sinceMarch = day + EPOCH;
  const era = Math.floor(sinceMarch / DAYS_PER_ERA);
  const dayOfEra = sinceMarch - era * DAYS_PER_ERA;
  // The leap days before it are taken out, then years are all equally long.
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (DAYS_PER_ERA - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    weekday: (((day + THURSDAY) % 7) + 7) % 7,
  };
}

/** 1970-01-01 */
const THURSDAY = 4;

export function isoDay(day: number): string {
  return isoText(dateOfDay(day));
}

function isoText({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** Has the text the form of a date? Whether such a day exists is another question: {@link parseDate}. */
export function looksLikeDate(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && EDTF.test(String(value));
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

export function dateFromDay(number: number): CaseDate {
  const on = dateOfDay(number);
  const { year, month, day } = on;
  return {
    text: isoText(on),
    precision: 'day',
    year,
    month,
    day,
    about: false,
    uncertain: false,
    first: number,
    last: number,
  };
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
export function addMonths(number: number, months: number): number {
  const { year, month, day } = dateOfDay(number);
  const first = dayNumber(year, month + months, 1);
  const next = dayNumber(year, month + months + 1, 1);
  return Math.min(first + day - 1, next - 1);
}

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

/** Whole months from the one day to the other; of part of a month before it, a whole one. */
export function wholeMonths(from: number, to: number): number {
  const start = dateOfDay(from);
  const end = dateOfDay(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const isReached = Math.min(start.day, daysInMonth(end.year, end.month)) <= end.day;
  return isReached ? months : months - 1;
}

function yearsBetween(from: number, to: number): number {
  return Math.floor(wholeMonths(from - 1, to - 1) / 12);
}
