import { mapOf, spotOf } from '../../core/case/access.js';
import { dayThatDecides, type Regime, regimeOn } from '../../core/case/facts.js';
import {
  circumstancesSince,
  groundsOf,
  isRaisedOnlyInFirst,
  laterProcedures,
} from '../../core/case/grounds.js';
import type { CaseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix, TextEdit } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { argumentsEdit } from '../../knowledge/arguments.js';
import { groundsThatHold, isAlternative, isGroundClosed } from '../../knowledge/grounds.js';
import { anyHoldsAtAnyTime, inForceOn } from '../../knowledge/sources.js';

type Model = Pick<CaseModel, 'case' | 'persons' | 'procedures' | 'circumstances' | 'claim'>;
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
    const triggers = triggersOf(model, day);
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

function triggersOf(model: Model, day: CaseDate | undefined): Trigger[] {
  const { scope } = model.claim?.data ?? {};
  const grounds = groundsOf(model);
  const holds = anyHoldsAtAnyTime(grounds, day);
  const triggers: Trigger[] = [];
  if (scope === 'first-procedure') triggers.push('scope');
  // A ground that was not in force, or is closed, is told by a rule of its own.
  const isTold =
    grounds.some((ground) => inForceOn(ground, day) === false) || isGroundClosed(model, day) === true;
  if (grounds.length > 0 && holds === false && !isTold) triggers.push('grounds');
  if (isTiedToFirst(model) && (scope !== 'any-time' || holds === false)) triggers.push('raisedIn');
  return triggers;
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
  if (!claim) return [];
  const scope =
    triggers.some((trigger) => trigger !== 'grounds') && model.claim?.data.scope !== 'any-time'
      ? [draft.setKey(claim, 'claim', 'scope', 'any-time')]
      : [];
  const lacksGround = anyHoldsAtAnyTime(groundsOf(model), day) !== true;
  const needsGround =
    triggers.includes('grounds') ||
    (triggers.includes('raisedIn') && anyHoldsAtAnyTime(groundsOf(model), day) === false);
  const regime = regimeOn(day);
  const proposed = lacksGround
    ? groundsThatHold(model, day).filter((id) => !groundsOf(model).includes(id))
    : [];
  const add = (ids: readonly string[]): TextEdit => draft.addToList(claim, 'claim', 'grounds', ids);
  const argument = argumentEdit(draft, today);
  const together = [
    ...scope,
    ...(proposed.length > 0 ? [add(mainGrounds(proposed, regime))] : []),
    ...(argument ? [argument] : []),
  ];
  const addGround = (id: string) =>
    draft.fix(
      `add-ground-${id}`,
      say(isAlternative(id, model) ? 'fix-add-ground-alternative' : 'fix-add-ground', { source: id }),
      [add([id])],
      { onlyHelps: scope.length > 0 },
    );
  const inOrder = [
    ...(scope.length > 0
      ? [draft.fix('set-scope', say('fix-set-scope'), scope, { onlyHelps: needsGround })]
      : []),
    ...(needsGround ? proposed.map(addGround) : []),
    ...(argument
      ? [draft.fix('insert-argument', say('fix-insert-argument'), [argument], { onlyHelps: true })]
      : []),
  ];
  return [
    ...(together.length > 0 ? [draft.fix('widen', say('fix-widen'), together, { preferred: true })] : []),
    ...inOrder.filter(({ onlyHelps }) => !onlyHelps),
    ...inOrder.filter(({ onlyHelps }) => onlyHelps),
  ];
}

/** What the one action adds: the first proposal, and since the ruling of 2025 the minister's power beside it. */
function mainGrounds(proposed: readonly string[], regime: Regime | undefined): string[] {
  return proposed.filter((id, index) => index === 0 || (regime === 'c' && id === 'nl.vw.14'));
}

function argumentEdit(draft: Draft, today: number): TextEdit | undefined {
  const isThere = draft.model.arguments.some(({ data }) => data.snippet === 'hardship-arises-over-time');
  return isThere ? undefined : argumentsEdit(draft, ['hardship-arises-over-time'], { today });
}
