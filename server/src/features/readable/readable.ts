/** A case as a person would tell it, in one language: see types.ts. */

import type { Severity } from '../../core/findings.js';
import { atOnce } from '../../core/steps.js';
import type { Language } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { onceFor } from '../once.js';
import { argumentsOf, circumstancesOf, claimOf, counterArgumentsOf } from './argued.js';
import { deadlinesOf, documentsOf, lettersOf } from './carried.js';
import { chronologyOf, eventsOf } from './chronology.js';
import { personsOf } from './persons.js';
import { proceduresOf } from './procedures.js';
import { Teller } from './teller.js';
import type { Citation, ReadableCase, Representative } from './types.js';

/** Worked out once for a version of the file and a language. */
export function readableCase(analysis: Analysis, language: Language): ReadableCase {
  return atOnce(readableSteps(analysis, language));
}

/** The same in steps, between which the caller may pause or give up: a long case takes a while to tell. */
export function* readableSteps(analysis: Analysis, language: Language): Generator<void, ReadableCase> {
  const known = byLanguage(analysis);
  const made = known.get(language) ?? (yield* tell(new Teller(analysis, language)));
  known.set(language, made);
  return made;
}

const byLanguage = onceFor((_: Analysis) => new Map<Language, ReadableCase>());

type Head = Pick<ReadableCase, 'title' | 'status' | 'statusText' | 'deadlines'>;

/** What a case is called, how far it is and what is due, without all the rest. */
export function readableHead(analysis: Analysis, language: Language): Head {
  return byLanguage(analysis).get(language) ?? headOf(new Teller(analysis, language));
}

function headOf(teller: Teller): Head {
  const { title, status = 'draft' } = teller.model.case?.data ?? {};
  return {
    title: teller.line(title) ?? teller.blank('caseInfo', 'title'),
    status,
    statusText: teller.choice('caseInfo.status', status) ?? status,
    deadlines: deadlinesOf(teller),
  };
}

function* tell(teller: Teller): Generator<void, ReadableCase> {
  const { model, analysis, language } = teller;
  const own = model.case;
  const data = own?.data ?? {};
  const head = headOf(teller);
  yield;
  const persons = personsOf(teller);
  yield;
  const procedures = proceduresOf(teller);
  yield;
  const events = eventsOf(teller);
  yield;
  const chronology = chronologyOf(events, procedures, teller);
  yield;
  const circumstances = circumstancesOf(teller);
  yield;
  const claim = claimOf(teller);
  const told = argumentsOf(teller);
  yield;
  const letters = lettersOf(teller);
  yield;
  const documents = documentsOf(teller);
  yield;
  return {
    version: 1,
    language,
    at: own ? teller.at(own) : { start: 0, end: 0, line: 0 },
    ...teller.id(data),
    title: head.title,
    jurisdiction: data.jurisdiction,
    status: head.status,
    statusText: head.statusText,
    confidentiality: teller.choice('caseInfo.confidentiality', data.confidentiality),
    federalState: teller.choice('caseInfo.federalState', data.federalState),
    office: teller.line(data.office),
    representative: representativeOf(teller),
    reference: teller.reference && {
      ...teller.whenOf(teller.reference),
      isToday: data.referenceDate === undefined,
    },
    summary: teller.text(data.summary),
    persons,
    events,
    procedures,
    chronology,
    circumstances,
    claim,
    letters,
    documents,
    arguments: told,
    counterArguments: counterArgumentsOf(teller),
    deadlines: head.deadlines,
    citations: unique([...(claim?.grounds ?? []), ...told.flatMap(({ cites }) => cites)]),
    findings: countedOf(analysis),
  };
}

function representativeOf(teller: Teller): Representative | undefined {
  const given = teller.model.case?.data.representative;
  if (!given) return undefined;
  const [powerOfAttorney] = teller.refs([given.powerOfAttorney]);
  return {
    name: teller.line(given.name) ?? teller.blank('representative', 'name'),
    role: given.role === 'other' ? undefined : teller.choice('representative.role', given.role),
    powerOfAttorney,
  };
}

function unique(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [citation.id, citation])).values()];
}

function countedOf({ findings }: Analysis): Record<Severity, number> {
  const counted = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counted[severity]++;
  return counted;
}
