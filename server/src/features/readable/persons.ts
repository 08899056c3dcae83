/** The people of a case, with their ages on the reference date and how long they have been in the country. */

import { isAliveOn } from '../../core/case/ages.js';
import { arrivalOf, isApplicant } from '../../core/case/facts.js';
import { certainlyBefore, parseDate } from '../../core/dates.js';
import type { Person } from '../../core/model.js';
import { mapped, type Steps } from '../../core/steps.js';
import { say } from '../../core/words/words.js';
import { ageHint, stayHint } from '../hints/persons.js';
import type { Teller } from './teller.js';
import type { Field, ReadablePerson, Stretch } from './types.js';

export function personsOf(teller: Teller): Steps<ReadablePerson[]> {
  return mapped(teller.model.persons, (person) => readablePerson(person, teller));
}

function readablePerson(person: Person, teller: Teller): ReadablePerson {
  const { data } = person;
  const { language, reference, model } = teller;
  const age = reference && ageHint(person, reference, model);
  return {
    ...teller.id(data),
    at: teller.at(person),
    name: teller.line(data.name) ?? teller.blank('person', 'name'),
    role: teller.choice('person.role', data.role) ?? '',
    isApplicant: isApplicant(person),
    age: age && say(age.label, language),
    birth: teller.when(data.birthDate),
    stay: isApplicant(person) ? stayOf(person, teller) : undefined,
    fields: fieldsOf(person, teller),
  };
}

/** Undefined where it isn't known when it began, or whether the person was alive on the reference date. */
function stayOf(person: Person, teller: Teller): Stretch | undefined {
  const from = arrivalOf(person);
  const { reference } = teller;
  if (!from || !reference || certainlyBefore(reference, from)) return undefined;
  const death = parseDate(person.data.deathDate);
  if (death) return { from: teller.whenOf(from), to: teller.whenOf(death), isOpen: false };
  return isAliveOn(person, reference) ? { from: teller.whenOf(from), isOpen: true } : undefined;
}

function fieldsOf(person: Person, teller: Teller): Field[] {
  const { data } = person;
  const { language, reference, model } = teller;
  const stay = reference && stayHint(person, reference, model);
  const arrival = teller.when(data.arrivalDate)?.text;
  const traits = (data.traits ?? []).flatMap((trait) => teller.choice('person.traits', trait) ?? []);
  const values: Readonly<Record<string, string | undefined>> = {
    birthDate: teller.when(data.birthDate)?.text,
    deathDate: teller.when(data.deathDate)?.text,
    nationality: teller.choice('person.nationality', data.nationality),
    arrivalDate: arrival && stay ? `${arrival} (${say(stay.label, language)})` : arrival,
    bornHere: data.bornHere === true ? teller.word('yes') : undefined,
    status: teller.choice('person.status', data.status),
    identityDocuments: teller.choice('person.identityDocuments', data.identityDocuments),
    vNumber: teller.line(data.vNumber),
    traits: traits.length > 0 ? traits.join(', ') : undefined,
    pseudonym: data.pseudonym === true ? teller.word('yes') : undefined,
  };
  return Object.entries(values).flatMap(([key, text]) =>
    text === undefined ? [] : [{ key, label: teller.label('person', key), text }],
  );
}
