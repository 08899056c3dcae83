/** How old a person is on the reference date, and how long in the country. */

import { nodeAt } from '../../core/case/access.js';
import { isAliveOn } from '../../core/case/ages.js';
import { durationBetween } from '../../core/case/durations.js';
import { referenceDate } from '../../core/case/facts.js';
import { ageOn, type CaseDate, certainlyBefore, isKnown, parseDate } from '../../core/dates.js';
import type { Message } from '../../core/findings.js';
import type { CaseModel, Person } from '../../core/model.js';
import type { Note } from './hints.js';
import { ageInWords, inWords } from './words.js';

type Model = Pick<CaseModel, 'case' | 'persons'>;

export function* hintsOnPersons(model: Model, today: number): Generator<Note> {
  const reference = referenceDate(model, today);
  if (!isKnown(reference)) return;
  for (const person of model.persons) {
    const age = ageHint(person, reference, model);
    if (age) yield age;
    const stay = stayHint(person, reference, model);
    if (stay) yield stay;
  }
}

export function ageHint(person: Person, reference: CaseDate, model: Model): Note | undefined {
  const after = nodeAt(person, 'birthDate');
  const birth = parseDate(person.data.birthDate);
  const death = parseDate(person.data.deathDate);
  const hasDied = certainlyBefore(death, reference);
  // A date of death that is vague or can't be read leaves open to which day to count.
  if (!after || !isKnown(birth) || !(hasDied || isAliveOn(person, reference))) return undefined;
  const on = hasDied && death ? death : reference;
  const years = ageInWords(birth, on);
  if (!years) return undefined;
  const { least, most } = ageOn(birth, on);
  return {
    after,
    label: hasDied ? { key: 'hints.age-reached', args: { years } } : years,
    told: [
      hasDied ? { key: 'hints.on-death', args: { date: { date: on, bare: true } } } : onReference(on, model),
      ...(least === most ? [] : [{ key: 'hints.age-between', args: { least, most } }]),
    ],
    sources: [],
  };
}

export function stayHint(person: Person, reference: CaseDate, model: Model): Note | undefined {
  const after = nodeAt(person, 'arrivalDate');
  const arrival = parseDate(person.data.arrivalDate);
  const { jurisdiction } = model.case?.data ?? {};
  if (!after || !isAliveOn(person, reference) || jurisdiction === undefined) return undefined;
  const stay = durationBetween(arrival, reference);
  if (!stay) return undefined;
  return {
    after,
    label: { key: 'hints.stay', args: { duration: inWords(stay), country: jurisdiction } },
    told: [
      { key: 'hints.stay-counted' },
      onReference(reference, model),
      ...(stay.isCertain ? [] : [{ key: 'hints.vague' }]),
    ],
    sources: [],
  };
}

/** Which day it is counted to, and whether the file itself names it. */
export function onReference(reference: CaseDate, { case: own }: Pick<CaseModel, 'case'>): Message {
  const isToday = own?.data.referenceDate === undefined;
  return {
    key: isToday ? 'hints.on-today' : 'hints.on-reference',
    args: { date: { date: reference, bare: true } },
  };
}
