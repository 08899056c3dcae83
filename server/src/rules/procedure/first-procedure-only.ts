import { isClear, mapOf, spotOf } from '../../core/case/access.js';
import { dayThatDecides, type Regime, regimeOn } from '../../core/case/facts.js';
import {
  circumstancesSince,
  groundsOf,
  isRaisedOnlyInFirst,
  laterProcedures,
} from '../../core/case/grounds.js';
import type { CaseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix, Message, TextEdit } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { argumentsEdit } from '../../knowledge/arguments.js';
import {
  ALIENS_ACT_POWER,
  addGroundFix,
  claimHoldsAtAnyTime,
  groundsThatHold,
  isAlternative,
  isGroundClosed,
} from '../../knowledge/grounds.js';
import { inForceOn } from '../../knowledge/sources.js';

type Model = Pick<CaseModel, 'case' | 'persons' | 'procedures' | 'circumstances' | 'claim'>;
type Claim = NonNullable<Model['claim']>;
type Trigger = 'scope' | 'grounds' | 'raisedIn';

/**
 * The claim confines itself to the first procedure, where hardship that arose later is not looked at. The rule
 * that the project exists for; its triggers (a), (b) and (c) are those of RULES.md.
 */
export const rule = defineRule({
  reads: ['case', 'persons', 'procedures', 'circumstances', 'claim'],
  needs: ['case', 'claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    if (!claim) return;
    const day = dayThatDecides(model, today);
    const triggers = triggersOf(model, claim, day);
    const [main, ...others] = triggers;
    if (!main) return;
    yield {
      at: spotOf(claim, main),
      message: say('limited', { regime: regimeOn(day) ?? 'unknown', trigger: main }),
      related: others.map((trigger) => ({ at: spotOf(claim, trigger), message: say(`related-${trigger}`) })),
      about: claim,
      fixes: (draft) => fixes(draft, triggers, day, today, say),
    };
  },
});

function triggersOf(model: Model, claim: Claim, day: CaseDate | undefined): Trigger[] {
  const grounds = groundsOf(model);
  const holds = claimHoldsAtAnyTime(model, day);
  const triggers: Trigger[] = [];
  if (claim.data.scope === 'first-procedure') triggers.push('scope');
  // A ground that was not in force, or is closed, is told by a rule of its own.
  const isTold =
    grounds.some((ground) => inForceOn(ground, day) === false) || isGroundClosed(model, day) === true;
  if (grounds.length > 0 && holds === false && !isTold) triggers.push('grounds');
  if (isTiedToFirst(model) && (isNotAnyTime(claim) || holds === false)) triggers.push('raisedIn');
  return triggers;
}

/** Certainly: a scope that can't be read may be any time. */
function isNotAnyTime(claim: Claim): boolean {
  return claim.data.scope !== 'any-time' && isClear(claim, 'scope');
}

/** Raised in the first procedure alone, though the file shows later procedures or what began after its decision. */
function isTiedToFirst(model: Model): boolean {
  const first = isRaisedOnlyInFirst(model);
  return (
    first !== undefined &&
    (laterProcedures(model, first).length > 0 || circumstancesSince(model, first).length > 0)
  );
}

function fixes(
  draft: Draft,
  triggers: readonly Trigger[],
  day: CaseDate | undefined,
  today: number,
  say: Say,
): Fix[] {
  const { model } = draft;
  const claim = mapOf(model.claim);
  if (!claim || !model.claim) return [];
  const isTied = triggers.includes('raisedIn');
  const needsScope = triggers.includes('scope') || (isTied && isNotAnyTime(model.claim));
  const proposed =
    claimHoldsAtAnyTime(model, day) === false
      ? groundsThatHold(model, day).filter((id) => !groundsOf(model).includes(id))
      : [];
  // A lack of grounds is also part of what ties a claim to the first procedure.
  const needsGround = triggers.includes('grounds') || (isTied && proposed.length > 0);
  const scope = needsScope ? [draft.setKey(claim, 'claim', 'scope', 'any-time')] : [];
  const main = mainGrounds(proposed, regimeOn(day));
  const argument = argumentEdit(draft, today);
  const together = [
    ...scope,
    ...(main.length > 0 ? [draft.addToList(claim, 'claim', 'grounds', main)] : []),
    ...(argument ? [argument] : []),
  ];
  const isOne = together.length === 1 && main.length <= 1;
  const setScope = () =>
    draft.fix('set-scope', say('fix-set-scope'), scope, { preferred: isOne, onlyHelps: needsGround });
  const addGround = (id: string) =>
    addGroundFix(draft, claim, id, { preferred: isOne && id === main[0], onlyHelps: needsScope });
  return helpersLast([
    ...(isOne
      ? []
      : [draft.fix('widen', widenTitle(draft, main, argument, say), together, { preferred: true })]),
    ...(needsScope ? [setScope()] : []),
    ...(needsGround ? proposed.map(addGround) : []),
    ...(argument
      ? [draft.fix('insert-argument', say('fix-insert-argument'), [argument], { onlyHelps: true })]
      : []),
  ]);
}

/** Says what comes with it, and where the Directive can stand in the alternative only. */
function widenTitle(
  draft: Draft,
  grounds: readonly string[],
  argument: TextEdit | undefined,
  say: Say,
): Message {
  const hasGround = grounds.length > 0;
  const ways = argument ? (hasGround ? 'both' : 'argument') : hasGround ? 'ground' : 'none';
  const isInAlternative = grounds.some((id) => isAlternative(id, draft.model));
  return say('fix-widen', { with: ways, alternative: isInAlternative ? 'yes' : 'no' });
}

function helpersLast(fixes: readonly Fix[]): Fix[] {
  return [...fixes.filter(({ onlyHelps }) => !onlyHelps), ...fixes.filter(({ onlyHelps }) => onlyHelps)];
}

/** What the one action adds: the first proposal, and since the ruling of 2025 the minister's power beside it. */
function mainGrounds(proposed: readonly string[], regime: Regime | undefined): string[] {
  return proposed.filter((id, index) => index === 0 || (regime === 'c' && id === ALIENS_ACT_POWER));
}

function argumentEdit(draft: Draft, today: number): TextEdit | undefined {
  const isThere = draft.model.arguments.some(({ data }) => data.snippet === 'hardship-arises-over-time');
  return isThere ? undefined : argumentsEdit(draft, ['hardship-arises-over-time'], { today });
}
