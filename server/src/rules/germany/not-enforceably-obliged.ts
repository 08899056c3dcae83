import { isAbsent, isClear, keyAt, mapOf, nodeAt, spotOf } from '../../core/case/access.js';
import { isApplicant } from '../../core/case/facts.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { isPlaceholderMap } from '../../core/values.js';
import { restsOnCommissionPower } from './commission.js';

type Claim = NonNullable<CaseModel['claim']>;

const QUESTION = 'enforceablyObligedToLeave';

/** § 23a AufenthG is for people who are enforceably required to leave; the file denies that or doesn't say so. */
export const rule = defineRule({
  reads: ['persons', 'claim'],
  *check({ model, say }) {
    const { claim } = model;
    if (!claim || !restsOnCommissionPower(model)) return;
    const answer = claim.data.conditions?.[QUESTION];
    if (answer === false) yield { at: spotOf(claim, 'conditions', QUESTION), message: say('denied') };
    if (answer !== undefined || !isUnanswered(claim) || !isNobodyObliged(model)) return;
    yield {
      at: keyAt(claim, 'conditions') ?? claim.place,
      message: say('unstated'),
      fixes: (draft) => fixes(draft, say),
    };
  },
});

/** Certainly not written down, neither under conditions nor with all conditions. */
function isUnanswered(claim: Claim): boolean {
  const conditions = nodeAt(claim, 'conditions');
  if (conditions === undefined) return isAbsent(claim, 'conditions');
  return conditions.kind === 'map' && !isPlaceholderMap(conditions) && isClear(claim, 'conditions', QUESTION);
}

/** Certainly no applicant who is said to be enforceably required to leave. */
function isNobodyObliged({ persons }: Pick<CaseModel, 'persons'>): boolean {
  return persons.every(
    (person) =>
      person.data.role !== undefined &&
      (!isApplicant(person) ||
        (isClear(person, 'status') && person.data.status !== 'enforceably-obliged-to-leave')),
  );
}

/** What somebody wrote down as a fact is left to them; only where nothing stands is the answer offered. */
function fixes(draft: Draft, say: Say): Fix[] {
  const { claim } = draft.model;
  const owner = mapOf(claim);
  if (!claim || !owner) return [];
  const conditions = nodeAt(claim, 'conditions');
  const edit =
    conditions?.kind === 'map'
      ? draft.setKey(conditions, 'claimConditions', QUESTION, true)
      : draft.setKey(owner, 'claim', 'conditions', { [QUESTION]: true });
  // Whether it is so only they know: nothing to be put in by the way.
  return [draft.fix('confirm', say('fix-confirm'), [edit])];
}
