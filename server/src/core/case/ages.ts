/** Who is certainly alive, certainly a child, certainly of an age on a day. */

import { ageOn, type CaseDate, certainlyAfter, isKnown, parseDate } from '../dates.js';
import type { CaseModel, Person } from '../model.js';
import { isClear } from './access.js';
import { isChildOn } from './facts.js';

/** No date of death is there, or one that certainly lies after the day. */
export function isAliveOn(person: Person, day: CaseDate | undefined): boolean {
  const { deathDate } = person.data;
  if (deathDate === undefined) return isClear(person, 'deathDate');
  return certainlyAfter(parseDate(deathDate), day);
}

/** The children of the file on a day, whatever their role: not those who had died, nor those still to be born. */
export function childrenOn(model: Pick<CaseModel, 'persons'>, day: CaseDate | undefined): Person[] {
  return model.persons.filter(
    (person) =>
      isChildOn(person, day) &&
      isAliveOn(person, day) &&
      !certainlyAfter(parseDate(person.data.birthDate), day),
  );
}

/** Certainly so many whole years old on the day, from the least to the most, both included. */
export function isAgedOn({ data }: Person, day: CaseDate | undefined, least: number, most: number): boolean {
  const birth = parseDate(data.birthDate);
  if (!isKnown(birth) || !isKnown(day)) return false;
  const age = ageOn(birth, day);
  return age.least >= least && age.most <= most;
}

const MAJORITY = 18;

/** When the person becomes 18, as precise as the birth date is; who was born on 29 February, on 1 March. */
export function eighteenthBirthday({ data }: Person): CaseDate | undefined {
  const birth = parseDate(data.birthDate);
  if (!birth) return undefined;
  const year = String(birth.year + MAJORITY).padStart(4, '0');
  return parseDate(year + birth.text.slice(4)) ?? parseDate(`${year}-03-01${birth.about ? '~' : ''}`);
}
