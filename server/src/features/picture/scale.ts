/** From days to places on a line of years. */

import { dateOfDay, dayNumber } from '../../core/dates.js';

export interface Scale {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Years that get a line and a number. */
  readonly ticks: readonly number[];
  x(day: number): number;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 250, 500, 1000, 2500];
const MOST_TICKS = 10;

/** Whole years around these days, from one place on the line to another. */
export function scaleFor(days: readonly number[], left: number, right: number): Scale {
  // Not Math.min(...days): a long file has more days than a call may have arguments.
  const first = days.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const firstYear = dateOfDay(first).year;
  const lastYear = Math.max(dateOfDay(last).year + 1, firstYear + 1);
  const from = dayNumber(firstYear, 1, 1);
  const to = dayNumber(lastYear, 1, 1);
  const step = STEPS.find((size) => (lastYear - firstYear) / size <= MOST_TICKS) ?? STEPS.at(-1) ?? 1;
  const ticks: number[] = [];
  for (let year = Math.ceil(firstYear / step) * step; year <= lastYear; year += step) ticks.push(year);
  return {
    firstYear,
    lastYear,
    ticks,
    x: (day) => left + ((day - from) / (to - from)) * (right - left),
  };
}
