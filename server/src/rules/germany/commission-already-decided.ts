import { isClear, keyAt, mapOf, spotOf } from '../../core/case/access.js';
import { isRefusal, personsOf } from '../../core/case/facts.js';
import { certainlyAfter, certainlyBefore, isKnown, parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel, Procedure } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { blankOf, textOf } from './inserts.js';
import { weightOf } from './land.js';

type Model = Pick<CaseModel, 'persons' | 'procedures' | 'claim'>;

/** The commission decided on the case before, by what the claim says or by an earlier procedure to which nothing new is added. */
export const rule = defineRule({
  reads: ['case', 'persons', 'procedures', 'claim'],
  needs: ['case', 'claim'],
  *check({ model, today, say }): Generator<Report> {
    const { claim } = model;
    if (!claim) return;
    const current = currentProcedure(model);
    const isBare = current !== undefined && lacksNewFacts(current);
    const earlier = isBare ? earlierDecision(model, current) : undefined;
    const isStated = claim.data.conditions?.earlierCommissionDecision === true;
    if (!isStated && !earlier) return;
    const { severity, land } = weightOf(model, today, 'exclusion');
    yield {
      at: isStated
        ? spotOf(claim, 'conditions', 'earlierCommissionDecision')
        : (keyAt(current as Procedure, 'newFacts') ?? (current as Procedure).place),
      severity,
      message: say(isStated ? 'stated' : 'repeated', {
        land: model.case?.data.federalState === 'DE-BW' ? 'bw' : land,
        field: { field: 'newFacts', of: 'procedure' },
      }),
      ...(earlier ? { related: [{ at: earlier.place, message: say('related-earlier') }] } : {}),
      fixes: (draft) => (isBare ? newFactsFixes(draft, current, earlier, isStated, say) : []),
    };
  },
});

/** The procedure in which the claim is raised, of several the last: before the commission, else any. */
function currentProcedure({ procedures, claim }: Model): Procedure | undefined {
  const raisedIn = new Set(claim?.data.raisedIn ?? []);
  const own = procedures.filter(({ data }) => data.id !== undefined && raisedIn.has(data.id));
  return own.findLast(({ data }) => isOfCommission(data.kind)) ?? own.at(-1);
}

function isOfCommission(kind: string | undefined): boolean {
  return kind === 'hardship-commission';
}

function lacksNewFacts(procedure: Procedure): boolean {
  return (procedure.data.newFacts ?? []).length === 0 && isClear(procedure, 'newFacts');
}

/** The last procedure of the same people before the commission that was certainly lodged earlier, and decided. */
function earlierDecision(model: Model, current: Procedure): Procedure | undefined {
  const persons = new Set(personsOf(current, model));
  const lodged = parseDate(current.data.lodged);
  return model.procedures.findLast(
    (procedure) =>
      procedure !== current &&
      isOfCommission(procedure.data.kind) &&
      isDecided(procedure) &&
      certainlyBefore(parseDate(procedure.data.lodged), lodged) &&
      personsOf(procedure, model).some((id) => persons.has(id)),
  );
}

/** Certainly decided by the commission: whoever takes a case back gets no decision. */
function isDecided(procedure: Procedure): boolean {
  const { outcome, decided } = procedure.data;
  if (outcome === 'granted' || isRefusal(outcome)) return true;
  return outcome === undefined && isClear(procedure, 'outcome') && isKnown(parseDate(decided));
}

/** What arose since the earlier decision, where the file has it; else an event to be filled in. */
function newFactsFixes(
  draft: Draft,
  current: Procedure,
  earlier: Procedure | undefined,
  onlyHelps: boolean,
  say: Say,
): Fix[] {
  const owner = mapOf(current);
  if (!owner) return [];
  const decided = parseDate(earlier?.data.decided);
  const since = draft.model.circumstances.flatMap(({ data }) =>
    data.id !== undefined && certainlyAfter(parseDate(data.since), decided) ? [data.id] : [],
  );
  const add = (ids: readonly string[]) => draft.addToList(owner, 'procedure', 'newFacts', ids);
  if (since.length > 0)
    return [
      draft.fix('insert-new-facts', say('fix-circumstances', { count: since.length }), [add(since)], {
        preferred: !onlyHelps,
        onlyHelps,
      }),
    ];
  const id = draft.newIds()(textOf(draft, say('event-id')));
  const event = draft.appendItems('timeline', [
    { id, date: blankOf(draft, say('event-date')), title: blankOf(draft, say('event-title')) },
  ]);
  return [
    draft.fix('insert-event', say('fix-event'), [event, add([id])], { preferred: !onlyHelps, onlyHelps }),
  ];
}
