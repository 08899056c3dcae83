/** The facts that snippets and letters are filled with, read from the case; what it doesn't hold is a blank. */

import { childrenOn } from '../core/case/ages.js';
import { applicants, arrivalOf, firstProcedure, personsOf, referenceDate } from '../core/case/facts.js';
import { ageOn, type CaseDate, certainlyBefore, isKnown, parseDate, type Years } from '../core/dates.js';
import type { CaseModel, Circumstance, Person, Procedure } from '../core/model.js';
import { dateInWords } from '../core/words/dates.js';
import { blank } from '../core/words/placeholders.js';
import { enumTitle, joined, type Language, quoted, say } from '../core/words/words.js';
import { FACTS } from '../generated/knowledge.js';
import { latestRefusal } from './refusals.js';
import { isLaterThan } from './sources.js';

type Told = Pick<Circumstance, 'data'>;

export interface Subject {
  readonly model: CaseModel;
  readonly language: Language;
  readonly today: number;
  /** The circumstances that the text argues or asks about; none: those of the whole claim. */
  readonly circumstances: readonly Told[];
  /** Those of them that the text itself is about, where it suits only some: by default all. */
  readonly about?: readonly Told[];
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
    ...existing(subject),
  };
  return Object.fromEntries(
    FACTS.map(({ id, type, label }) => [
      id,
      facts[id] ?? (type === 'number' ? 1 : blank(label[subject.language])),
    ]),
  );
}

/** The blank for a fact that is there but not to be told. */
export function blankFact(id: string, language: Language): string {
  return blank(FACTS.find((fact) => fact.id === id)?.label[language] ?? id);
}

/** Which of the sources that texts name there were on the reference date: what came later is not named. */
function existing({ model, today }: Subject): Record<string, Fact> {
  const day = referenceDate(model, today);
  return Object.fromEntries(
    FACTS.flatMap(({ id, source }) => (source ? [[id, isLaterThan(source, day) ? 'no' : 'yes']] : [])),
  );
}

function names(persons: readonly Person[], language: Language): string | undefined {
  const known = persons.flatMap(({ data }) => (data.name ? [data.name] : []));
  return known.length > 0 && known.length === persons.length ? joined(known, 'and', language) : undefined;
}

function people({ model, language, today, circumstances: own, about = own }: Subject): Record<string, Fact> {
  const reference = referenceDate(model, today);
  const main = applicants(model);
  const named = new Set(about.flatMap(({ data }) => data.persons ?? []));
  const persons = named.size > 0 ? model.persons.filter(({ data }) => named.has(data.id)) : main;
  const all = childrenOn(model, reference);
  const argued = all.filter(({ data }) => named.has(data.id));
  const children = argued.length > 0 ? argued : all;
  return {
    applicants: names(main, language),
    applicantCount: Math.max(1, main.length),
    persons: names(persons, language),
    personCount: Math.max(1, persons.length),
    children: names(children, language),
    childCount: Math.max(1, children.length),
    childAges: agesInWords(
      children.map((child) => yearsSince(parseDate(child.data.birthDate), reference)),
      language,
    ),
  };
}

/** ‘9 en 12 jaar’; where one isn't a number by itself, each with its own word: ‘ongeveer 9 jaar en 12 jaar’. */
function agesInWords(ages: readonly (Years | undefined)[], language: Language): string | undefined {
  const known = ages.flatMap((age) => (age ? [age] : []));
  if (known.length === 0 || known.length < ages.length) return undefined;
  if (known.every(({ least, most }) => least === most && least > 0)) {
    const count = Math.max(...known.map(({ least }) => least));
    const list = joined(
      known.map(({ least }) => String(least)),
      'and',
      language,
    );
    return say({ key: 'facts.ages', args: { ages: list, count } }, language);
  }
  return joined(
    known.map((age) =>
      age.most === 0 ? say({ key: 'facts.under-a-year' }, language) : inYears(age, language),
    ),
    'and',
    language,
  );
}

/** ‘9 jaar’; where the dates leave it open, about the middle of what it may be. */
function inYears({ least, most }: Years, language: Language): string {
  const key = least === most ? 'facts.years' : 'facts.about-years';
  return say({ key, args: { count: Math.max(1, Math.round((least + most) / 2)) } }, language);
}

function yearsSince(date: CaseDate | undefined, reference: CaseDate | undefined): Years | undefined {
  return isKnown(date) && isKnown(reference) ? ageOn(date, reference) : undefined;
}

