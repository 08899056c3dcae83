/** How long it is from one date of a case to another, in the unit that a person would count in. */

import { type CaseDate, isKnown, middleOf, wholeMonths } from '../dates.js';

export interface Duration {
  readonly unit: 'day' | 'month' | 'year';
  readonly count: number;
  /** Whatever days the dates may mean, it is so many whole units. */
  readonly isCertain: boolean;
}

/** Up to here a person counts in days, and up to there in months. */
const MOST_DAYS = 60;
const MOST_MONTHS = 36;
const DAYS_IN = { day: 1, month: 365.2425 / 12, year: 365.2425 };

/**
 * Undefined where the dates are unknown, may stand the other way round or on the same day, or are so vague that the
 * answer could be off by more than itself.
 */
export function durationBetween(from: CaseDate | undefined, to: CaseDate | undefined): Duration | undefined {
  if (!isKnown(from) || !isKnown(to) || from.last > to.first) return undefined;
  const between = middleOf(to) - middleOf(from);
  const open = to.last - to.first + from.last - from.first;
  const unit = unitFor(between, open);
  const least = count(from.last, to.first, unit);
  if (least === count(from.first, to.last, unit))
    return least === 0 ? undefined : { unit, count: least, isCertain: true };
  return open > between
    ? undefined
    : { unit, count: Math.max(1, Math.round(between / DAYS_IN[unit])), isCertain: false };
}

/** Half a year of doubt and more is not told in months. */
const MOST_OPEN = 183;

function unitFor(between: number, open: number): Duration['unit'] {
  if (between <= MOST_DAYS) return 'day';
  return between < MOST_MONTHS * DAYS_IN.month && open < MOST_OPEN ? 'month' : 'year';
}

function count(from: number, to: number, unit: Duration['unit']): number {
  if (unit === 'day') return to - from;
  const months = wholeMonths(from, to);
  return unit === 'month' ? months : Math.floor(months / 12);
}
