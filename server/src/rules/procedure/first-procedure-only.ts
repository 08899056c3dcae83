import { mapOf, spotOf } from '../../core/case/access.js';
import { dayThatDecides, personsOf, type Regime, regimeOn } from '../../core/case/facts.js';
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
import { claimedCircumstances } from '../../knowledge/letters.js';
import { argumentFrom } from '../../knowledge/snippets.js';
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
  if (grounds.length > 0 && holds === false && !grounds.some((ground) => inForceOn(ground, day) === false))
    triggers.push('grounds');
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
  const regime = regimeOn(day);
  const proposed = lacksGround ? groundsToAdd(model, day, regime) : [];
  const add = (ids: readonly string[]): TextEdit => draft.addToList(claim, 'claim', 'grounds', ids);
  const argument = argumentEdit(draft, today);
  const together = [
    ...scope,
    ...(proposed.length > 0 ? [add(mainGrounds(proposed, regime))] : []),
    ...(argument ? [argument] : []),
  ];
  return [
    ...(together.length > 0 ? [draft.fix('widen', say('fix-widen'), together, { preferred: true })] : []),
    ...(scope.length > 0 ? [draft.fix('set-scope', say('fix-set-scope'), scope)] : []),
    ...proposed.map((id) =>
      draft.fix(
        `add-ground-${id}`,
        say(isAlternative(id, model) ? 'fix-add-ground-alternative' : 'fix-add-ground', { source: id }),
        [add([id])],
      ),
    ),
    ...(argument ? [draft.fix('insert-argument', say('fix-insert-argument'), [argument])] : []),
  ];
}

const RETURN_DIRECTIVE = 'eu.return-directive.6-4';

/** Grounds that hold at any time and are in force on the day, the first to be proposed in front. */
function groundsToAdd(model: Model, day: CaseDate | undefined, regime: Regime | undefined): string[] {
  const grounds = regime === 'a' ? ['nl.vb.3.4-3', RETURN_DIRECTIVE] : [RETURN_DIRECTIVE];
  if (regime === 'c') grounds.push('nl.vw.14');
  const tied = new Set(['rooted', 'rooted-child', 'dependency']);
  if (model.circumstances.some(({ data }) => tied.has(data.kind ?? ''))) grounds.push('echr.8');
  return grounds.filter((id) => inForceOn(id, day) !== false && !groundsOf(model).includes(id));
}

/** What the one action adds: the first proposal, and since the ruling of 2025 the minister's power beside it. */
function mainGrounds(proposed: readonly string[], regime: Regime | undefined): string[] {
  return proposed.filter((id, index) => index === 0 || (regime === 'c' && id === 'nl.vw.14'));
}

/** The Directive presupposes unlawful stay: while a first decision on asylum is awaited it stands in the alternative. */
function isAlternative(id: string, model: Model): boolean {
  return (
    id === RETURN_DIRECTIVE &&
    model.procedures.some(
      ({ data }) =>
        data.kind === 'asylum' &&
        data.decided === undefined &&
        (data.outcome === undefined || data.outcome === 'pending'),
    ) &&
    model.procedures.some((procedure) => personsOf(procedure, model).length > 0)
  );
}

function argumentEdit(draft: Draft, today: number): TextEdit | undefined {
  const { model } = draft;
  if (model.arguments.some(({ data }) => data.snippet === 'hardship-arises-over-time')) return undefined;
  const circumstances = claimedCircumstances(model);
  const fields = argumentFrom('hardship-arises-over-time', draft, {
    circumstances,
    today,
    newId: draft.newIds(),
  });
  return fields && draft.appendItems('arguments', [fields]);
}
