/** The facts that snippets and letters are filled with, read from the case; what it doesn't hold is a blank. */

import {
  applicants,
  arrivalOf,
  firstProcedure,
  isChildOn,
  isRefusal,
  referenceDate,
} from '../core/case/facts.js';
import { ageOn, type CaseDate, isKnown, parseDate } from '../core/dates.js';
import type { CaseModel, Circumstance, Person, Procedure } from '../core/model.js';
import { dateInWords } from '../core/words/dates.js';
import { blank } from '../core/words/placeholders.js';
import { enumTitle, joined, type Language, quoted, say } from '../core/words/words.js';
import { FACTS } from '../generated/knowledge.js';

export interface Subject {
  readonly model: CaseModel;
  readonly language: Language;
  readonly today: number;
  /** The circumstances that the text argues or asks about; none: those of the whole claim. */
  readonly circumstances: readonly Pick<Circumstance, 'data'>[];
  /** The procedure in which the authority made the mistake that the text is about; by default the first in the file. */
  readonly erring?: Procedure | undefined;
}

type Fact = string | number | undefined;

export function factsFor(subject: Subject): Record<string, string | number> {
  const facts: Record<string, Fact> = {
    ...people(subject),
    ...stay(subject),
    ...procedures(subject),
    ...circumstances(subject),
  };
  return Object.fromEntries(
    FACTS.map(({ id, type, label }) => [
      id,
      facts[id] ?? (type === 'number' ? 1 : blank(label[subject.language])),
    ]),
  );
}

function names(persons: readonly Person[], language: Language): string | undefined {
  const known = persons.flatMap(({ data }) => (data.name ? [data.name] : []));
  return known.length > 0 && known.length === persons.length ? joined(known, 'and', language) : undefined;
}

function people({ model, language, today, circumstances: own }: Subject): Record<string, Fact> {
  const reference = referenceDate(model, today);
  const main = applicants(model);
  const named = new Set(own.flatMap(({ data }) => data.persons ?? []));
  const persons = named.size > 0 ? model.persons.filter(({ data }) => named.has(data.id)) : main;
  const isChild = (person: Person) => isChildOn(person, reference);
  const argued = persons.filter(isChild);
  const children = argued.length > 0 ? argued : model.persons.filter(isChild);
  const ages = children
    .map((child) => ageRange(child, reference))
    .flatMap((age) => (age && age.least === age.most ? [age.least] : []));
  return {
    applicants: names(main, language),
    applicantCount: Math.max(1, main.length),
    persons: names(persons, language),
    personCount: Math.max(1, persons.length),
    children: names(children, language),
    childCount: Math.max(1, children.length),
    childAges: ages.length > 0 && ages.length === children.length ? agesInWords(ages, language) : undefined,
  };
}

function agesInWords(ages: readonly number[], language: Language): string {
  return say(
    {
      key: 'facts.ages',
      args: { ages: joined(ages.map(String), 'and', language), count: Math.max(...ages) },
    },
    language,
  );
}

function ageRange({ data }: Person, reference: CaseDate | undefined) {
  const birth = parseDate(data.birthDate);
  return isKnown(birth) && isKnown(reference) ? ageOn(birth, reference) : undefined;
}

/** The arrival and stay of the applicant who is longest in the country. */
function stay({ model, language, today }: Subject): Record<string, Fact> {
  const reference = referenceDate(model, today);
  const arrivals = applicants(model)
    .map(arrivalOf)
    .filter(isKnown)
    .sort((a, b) => a.first - b.first);
  const first = arrivals[0];
  if (!first) return {};
  const years = isKnown(reference) ? ageOn(first, reference) : undefined;
  const count = years?.least ?? 0;
  return {
    arrival: dateInWords(first, language),
    stay:
      years && count > 0
        ? say(
            { key: years.least === years.most ? 'facts.years' : 'facts.about-years', args: { count } },
            language,
          )
        : undefined,
  };
}

function procedures({ model, language, erring: own }: Subject): Record<string, Fact> {
  const first = firstProcedure(model);
  const inWords = (date: CaseDate | undefined) => date && dateInWords(date, language);
  const refusals = model.procedures
    .flatMap(({ data }) => [data, ...(data.remedies ?? [])])
    .filter((stage) => isRefusal(stage?.outcome))
    .map((stage) => parseDate(stage?.decided))
    .filter(isKnown)
    .sort((a, b) => b.last - a.last);
  const erring = (own ?? model.procedures.find(({ data }) => data.authorityError === true))?.data;
  return {
    firstLodged: inWords(parseDate(first?.data.lodged)),
    firstDecided: inWords(parseDate(first?.data.decided)),
    firstKind: first?.data.kind && say({ key: `facts.kind-${first.data.kind}` }, language),
    firstOutcome: first?.data.outcome && enumTitle('procedure.outcome', first.data.outcome, language),
    lastRefusal: inWords(refusals[0]),
    authority: erring?.authority && say({ key: `facts.authority-${erring.authority}` }, language),
    authorityReason: erring?.reason?.trim().replace(/\.$/, ''),
  };
}

function circumstances({ model, language, circumstances: own }: Subject): Record<string, Fact> {
  const claimed = new Set(model.claim?.data.circumstances ?? []);
  const all = model.circumstances.filter(({ data }) => claimed.size === 0 || claimed.has(data.id));
  const titles = (list: Subject['circumstances']) => {
    const known = list.flatMap(({ data }) => (data.title ? [quoted(data.title.trim(), language)] : []));
    return known.length > 0 ? joined(known, 'and', language) : undefined;
  };
  const since = own
    .map(({ data }) => parseDate(data.since))
    .filter(isKnown)
    .sort((a, b) => a.first - b.first)[0];
  const writers = model.letters.filter(({ data }) => data.status === 'received' || data.status === 'signed');
  // German texts put the senders in brackets, where they stand without article.
  const words = language === 'de' ? 'sender' : 'sender-to';
  const senders = [
    ...new Set(
      writers.flatMap(({ data }) =>
        data.from?.role ? [say({ key: `${words}.${data.from.role}` }, language)] : [],
      ),
    ),
  ];
  return {
    circumstance: titles(own),
    circumstanceSince: since && dateInWords(since, language),
    circumstances: titles(own.length > 0 ? own : all) ?? titles(all),
    senders: senders.length > 0 ? joined(senders, 'and', language) : undefined,
  };
}
