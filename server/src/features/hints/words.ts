/** Durations and ages as they are said of a case: exact, or marked as not quite certain. */

import type { Duration } from '../../core/case/durations.js';
import { ageOn, type CaseDate, likelyAgeOn } from '../../core/dates.js';
import type { Message } from '../../core/findings.js';

/** German asks for another case behind 'nach' and 'seit'. */
export function inWords(
  { unit, count, isCertain }: Duration,
  form: 'duration' | 'after' | 'for' = 'duration',
): Message {
  return { key: `hints.${form}`, args: { unit, count, certain: isCertain ? 'yes' : 'no' } };
}

/** Undefined of who was not certainly born yet. */
export function ageInWords(birth: CaseDate, on: CaseDate): Message | undefined {
  const { least, most } = ageOn(birth, on);
  if (least < 0) return undefined;
  return inWords({ unit: 'year', count: likelyAgeOn(birth, on), isCertain: least === most });
}
