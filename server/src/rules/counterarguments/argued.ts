/** Of which circumstances a rebuttal speaks: only of those of which what it says can be true. */

import { isRefusal } from '../../core/case/facts.js';
import { stagesOf } from '../../core/case/stages.js';
import { certainlyBefore, isKnown, parseDate } from '../../core/dates.js';
import type { CaseModel, Circumstance } from '../../core/model.js';
import { claimedCircumstances } from '../../knowledge/letters.js';

/** Rebuttals that say that someone can't leave: because of what no other circumstance shows. */
const ABOUT_LEAVING: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'cannot-leave-through-no-fault': ['no-fault-stay', 'statelessness'],
  'stateless-no-return': ['statelessness'],
};

/** Rebuttals that speak of what came after the last refusal. */
const ABOUT_SINCE: ReadonlySet<string> = new Set(['new-facts-since-refusal', 'new-ties-after-ruling']);

/** None is an answer too: the text then has a blank. */
export function arguedBy(snippet: string, model: CaseModel): readonly Circumstance[] {
  const claimed = claimedCircumstances(model);
  const kinds = ABOUT_LEAVING[snippet];
  if (kinds) return claimed.filter(({ data }) => kinds.includes(data.kind));
  return ABOUT_SINCE.has(snippet) ? claimed.filter((circumstance) => !isOlder(circumstance, model)) : claimed;
}

/** Did it certainly begin before the last refusal? */
function isOlder({ data }: Circumstance, model: CaseModel): boolean {
  const refusals = [...stagesOf(model.procedures)]
    .filter((stage) => isRefusal(stage.data.outcome))
    .map((stage) => parseDate(stage.data.decided))
    .filter(isKnown);
  const since = parseDate(data.since);
  return refusals.some((refusal) => certainlyBefore(since, refusal));
}
