/** The grounds of a claim, and the procedures it is raised in, as the rules of procedure/ ask for them. */

import { type CaseDate, certainlyAfter, parseDate } from '../dates.js';
import type { CaseModel, Circumstance, Procedure } from '../model.js';
import { applicants, firstProcedure, hadEndedOn, personsOf } from './facts.js';

type With<K extends keyof CaseModel> = Pick<CaseModel, K>;

export function groundsOf(model: With<'claim'>): string[] {
  return (model.claim?.data.grounds ?? []).filter((ground): ground is string => ground !== undefined);
}

/** Procedures of a main applicant that were certainly lodged after the first. */
export function laterProcedures(model: With<'persons' | 'procedures'>, first: Procedure): Procedure[] {
  const main = new Set(
    applicants(model)
      .filter(({ data }) => data.role === 'applicant')
      .map(({ data }) => data.id),
  );
  const lodged = parseDate(first.data.lodged);
  return model.procedures.filter(
    (procedure) =>
      procedure !== first &&
      certainlyAfter(parseDate(procedure.data.lodged), lodged) &&
      personsOf(procedure, model).some((id) => main.has(id)),
  );
}

/** Circumstances of the claim that certainly began after the first decision; while there is none, after its lodging. */
export function circumstancesSince(model: With<'claim' | 'circumstances'>, first: Procedure): Circumstance[] {
  const { decided, outcome, lodged } = first.data;
  const isUndecided = decided === undefined && (outcome === undefined || outcome === 'pending');
  const from = parseDate(isUndecided ? lodged : decided);
  const claimed = new Set(model.claim?.data.circumstances ?? []);
  return model.circumstances.filter(
    ({ data }) => claimed.has(data.id) && certainlyAfter(parseDate(data.since), from),
  );
}

/** Is the claim raised in the first procedure and nowhere else? */
export function isRaisedOnlyInFirst(model: With<'claim' | 'persons' | 'procedures'>): Procedure | undefined {
  const raisedIn = model.claim?.data.raisedIn;
  const first = firstProcedure(model);
  if (!raisedIn || raisedIn.length === 0 || !first?.data.id) return undefined;
  return raisedIn.every((id) => id === first.data.id) ? first : undefined;
}

/**
 * Is the claim raised only in procedures other than the first, or on a day (that of lodging, else the reference
 * date) on which the first had ended? Undefined where the file leaves it open.
 */
export function isOutsideFirst(
  model: With<'claim' | 'persons' | 'procedures'>,
  day: CaseDate | undefined,
): boolean | undefined {
  const first = firstProcedure(model);
  if (!model.claim || !first) return undefined;
  const raisedIn = model.claim.data.raisedIn ?? [];
  const others = new Set(
    model.procedures.filter((procedure) => procedure !== first).map(({ data }) => data.id),
  );
  const isElsewhere = raisedIn.length > 0 && raisedIn.every((id) => id !== undefined && others.has(id));
  return isElsewhere || hadEndedOn(first, day);
}
