/** A case as a person would tell it, in one language: see types.ts. */

import type { Severity } from '../../core/findings.js';
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
  const known = byLanguage(analysis);
  const made = known.get(language) ?? tell(new Teller(analysis, language));
  known.set(language, made);
  return made;
}

const byLanguage = onceFor((_: Analysis) => new Map<Language, ReadableCase>());

function tell(teller: Teller): ReadableCase {
  const { model, analysis, language } = teller;
  const own = model.case;
  const data = own?.data ?? {};
  const status = data.status ?? 'draft';
  const procedures = proceduresOf(teller);
  const events = eventsOf(teller);
  const circumstances = circumstancesOf(teller);
  const claim = claimOf(teller);
  const told = argumentsOf(teller);
  return {
    version: 1,
    language,
    at: own ? teller.at(own) : { start: 0, end: 0, line: 0 },
    ...teller.id(data),
    title: teller.line(data.title) ?? teller.blank('caseInfo', 'title'),
    jurisdiction: data.jurisdiction,
    status,
    statusText: teller.choice('caseInfo.status', status) ?? status,
    confidentiality: teller.choice('caseInfo.confidentiality', data.confidentiality),
    federalState: teller.choice('caseInfo.federalState', data.federalState),
    office: teller.line(data.office),
    representative: representativeOf(teller),
    reference: teller.reference && {
      ...teller.whenOf(teller.reference),
      isToday: data.referenceDate === undefined,
    },
    summary: teller.text(data.summary),
    persons: personsOf(teller),
    events,
    procedures,
    chronology: chronologyOf(events, procedures, teller),
    circumstances,
    claim,
    letters: lettersOf(teller),
    documents: documentsOf(teller),
    arguments: told,
    counterArguments: counterArgumentsOf(teller),
    deadlines: deadlinesOf(teller),
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
