/** Applicants who have been in the country for years, and the circumstance that says so. */

import { applicants, arrivalOf, isChildOn, referenceDate } from '../../core/case/facts.js';
import { certainlyMonthsApart, isKnown } from '../../core/dates.js';
import type { Draft, Fields } from '../../core/edits/draft.js';
import type { CaseModel, Person } from '../../core/model.js';
import { circumstanceFields } from '../../knowledge/claims.js';

const MONTHS = 5 * 12;

/** Certainly five years or more in the country on the reference date. */
export function longStayers(model: Pick<CaseModel, 'case' | 'persons'>, today: number): readonly Person[] {
  const reference = referenceDate(model, today);
  return applicants(model).filter(
    (person) =>
      person.data.deathDate === undefined && certainlyMonthsApart(arrivalOf(person), reference, MONTHS),
  );
}

/** Kinds that say what grew in those years, the likeliest first, each with the persons that it can be said of. */
export function kindsFor(
  persons: readonly Person[],
  model: Pick<CaseModel, 'case'>,
  today: number,
): readonly { readonly kind: string; readonly persons: readonly Person[] }[] {
  const reference = referenceDate(model, today);
  const children = persons.filter((person) => isChildOn(person, reference));
  const others = persons.filter((person) => !children.includes(person));
  return [
    { kind: 'rooted-child', persons: children },
    { kind: 'rooted', persons: others },
    { kind: 'long-residence', persons: others },
  ].filter((choice) => choice.persons.length > 0);
}

/** The circumstance, since the first of their arrivals; what grew here is for the person to tell. */
export function longStayFields(draft: Draft, kind: string, persons: readonly Person[]): Fields {
  const [first] = persons
    .map((person) => ({ data: person.data, arrival: arrivalOf(person) }))
    .filter(({ arrival }) => isKnown(arrival))
    .sort((a, b) => (a.arrival?.first ?? 0) - (b.arrival?.first ?? 0));
  return circumstanceFields(draft, kind, {
    persons: persons.flatMap(({ data }) => (data.id === undefined ? [] : [data.id])),
    since: first?.data.bornHere === true ? first.data.birthDate : first?.data.arrivalDate,
  });
}
