/**
 * When a Dutch time limit in weeks ends. It starts on the day after the decision was made known (nl.awb.6-8) and,
 * where it would end on a Saturday, Sunday or general holiday, runs on to the next day that is none (nl.atw).
 * Days are counted from 1970-01-01, as in dates.ts. Days that the Crown added for one year are not known here.
 */

import { dateOfDay, dayNumber, isKnown, parseDate } from '../dates.js';

const SUNDAY = 0;
const SATURDAY = 6;

/** The last day of a limit of so many weeks, for a decision that was made known on the given day. */
export function lastDayOfTerm(madeKnown: number, weeks: number): number {
  let day = madeKnown + weeks * 7;
  while (!isWorkingDay(day)) day++;
  return day;
}

/** Terms in asylum cases differ; of the other kinds it isn't certain which law sets them. */
const OF_FOUR_WEEKS: ReadonlySet<string | undefined> = new Set([
  'regular',
  'extension',
  'repeat-regular',
  'medical-deferral',
  'discretionary-request',
]);
/** From this day art. 69 of the Vreemdelingenwet 2000 sets the term (nl.vw.69). */
const SINCE = dayNumber(2001, 4, 1);

/**
 * The last day to contest a decision in a procedure of this kind, by objection or then by appeal: four weeks in
 * aliens cases (nl.vw.69). Undefined where the term is another, or the decision isn't known to the day.
 */
export function lastDayToContest(kind: string | undefined, decided: unknown): number | undefined {
  const date = parseDate(decided);
  if (!OF_FOUR_WEEKS.has(kind) || !isKnown(date) || date.first !== date.last || date.first < SINCE)
    return undefined;
  return lastDayOfTerm(date.first, 4);
}

export function isWorkingDay(day: number): boolean {
  const { weekday } = dateOfDay(day);
  return weekday !== SATURDAY && weekday !== SUNDAY && !isGeneralHoliday(day);
}

/** The holidays of the Algemene termijnenwet, art. 3, Good Friday among them. */
export function isGeneralHoliday(day: number): boolean {
  const { year } = dateOfDay(day);
  const easter = easterSunday(year);
  const moving = [easter - 2, easter + 1, easter + 39, easter + 50];
  const fixed = [
    dayNumber(year, 1, 1),
    kingsDay(year),
    dayNumber(year, 5, 5),
    dayNumber(year, 12, 25),
    dayNumber(year, 12, 26),
  ];
  return moving.includes(day) || fixed.includes(day);
}

/** King's Day, before 2014 Queen's Day; when it falls on a Sunday it is kept on the day before (so since 1980). */
function kingsDay(year: number): number {
  const day = year >= 2014 ? dayNumber(year, 4, 27) : dayNumber(year, 4, 30);
  return dateOfDay(day).weekday === SUNDAY ? day - 1 : day;
}

/** Easter Sunday by the Gregorian computus (in the anonymous form of 1876, whose letters are kept). */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return dayNumber(year, month, day);
}
