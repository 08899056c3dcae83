/** What follows from a case file before any rule speaks: the days that decide, the regime, the first procedure. */

import { ageOn, type CaseDate, certainlyBefore, dateFromDay, isKnown, parseDate } from '../dates.js';
import type { CaseModel, Person, Procedure } from '../model.js';
import { Remembered } from '../remembered.js';
import { isAbsent, isClear } from './access.js';
import { isPending, lacks, type Stage, stagesOf } from './stages.js';

type With<K extends keyof CaseModel> = Pick<CaseModel, K>;

/** The day on which ages and durations are judged: `case.referenceDate`, today by default; undefined if unreadable. */
export function referenceDate(model: With<'case'>, today: number): CaseDate | undefined {
  const own = model.case;
  if (!own) return undefined;
  if (own.data.referenceDate !== undefined) return parseDate(own.data.referenceDate);
  return isAbsent(own, 'referenceDate') ? dateFromDay(today) : undefined;
}

/** The day whose law decides: that on which the claim was lodged, else the reference date (RULES.md). */
export function dayThatDecides(model: With<'case' | 'claim'>, today: number): CaseDate | undefined {
  const { claim } = model;
  if (claim?.data.lodged !== undefined) return parseDate(claim.data.lodged);
  if (claim && !isAbsent(claim, 'lodged')) return undefined;
  return referenceDate(model, today);
}

/** The three Dutch regimes (KNOWLEDGE.md): the general power; the first procedure only; and since the ruling of 2025. */
export type Regime = 'a' | 'b' | 'c';

const FIRST_PROCEDURE_ONLY_FROM = parseDate('2019-05-01') as CaseDate;
const RULING_OF_2025 = parseDate('2025-08-27') as CaseDate;

/** Undefined where the day leaves it open. */
export function regimeOn(day: CaseDate | undefined): Regime | undefined {
  if (!isKnown(day)) return undefined;
  if (certainlyBefore(day, FIRST_PROCEDURE_ONLY_FROM)) return 'a';
  if (day.first >= RULING_OF_2025.first) return 'c';
  return day.first >= FIRST_PROCEDURE_ONLY_FROM.first && day.last < RULING_OF_2025.first ? 'b' : undefined;
}

export function isApplicant(person: Person): boolean {
  return person.data.role === 'applicant' || person.data.role === 'co-applicant';
}

export function applicants({ persons }: With<'persons'>): readonly Person[] {
  return applicantsAmong.of([persons], () => persons.filter(isApplicant));
}

const applicantsAmong = new Remembered<readonly Person[]>();

/** The ids of the persons whose procedure it is: by default every applicant and co-applicant. */
export function personsOf(procedure: Procedure, model: With<'persons'>): readonly string[] {
  const own = procedure.data.persons;
  if (own !== undefined) return own.filter((id): id is string => id !== undefined);
  return isAbsent(procedure, 'persons') ? idsOfApplicants(model) : [];
}

/** The same list for each procedure that names nobody. */
function idsOfApplicants(model: With<'persons'>): readonly string[] {
  return applicantIds.of([model.persons], () =>
    applicants(model).flatMap(({ data }) => (data.id === undefined ? [] : [data.id])),
  );
}

const applicantIds = new Remembered<readonly string[]>();

/**
 * The first residence procedure: asylum or regular, of a person of role applicant, the one lodged earliest (ties:
 * the first listed). Undefined where none is listed or none is certainly the earliest.
 */
export function firstProcedure(model: With<'persons' | 'procedures'>): Procedure | undefined {
  const main = new Set(
    model.persons.filter(({ data }) => data.role === 'applicant').map(({ data }) => data.id),
  );
  const isOfKind = ({ data }: Procedure) => data.kind === 'asylum' || data.kind === 'regular';
  const isTheirs = (procedure: Procedure) => personsOf(procedure, model).some((id) => main.has(id));
  const candidates = model.procedures.filter((procedure) => isOfKind(procedure) && isTheirs(procedure));
  // A procedure whose kind or persons can't be read might be an earlier one.
  const mayBeFirst = (procedure: Procedure) =>
    isOfKind(procedure)
      ? !isTheirs(procedure) && procedure.issues.some(({ key }) => key === 'persons')
      : procedure.data.kind === undefined && procedure.issues.some(({ key }) => key === 'kind');
  if (model.procedures.some(mayBeFirst)) return undefined;
  const [first, ...others] = candidates;
  if (!first) return undefined;
  if (others.length === 0) return first;
  const dated = candidates.map((procedure) => ({ procedure, lodged: parseDate(procedure.data.lodged) }));
  if (!dated.every(({ lodged }) => isKnown(lodged))) return undefined;
  // Only the first of those that end earliest may have been before all others.
  const earliest = dated.reduce((one, other) => (endOf(other) < endOf(one) ? other : one));
  const isFirst = dated.every(
    (other) =>
      other === earliest ||
      certainlyBefore(earliest.lodged, other.lodged) ||
      isTie(earliest.lodged, other.lodged),
  );
  return isFirst ? earliest.procedure : undefined;
}

