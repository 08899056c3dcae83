/** The latest refusal of the file, as far as it is certain which one that is. */

import { isRefusal } from '../core/case/facts.js';
import { stagesOf } from '../core/case/stages.js';
import { type CaseDate, isKnown, parseDate } from '../core/dates.js';
import type { CaseModel } from '../core/model.js';

/**
 * When an application or remedy was last refused. Undefined where none was, or where a refusal further down the
 * file (oldest first, CASE-FORMAT) has no date: that may be the latest.
 */
export function latestRefusal(model: Pick<CaseModel, 'procedures'>): CaseDate | undefined {
  const dates = [...stagesOf(model.procedures)]
    .filter(({ data }) => isRefusal(data.outcome))
    .map(({ data }) => parseDate(data.decided));
  const last = dates.at(-1);
  // With a question mark nothing is certain, so the order of the file counts.
  if (!last || dates.some((date) => date?.uncertain)) return last;
  return dates.filter(isKnown).sort((a, b) => b.last - a.last)[0];
}

export function hasRefusal(model: Pick<CaseModel, 'procedures'>): boolean {
  return [...stagesOf(model.procedures)].some(({ data }) => isRefusal(data.outcome));
}
