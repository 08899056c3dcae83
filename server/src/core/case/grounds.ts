/** The grounds of a claim, and the procedures it is raised in, as the rules of procedure/ ask for them. */

import { type CaseDate, certainlyAfter, parseDate } from '../dates.js';
import type { CaseModel, Circumstance, Procedure } from '../model.js';
import { isClear } from './access.js';
import { applicants, firstProcedure, hadEndedOn, hasEnded, personsOf } from './facts.js';
import { isPending, stagesOf } from './stages.js';

type With<K extends keyof CaseModel> = Pick<CaseModel, K>;

export function groundsOf(model: With<'claim'>): string[] {
  return (model.claim?.data.grounds ?? []).filter((ground): ground is string => ground !== undefined);
}

/** Procedures of an applicant (RULES.md: or co-applicant) that were certainly lodged after the first. */
export function laterProcedures(model: With<'persons' | 'procedures'>, first: Procedure): Procedure[] {
  const own = new Set(applicants(model).map(({ data }) => data.id));
  const lodged = parseDate(first.data.lodged);
  return model.procedures.filter(
    (procedure) =>
      procedure !== first &&
      certainlyAfter(parseDate(procedure.data.lodged), lodged) &&
      personsOf(procedure, model).some((id) => own.has(id)),
  );
}

/** Circumstances of the claim that certainly began after the first decision; while there is none, after its lodging. */
export function circumstancesSince(model: With<'claim' | 'circumstances'>, first: Procedure): Circumstance[] {
  const [stage] = stagesOf([first]);
  const from = parseDate(stage && isPending(stage) ? first.data.lodged : first.data.decided);
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
  return isRaisedElsewhere(model, first) || isAfter(model.claim, first, day);
}

function isRaisedElsewhere(model: With<'claim' | 'procedures'>, first: Procedure): boolean {
  const raisedIn = model.claim?.data.raisedIn ?? [];
  const others = new Set(
    model.procedures.filter((procedure) => procedure !== first).map(({ data }) => data.id),
  );
  return raisedIn.length > 0 && raisedIn.every((id) => id !== undefined && others.has(id));
}

/** Had the first procedure ended when the claim was lodged? One that isn't lodged yet is judged by the reference date. */
export function isAfter(
  claim: NonNullable<CaseModel['claim']>,
  first: Procedure,
  day: CaseDate | undefined,
): boolean | undefined {
  const isToBeLodged = claim.data.lodged === undefined && isClear(claim, 'lodged');
  return isToBeLodged ? hasEnded(first, day) : hadEndedOn(first, day);
}
