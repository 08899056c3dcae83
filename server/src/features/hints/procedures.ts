/** Which procedure is the first, how long each took or has been going on, and until when a decision can be contested. */

import { isClear, nodeAt } from '../../core/case/access.js';
import { durationBetween } from '../../core/case/durations.js';
import { dayThatDecides, firstProcedure, isRefusal, referenceDate, regimeOn } from '../../core/case/facts.js';
import { isPending, type Stage, stagesOf } from '../../core/case/stages.js';
import { lastDayToContest } from '../../core/case/terms.js';
import { type CaseDate, dateFromDay, isKnown, parseDate } from '../../core/dates.js';
import type { Arg } from '../../core/findings.js';
import type { CaseModel, Procedure } from '../../core/model.js';
import type { Note } from './hints.js';
import { onReference } from './persons.js';
import { inWords } from './words.js';

type Model = Pick<CaseModel, 'case' | 'claim' | 'persons' | 'procedures'>;

export function* hintsOnProcedures(model: Model, today: number): Generator<Note> {
  const reference = referenceDate(model, today);
  const isDutch = model.case?.data.jurisdiction === 'nl';
  if (isDutch) yield* firstOf(model, today);
  for (const stage of stagesOf(model.procedures)) {
    const duration = durationHint(stage, reference, model);
    if (duration) yield duration;
  }
  if (isDutch) for (const procedure of model.procedures) yield* termsIn(procedure, reference);
}

/** Only Dutch law makes a difference of it. */
function* firstOf(model: Model, today: number): Generator<Note> {
  const first = firstProcedure(model);
  const after = first && nodeAt(first, 'id');
  if (!after) return;
  const regime = regimeOn(dayThatDecides(model, today));
  yield {
    after,
    label: { key: 'hints.first' },
    told: [{ key: 'hints.first-counted' }],
    sources: [],
    ...(regime ? { regime } : {}),
  };
}

function durationHint(stage: Stage, reference: CaseDate | undefined, model: Model): Note | undefined {
  const { procedure, path, data } = stage;
  const lodged = parseDate(data.lodged);
  const isOpen = isPending(stage);
  const after = nodeAt(procedure, ...path, isOpen ? 'lodged' : 'decided');
  const duration = durationBetween(lodged, isOpen ? reference : parseDate(data.decided));
  if (!after || !duration || !reference) return undefined;
  return {
    after,
    label: inWords(duration, isOpen ? 'for' : 'after'),
    told: [
      { key: isOpen ? 'hints.open-counted' : 'hints.duration-counted' },
      ...(isOpen ? [onReference(reference, model)] : []),
      ...(duration.isCertain ? [] : [{ key: 'hints.vague' }]),
    ],
    sources: [],
  };
}

const TERM_SOURCES = ['nl.vw.69', 'nl.awb.6-8', 'nl.atw'];

/**
 * Of the refusal itself, and of that on the first objection: what comes later in the list may be against another
 * decision, as in the rule remedy-late.
 */
function* termsIn(procedure: Procedure, reference: CaseDate | undefined): Generator<Note> {
  const isReadable = isClear(procedure, 'remedies');
  const remedies = (procedure.data.remedies ?? [])
    .map((remedy, index) => ({ remedy, path: ['remedies', index] }))
    .filter(({ remedy }) => remedy?.kind !== 'interim-relief');
  const [first, second] = remedies;
  const own = { procedure, path: [], data: procedure.data, isContested: !isReadable || first !== undefined };
  const term = termHint(own, reference);
  if (term) yield term;
  if (first?.remedy?.kind !== 'objection') return;
  const { remedy, path } = first;
  const onObjection = termHint(
    { procedure, path, data: remedy, isContested: !isReadable || second !== undefined },
    reference,
  );
  if (onObjection) yield onObjection;
}

interface Decision extends Pick<Stage, 'procedure' | 'path' | 'data'> {
  /** Something was lodged against it, or may have been: then no days are left to count. */
  readonly isContested: boolean;
}

function termHint(decision: Decision, reference: CaseDate | undefined): Note | undefined {
  const { procedure, path, data } = decision;
  const after = nodeAt(procedure, ...path, 'decided');
  const last = lastDayToContest(procedure.data.kind, data.decided);
  if (!after || last === undefined || !isRefusal(data.outcome)) return undefined;
  const left = decision.isContested ? undefined : daysLeft(data.decided, last, reference);
  const date: Arg = { date: dateFromDay(last), bare: true };
  return {
    after,
    label:
      left === undefined
        ? { key: 'hints.term', args: { date } }
        : { key: 'hints.term-left', args: { date, left } },
    told: [{ key: 'hints.term-counted' }, { key: 'hints.term-made-known' }],
    sources: TERM_SOURCES,
  };
}

/** Undefined where the reference date certainly or possibly lies outside the term. */
function daysLeft(decided: unknown, last: number, reference: CaseDate | undefined): number | undefined {
  const from = parseDate(decided);
  if (!isKnown(from) || !isKnown(reference) || reference.first !== reference.last) return undefined;
  return reference.first >= from.first && reference.first <= last ? last - reference.first : undefined;
}
