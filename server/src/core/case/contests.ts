/** The refusals of a Dutch procedure that can be contested within a term that is certain, and until when. */

import type { CaseDate } from '../dates.js';
import { isKnown, parseDate } from '../dates.js';
import type { Procedure } from '../model.js';
import { isClear } from './access.js';
import { isRefusal } from './facts.js';
import type { Stage } from './stages.js';
import { lastDayToContest } from './terms.js';

export interface Contest extends Pick<Stage, 'procedure' | 'path' | 'data'> {
  /** The last day, counted from 1970-01-01. */
  readonly last: number;
  /** Something was lodged against it, or may have been: then no days are left to count. */
  readonly isContested: boolean;
}

/** What the terms rest on, by the ids of the legal data. */
export const TERM_SOURCES: readonly string[] = ['nl.vw.69', 'nl.awb.6-8', 'nl.atw'];

/**
 * The refusal itself, and that on the first objection: what comes later in the list may be against another decision,
 * as in the rule remedy-late.
 */
export function* contestsOf(procedure: Procedure): Generator<Contest> {
  const isReadable = isClear(procedure, 'remedies');
  const remedies = (procedure.data.remedies ?? [])
    .map((remedy, index) => ({ remedy, path: ['remedies', index] }))
    .filter(({ remedy }) => remedy?.kind !== 'interim-relief');
  const [first, second] = remedies;
  yield* contest(procedure, [], procedure.data, !isReadable || first !== undefined);
  if (first?.remedy?.kind === 'objection')
    yield* contest(procedure, first.path, first.remedy, !isReadable || second !== undefined);
}

function* contest(
  procedure: Procedure,
  path: Stage['path'],
  data: Stage['data'],
  isContested: boolean,
): Generator<Contest> {
  const last = lastDayToContest(procedure.data.kind, data.decided);
  if (last !== undefined && isRefusal(data.outcome)) yield { procedure, path, data, last, isContested };
}

/** Days left on a day within the term; undefined where the day certainly or possibly lies outside it. */
export function daysLeft({ data, last }: Contest, day: CaseDate | undefined): number | undefined {
  const from = parseDate(data.decided);
  if (!isKnown(from) || !isKnown(day) || day.first !== day.last) return undefined;
  return day.first >= from.first && day.first <= last ? last - day.first : undefined;
}