function endOf({ lodged }: { readonly lodged: CaseDate | undefined }): number {
  return lodged?.last ?? Number.POSITIVE_INFINITY;
}

/** The same day twice: the first in the list counts. Two dates of the same month or year are no tie but unclear. */
function isTie(a: CaseDate | undefined, b: CaseDate | undefined): boolean {
  return isKnown(a) && isKnown(b) && a.first === a.last && b.first === b.last && a.first === b.first;
}

/**
 * Has a procedure ended (RULES.md)? Undefined where the file leaves it open. It has when granted or withdrawn, or
 * when every decision in it is past and four weeks have gone since the last; it has not while something is pending
 * or a refusal is less than four weeks old.
 */
export function hasEnded(procedure: Procedure, reference: CaseDate | undefined): boolean | undefined {
  const { data } = procedure;
  if (data.outcome === 'granted' || data.outcome === 'withdrawn') return true;
  const stages = [...stagesOf([procedure])];
  if (stages.some((stage) => stage.data.outcome === 'pending' || isPending(stage))) return false;
  if (!isKnown(reference)) return undefined;
  const isRecentRefusal = stages.some((stage) => {
    const decided = parseDate(stage.data.decided);
    return isRefusal(stage.data.outcome) && isKnown(decided) && decided.first + FOUR_WEEKS > reference.last;
  });
  if (isRecentRefusal) return false;
  // What was withdrawn gets no decision: where none is dated, there is none to wait for.
  const decisions = stages
    .filter((stage) => !isUndatedWithdrawal(stage))
    .map((stage) => parseDate(stage.data.decided));
  const isComplete = isClear(procedure, 'remedies') && decisions.every(isKnown);
  if (!isComplete) return undefined;
  const last = Math.max(...(decisions as CaseDate[]).map((date) => date.last));
  return last + FOUR_WEEKS < reference.first ? true : undefined;
}

const FOUR_WEEKS = 28;

function isUndatedWithdrawal(stage: Stage): boolean {
  return stage.data.outcome === 'withdrawn' && lacks(stage, 'decided');
}

/** The same on an earlier day, on which what the file tells may not have been there yet. */
export function hadEndedOn(procedure: Procedure, day: CaseDate | undefined): boolean | undefined {
  const ended = hasEnded(procedure, day);
  const { outcome, decided } = procedure.data;
  if (outcome !== 'granted' && outcome !== 'withdrawn') {
    // A remedy that was withdrawn on a day that is not told may still have run.
    const mayHaveRun = [...stagesOf([procedure])].some(isUndatedWithdrawal);
    return ended && mayHaveRun ? undefined : ended;
  }
  const decision = parseDate(decided);
  if (certainlyBefore(decision, day)) return true;
  return certainlyBefore(day, decision) ? false : undefined;
}

/** An outcome by which the authority or the court turned the person down. */
export function isRefusal(outcome: string | undefined): boolean {
  return outcome === 'rejected' || outcome === 'inadmissible';
}

/** When the person came to the country of the claim; for who was born there, birth (RULES.md). */
export function arrivalOf({ data }: Person): CaseDate | undefined {
  return parseDate(data.bornHere === true ? data.birthDate : data.arrivalDate);
}

/** Someone without residence right (RULES.md): an applicant who says so by `status`. */
export function isWithoutResidenceRight(person: Person): boolean {
  const { status } = person.data;
  return (
    isApplicant(person) && (status === 'no-residence-right' || status === 'enforceably-obliged-to-leave')
  );
}

/** Certainly under 18 on the day. */
export function isChildOn(person: Person, day: CaseDate | undefined): boolean {
  const birth = parseDate(person.data.birthDate);
  return isKnown(birth) && isKnown(day) && ageOn(birth, day).most < 18;
}
