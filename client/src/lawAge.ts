/** When to say that the legal data are old: at most once a week. Days are those of the calendar, without their hour. */

import type { Language } from './words.js';

const WEEK = 7 * 86_400_000;

/** Of the law, as the server tells it. */
export interface LawStamp {
  readonly version: number;
  /** `2026-11-23` */
  readonly date: string;
  readonly origin: 'own' | 'file';
}

/**
 * @param months after how many the data are old; anything but a number above 0: never
 * @param toldAt when it was said last, in milliseconds as `Date.now()` has them
 */
export function isReminderDue(
  date: string,
  months: unknown,
  toldAt: number | undefined,
  now: number,
): boolean {
  if (typeof months !== 'number' || !(months > 0)) return false;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // A clock that was set back must not keep it silent for ever.
  const isToldLately = toldAt !== undefined && toldAt <= now && now - toldAt < WEEK;
  return !isToldLately && now >= new Date(year, month - 1 + months, day).getTime();
}

/** 23-11-2026, 23 November 2026, 23.11.2026 */
export function dayInWords(date: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (language === 'nl') return `${day}-${month}-${year}`;
  if (language === 'de') return `${day}.${month}.${year}`;
  return new Date(year, month - 1, day).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
