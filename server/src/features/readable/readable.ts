/** A case as a person would tell it, in one language: see types.ts. */

import type { Severity } from '../../core/findings.js';
import { atOnce, type Steps } from '../../core/steps.js';
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

export function* readableSteps(analysis: Analysis, language: Language): Steps<ReadableCase> {
  const known = byLanguage(analysis);
  const made = known.get(language) ?? (yield* tell(new Teller(analysis, language)));
  known.set(language, made);
  return made;
}

const byLanguage = onceFor((_: Analysis) => new Map<Language, ReadableCase>());

/** What a list of cases or a side bar says of it, without telling all of it. */
export function atAGlance(
  analysis: Analysis,
  language: Language,
): Pick<ReadableCase, 'title' | 'statusText' | 'deadlines'> {
  return glanceOf(new Teller(analysis, language));
}

function glanceOf(teller: Teller) {
  const data = teller.model.case?.data ?? {};
  const status = data.status ?? 'draft';
  return {
    title: teller.line(data.title) ?? teller.blank('caseInfo', 'title'),
    status,
    statusText: teller.choice('caseInfo.status', status) ?? status,
    deadlines: deadlinesOf(teller),
  };
}

function* tell(teller: Teller): Steps<ReadableCase> {
  const { model, analysis, language } = teller;
  const own = model.case;
  const data = own?.data ?? {};
  const { title, status, statusText, deadlines } = glanceOf(teller);
  const procedures = yield* proceduresOf(teller);
  const events = yield* eventsOf(teller);
  const circumstances = yield* circumstancesOf(teller);
  const claim = claimOf(teller);
  const told = yield* argumentsOf(teller);
  return {
    version: 1,
    language,
    at: own ? teller.at(own) : { start: 0, end: 0, line: 0 },
    ...teller.id(data),
    title,
    jurisdiction: data.jurisdiction,
    status,
    statusText,
    confidentiality: teller.choice('caseInfo.confidentiality', data.confidentiality),
    federalState: teller.choice('caseInfo.federalState', data.federalState),
    office: teller.line(data.office),
    representative: representativeOf(teller),
    reference: teller.reference && {
      ...teller.whenOf(teller.reference),
      isToday: data.referenceDate === undefined,
    },
    summary: teller.text(data.summary),
    persons: yield* personsOf(teller),
    events,
    procedures,
    chronology: yield* chronologyOf(events, procedures, teller),
    circumstances,
    claim,
    letters: yield* lettersOf(teller),
    documents: yield* documentsOf(teller),
    arguments: told,
    counterArguments: yield* counterArgumentsOf(teller),
    deadlines,
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