/** When the applicants came and for how long they have been here: of several the time of each, where it differs. */
function stay({ model, language, today }: Subject): Record<string, Fact> {
  const reference = referenceDate(model, today);
  const arrivals = applicants(model).map(arrivalOf);
  const known = arrivals.filter(isKnown).sort((a, b) => a.first - b.first);
  const years = arrivals.map((arrival) => yearsSince(arrival, reference));
  const told = years.flatMap((stayed) => (stayed && stayed.least > 0 ? [inYears(stayed, language)] : []));
  return {
    arrival: known[0] && dateInWords(known[0], language),
    stay:
      told.length > 0 && told.length === years.length
        ? joined(told.every((one) => one === told[0]) ? told.slice(0, 1) : told, 'and', language)
        : undefined,
  };
}

function procedures({ model, language, erring: own }: Subject): Record<string, Fact> {
  const first = firstProcedure(model);
  const inWords = (date: CaseDate | undefined) => date && dateInWords(date, language);
  const erring = own ?? model.procedures.find(({ data }) => data.authorityError === true);
  const { authority, reason } = erring?.data ?? {};
  return {
    firstApplicants: names(applicantsIn(first, model), language),
    firstLodged: inWords(parseDate(first?.data.lodged)),
    firstDecided: inWords(parseDate(first?.data.decided)),
    firstKind: first?.data.kind && say({ key: `facts.kind-${first.data.kind}` }, language),
    firstOutcome: first?.data.outcome && enumTitle('procedure.outcome', first.data.outcome, language),
    lastRefusal: inWords(latestRefusal(model)),
    errorApplicants: names(applicantsIn(erring, model), language),
    authority: authority && say({ key: `facts.authority-${authority}` }, language),
    authorityReason: reason?.trim().replace(/\.$/, ''),
  };
}

/** The applicants whose procedure it is; where none is known, all. */
function applicantsIn(procedure: Procedure | undefined, model: CaseModel): readonly Person[] {
  const all = applicants(model);
  const ids = new Set(procedure ? personsOf(procedure, model) : []);
  const own = all.filter(({ data }) => data.id !== undefined && ids.has(data.id));
  return own.length > 0 ? own : all;
}

function circumstances({ model, language, circumstances: own, about = own }: Subject): Record<string, Fact> {
  const claimed = new Set(model.claim?.data.circumstances ?? []);
  const all = model.circumstances.filter(({ data }) => claimed.size === 0 || claimed.has(data.id));
  const titles = (list: readonly Told[]) => {
    const known = list.flatMap(({ data }) => (data.title ? [quoted(data.title.trim(), language)] : []));
    return known.length > 0 ? joined(known, 'and', language) : undefined;
  };
  const recent = sinceRefusal(about, model);
  const added = own.filter(({ data }) => !model.circumstances.some((known) => known.data === data));
  return {
    circumstance: titles(about),
    circumstanceSince: beginningOf(about, language),
    newCircumstance: titles(recent),
    newCircumstanceSince: beginningOf(recent, language),
    circumstances: titles(own.length > 0 ? own : all) ?? titles(all),
    allCircumstances: titles([...all, ...added.filter((one) => !all.some(({ data }) => data === one.data))]),
    senders: senders(model, language),
  };
}

/** The earliest of the dates on which they began; one with a question mark is told as such. */
function beginningOf(list: readonly Told[], language: Language): string | undefined {
  const [earliest] = list
    .flatMap(({ data }) => parseDate(data.since) ?? [])
    .sort((a, b) => a.first - b.first);
  return earliest && dateInWords(earliest, language);
}

/** What began after the latest refusal: certainly, else perhaps; never what was there before it. */
function sinceRefusal(list: readonly Told[], model: CaseModel): readonly Told[] {
  const refusal = latestRefusal(model);
  const certain = list.filter(({ data }) => certainlyBefore(refusal, parseDate(data.since)));
  return certain.length > 0
    ? certain
    : list.filter(({ data }) => !certainlyBefore(parseDate(data.since), refusal));
}

function senders(model: CaseModel, language: Language): string | undefined {
  const writers = model.letters.filter(({ data }) => data.status === 'received' || data.status === 'signed');
  // German texts put the senders in brackets, where they stand without article.
  const words = language === 'de' ? 'sender' : 'sender-to';
  const roles = new Set(writers.flatMap(({ data }) => data.from?.role ?? []));
  // ‘The mayor and another person or organisation’, in this order.
  const ordered = [...roles].sort((a, b) => Number(a === 'other') - Number(b === 'other'));
  const told = ordered.map((role) => say({ key: `${words}.${role}` }, language));
  return told.length > 0 ? joined(told, 'and', language) : undefined;
}
