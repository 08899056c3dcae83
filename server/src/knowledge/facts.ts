/** The facts that snippets and letters are filled with, read from the case; what it doesn't hold is a blank. */

import { childrenOn } from '../core/case/ages.js';
import { applicants, arrivalOf, firstProcedure, personsOf, referenceDate } from '../core/case/facts.js';
import { named } from '../core/case/named.js';
import { ageOn, type CaseDate, certainlyBefore, isKnown, parseDate, type Years } from '../core/dates.js';
import type { CaseModel, Circumstance, Person, Procedure } from '../core/model.js';
import { dateInWords } from '../core/words/dates.js';
import { blank } from '../core/words/placeholders.js';
import { enumTitle, joined, type Language, quoted, say } from '../core/words/words.js';
import { FACTS } from '../generated/knowledge.js';
import { latestRefusal } from './refusals.js';
import { isLaterThan } from './sources.js';
import type { FactEntry } from './types.js';

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
  /** Facts that are there but not to be told: a blank stands in their place. */
  readonly withheld?: readonly string[];
}

type Fact = string | number | undefined;

/** By the ids of the catalogue. Each is worked out when it is asked for: a text names few of them. */
export type Facts = Readonly<Record<string, string | number>>;

export function factsFor(subject: Subject): Facts {
  return new FactsOf(subject) as unknown as Facts;
}

class FactsOf {
  readonly #subject: Subject;
  readonly #told = new Map<string, string | number>();

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  static {
    for (const fact of FACTS)
      Object.defineProperty(FactsOf.prototype, fact.id, {
        get(this: FactsOf) {
          return this.#tell(fact);
        },
      });
  }

  #tell(fact: FactEntry): string | number {
    const { id } = fact;
    const told = this.#told.get(id) ?? factOrBlank(fact, this.#subject);
    this.#told.set(id, told);
    return told;
  }
}

function factOrBlank({ id, type, label, source }: FactEntry, subject: Subject): string | number {
  if (subject.withheld?.includes(id)) return blank(label[subject.language]);
  const fact = source ? isThere(source, subject) : FACT_OF[id]?.(subject);
  return fact ?? (type === 'number' ? 1 : blank(label[subject.language]));
}

/** Was the source that a text names there on the reference date? What came later is not named. */
function isThere(source: string, { model, today }: Subject): string {
  return isLaterThan(source, referenceDate(model, today)) ? 'no' : 'yes';
}

function names(persons: readonly Person[], language: Language): string | undefined {
  const known = persons.flatMap(({ data }) => (data.name ? [data.name] : []));
  return known.length > 0 && known.length === persons.length ? joined(known, 'and', language) : undefined;
}

/** The persons that the text is about: by default the applicants. */
function personsIn(subject: Subject): readonly Person[] {
  const ids = namedIn(subject);
  const { model } = subject;
  return ids.size > 0 ? named(model.persons, ids) : applicants(model);
}

/** The children that the text is about; where it is about none of them, all. */
function childrenIn(subject: Subject): readonly Person[] {
  const { model, today } = subject;
  const all = childrenOn(model, referenceDate(model, today));
  const ids = namedIn(subject);
  const argued = all.filter(({ data }) => ids.has(data.id));
  return argued.length > 0 ? argued : all;
}

function namedIn(subject: Subject): ReadonlySet<string | undefined> {
  return new Set(aboutIn(subject).flatMap(({ data }) => data.persons ?? []));
}

