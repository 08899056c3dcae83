/** What a case rests on: its circumstances with what carries them, the claim, the arguments and what they answer. */

import { evidenceFor } from '../../core/case/evidence.js';
import { dayThatDecides } from '../../core/case/facts.js';
import { dayNumber } from '../../core/dates.js';
import type { CaseModel, Circumstance } from '../../core/model.js';
import { mapped, type Steps } from '../../core/steps.js';
import { chosen, isDay, sentence, type Teller } from './teller.js';
import type {
  Field,
  ReadableArgument,
  ReadableCircumstance,
  ReadableClaim,
  ReadableCounterArgument,
} from './types.js';

export function circumstancesOf(teller: Teller): Steps<ReadableCircumstance[]> {
  const claimed = new Set(teller.model.claim?.data.circumstances ?? []);
  const supporting = byNamed(teller.model.arguments, ({ data }) => data.supports);
  return mapped(teller.model.circumstances, (circumstance) => {
    const { data } = circumstance;
    const { letters, documents } = evidenceFor(circumstance, teller.model);
    return {
      ...teller.id(data),
      at: teller.at(circumstance),
      title: teller.line(data.title) ?? teller.blank('circumstance', 'title'),
      kind: teller.choice('circumstance.kind', data.kind),
      sinceText: sinceText(circumstance, teller),
      persons: teller.names(data.persons),
      description: teller.text(data.description),
      routeText: routeText(circumstance, teller),
      isClaimed: data.id !== undefined && claimed.has(data.id),
      letters: letters.flatMap((letter) => teller.ref(letter)),
      documents: documents.flatMap((document) => teller.ref(document)),
      arguments: (supporting.get(data.id) ?? []).flatMap((argument) => teller.ref(argument)),
    };
  });
}

function sinceText({ data }: Circumstance, teller: Teller): string | undefined {
  const since = teller.when(data.since);
  const until = teller.when(data.until);
  const elsewhere = data.inHostCountry === false ? teller.word('elsewhere') : undefined;
  const lasted =
    since && until
      ? teller.word('lasted', {
          since: since.text,
          until: until.text,
          day: isDay(since),
          lastDay: isDay(until),
        })
      : since
        ? teller.word('since', { since: since.text, day: isDay(since) })
        : until && teller.word('until', { until: until.text, day: isDay(until) });
  const told = [lasted, elsewhere].filter((part) => part !== undefined);
  return told.length > 0 ? told.join(' ') : undefined;
}

function routeText({ data }: Circumstance, teller: Teller): string | undefined {
  const purpose = teller.choice('existingRoute.purpose', data.existingRoute?.purpose);
  const whyNot = teller.text(data.existingRoute?.whyNot);
  if (purpose === undefined) return undefined;
  if (whyNot && data.existingRoute?.purpose === 'other')
    return teller.word('route-other', { why: sentence(whyNot) });
  return whyNot
    ? teller.word('route', { purpose, why: sentence(whyNot) })
    : teller.word('route-open', { purpose, why: teller.blank('existingRoute', 'whyNot') });
}

export function claimOf(teller: Teller): ReadableClaim | undefined {
  const { claim } = teller.model;
  if (!claim) return undefined;
  const { data } = claim;
  return {
    ...teller.id(data),
    at: teller.at(claim),
    kind: teller.choice('claim.kind', data.kind),
    lodged: teller.when(data.lodged),
    addressee: addresseeOf(claim, teller),
    scope: teller.choice('claim.scope', data.scope),
    raisedIn: raisedIn(claim, teller),
    grounds: teller.citations(data.grounds),
    circumstances: teller.refs(data.circumstances),
    request: teller.text(data.request),
    conditions: conditionsOf(claim, teller),
  };
}

type Claim = NonNullable<CaseModel['claim']>;

function conditionsOf({ data }: Claim, teller: Teller): Field[] {
  return Object.entries(data.conditions ?? {}).flatMap(([key, value]) =>
    typeof value === 'boolean'
      ? [{ key, label: teller.label('claimConditions', key), text: teller.word(value ? 'yes' : 'no') }]
      : [],
  );
}

/** The procedures, each with the day on which it was lodged. */
function raisedIn({ data }: Claim, teller: Teller): string[] {
  const ids = new Set<string | undefined>(data.raisedIn);
  return teller.model.procedures.flatMap((procedure) => {
    if (procedure.data.id === undefined || !ids.has(procedure.data.id)) return [];
    const kind = teller.choice('procedure.kind', procedure.data.kind) ?? teller.blank('procedure', 'kind');
    const lodged = teller.when(procedure.data.lodged);
    return [lodged ? `${kind} (${lodged.text})` : kind];
  });
}

/** From when to when the offices bore the names that the legal data knows them by. */
const SECRETARY_FROM = dayNumber(2018, 1, 1);
const MINISTER_FROM = dayNumber(2024, 7, 2);

/** The office by the name that it had on the day of the claim, never a person; undefined for one that isn't named. */
function addresseeOf({ data }: Claim, teller: Teller): string | undefined {
  const { addressedTo } = data;
  if (addressedTo === undefined || addressedTo === 'other') return undefined;
  const { model, analysis } = teller;
  const day = dayThatDecides(model, analysis.inputs.today);
  const first = day && !day.uncertain ? day.first : undefined;
  if (addressedTo === 'minister' && first !== undefined && first >= MINISTER_FROM)
    return teller.word('addressee-minister-asylum');
  if (addressedTo === 'state-secretary' && first !== undefined && first >= SECRETARY_FROM)
    return teller.word('addressee-secretary-justice');
  if (addressedTo === 'hardship-commission') {
    const land = teller.choice('caseInfo.federalState', model.case?.data.federalState);
    return teller.word('addressee-hardship-commission', { land: land ?? '', known: land ? 'yes' : 'no' });
  }
  return teller.word(`addressee-${addressedTo}`);
}

export function argumentsOf(teller: Teller): Steps<ReadableArgument[]> {
  return mapped(teller.model.arguments, (argument) => {
    const { data } = argument;
    return {
      ...teller.id(data),
      at: teller.at(argument),
      title: teller.line(data.title) ?? teller.blank('argument', 'title'),
      text: teller.text(data.text) ?? teller.blank('argument', 'text'),
      supports: teller.refs(data.supports),
      cites: teller.citations(data.cites),
      answers: teller.refs(data.answers),
    };
  });
}

export function counterArgumentsOf(teller: Teller): Steps<ReadableCounterArgument[]> {
  const answering = byNamed(teller.model.arguments, ({ data }) => data.answers);
  return mapped(teller.model.counterArguments, (counter) => {
    const { data } = counter;
    return {
      ...teller.id(data),
      at: teller.at(counter),
      kind: teller.choice('counterArgument.kind', data.kind),
      raisedBy: teller.choice('counterArgument.raisedBy', data.raisedBy),
      text: teller.text(data.text) ?? teller.blank('counterArgument', 'text'),
      intro: teller.word('raised', { by: chosen(data.raisedBy ?? 'other') }),
      answeredBy: (answering.get(data.id) ?? []).flatMap((argument) => teller.ref(argument)),
    };
  });
}

/** The parts that name each id, in their order. */
function byNamed<T>(
  parts: readonly T[],
  named: (part: T) => readonly (string | undefined)[] | undefined,
): ReadonlyMap<string | undefined, readonly T[]> {
  const found = new Map<string | undefined, T[]>();
  for (const part of parts)
    for (const id of new Set(named(part))) {
      if (id === undefined) continue;
      const before = found.get(id);
      if (before) before.push(part);
      else found.set(id, [part]);
    }
  return found;
}
