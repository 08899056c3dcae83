import { dayNumber } from '../core/dates.js';

/** The day on which the run is made, by the clock of the machine, in days since 1970-01-01. */
export function todayHere(): number {
  const now = new Date();
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