function childAges(subject: Subject): string | undefined {
  const reference = referenceDate(subject.model, subject.today);
  return agesInWords(
    childrenIn(subject).map((child) => yearsSince(parseDate(child.data.birthDate), reference)),
    subject.language,
  );
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

function arrival({ model, language }: Subject): string | undefined {
  const known = applicants(model).map(arrivalOf).filter(isKnown);
  const [first] = known.sort((a, b) => a.first - b.first);
  return first && dateInWords(first, language);
}

/** For how long the applicants have been here: of several the time of each, where it differs. */
function stay({ model, language, today }: Subject): string | undefined {
  const reference = referenceDate(model, today);
  const years = applicants(model).map((person) => yearsSince(arrivalOf(person), reference));
  const told = years.flatMap((stayed) => (stayed && stayed.least > 0 ? [inYears(stayed, language)] : []));
  if (told.length === 0 || told.length < years.length) return undefined;
  return joined(told.every((one) => one === told[0]) ? told.slice(0, 1) : told, 'and', language);
}

function erringIn({ model, erring }: Subject): Procedure | undefined {
  return erring ?? model.procedures.find(({ data }) => data.authorityError === true);
}

/** The applicants whose procedure it is; where none is known, all. */
function applicantsIn(procedure: Procedure | undefined, model: CaseModel): readonly Person[] {
  const all = applicants(model);
  const ids = new Set(procedure ? personsOf(procedure, model) : []);
  const own = all.filter(({ data }) => data.id !== undefined && ids.has(data.id));
  return own.length > 0 ? own : all;
}

function aboutIn({ circumstances, about = circumstances }: Subject): readonly Told[] {
  return about;
}

function titles(list: readonly Told[], language: Language): string | undefined {
  const known = list.flatMap(({ data }) => (data.title ? [quoted(data.title.trim(), language)] : []));
  return known.length > 0 ? joined(known, 'and', language) : undefined;
}

/** Those of the whole claim; where it names none, of the file. */
function claimed(model: CaseModel): readonly Told[] {
  const ids = new Set(model.claim?.data.circumstances ?? []);
  return model.circumstances.filter(({ data }) => ids.size === 0 || ids.has(data.id));
}

/** With those that the same action puts into the file. */
function claimedAndAdded({ model, circumstances: own }: Subject): readonly Told[] {
  const all = claimed(model);
  const isIn = (list: readonly Told[], { data }: Told) => list.some((known) => known.data === data);
  return [...all, ...own.filter((one) => !isIn(model.circumstances, one) && !isIn(all, one))];
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

const inWords = (date: CaseDate | undefined, language: Language) => date && dateInWords(date, language);

/** How each is found out, but whether a source was there already. */
const FACT_OF: Readonly<Record<string, (subject: Subject) => Fact>> = {
  applicants: ({ model, language }) => names(applicants(model), language),
  applicantCount: ({ model }) => Math.max(1, applicants(model).length),
  persons: (subject) => names(personsIn(subject), subject.language),
  personCount: (subject) => Math.max(1, personsIn(subject).length),
  children: (subject) => names(childrenIn(subject), subject.language),
  childCount: (subject) => Math.max(1, childrenIn(subject).length),
  childAges,
  arrival,
  stay,
  firstApplicants: ({ model, language }) => names(applicantsIn(firstProcedure(model), model), language),
  firstLodged: ({ model, language }) => inWords(parseDate(firstProcedure(model)?.data.lodged), language),
  firstDecided: ({ model, language }) => inWords(parseDate(firstProcedure(model)?.data.decided), language),
  firstKind: ({ model, language }) => {
    const kind = firstProcedure(model)?.data.kind;
    return kind && say({ key: `facts.kind-${kind}` }, language);
  },
  firstOutcome: ({ model, language }) => {
    const outcome = firstProcedure(model)?.data.outcome;
    return outcome && enumTitle('procedure.outcome', outcome, language);
  },
  lastRefusal: ({ model, language }) => inWords(latestRefusal(model), language),
  errorApplicants: (subject) => names(applicantsIn(erringIn(subject), subject.model), subject.language),
  authority: (subject) => {
    const authority = erringIn(subject)?.data.authority;
    return authority && say({ key: `facts.authority-${authority}` }, subject.language);
  },
  authorityReason: (subject) => erringIn(subject)?.data.reason?.trim().replace(/\.$/, ''),
  circumstance: (subject) => titles(aboutIn(subject), subject.language),
  circumstanceSince: (subject) => beginningOf(aboutIn(subject), subject.language),
  newCircumstance: (subject) => titles(sinceRefusal(aboutIn(subject), subject.model), subject.language),
  newCircumstanceSince: (subject) =>
    beginningOf(sinceRefusal(aboutIn(subject), subject.model), subject.language),
  circumstances: ({ model, language, circumstances: own }) =>
    (own.length > 0 ? titles(own, language) : undefined) ?? titles(claimed(model), language),
  allCircumstances: (subject) => titles(claimedAndAdded(subject), subject.language),
  senders: ({ model, language }) => senders(model, language),
};
