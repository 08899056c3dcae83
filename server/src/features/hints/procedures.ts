/** Which procedure is the first, how long each took or has been going on, and until when a decision can be contested. */

import { nodeAt } from '../../core/case/access.js';
import { contestsOf, daysLeft, TERM_SOURCES } from '../../core/case/contests.js';
import { durationBetween } from '../../core/case/durations.js';
import { dayThatDecides, firstProcedure, referenceDate, regimeOn } from '../../core/case/facts.js';
import { isPending, type Stage, stagesOf } from '../../core/case/stages.js';
import { type CaseDate, dateFromDay, parseDate } from '../../core/dates.js';
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

export function durationHint(stage: Stage, reference: CaseDate | undefined, model: Model): Note | undefined {
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

function* termsIn(procedure: Procedure, reference: CaseDate | undefined): Generator<Note> {
  for (const contest of contestsOf(procedure)) {
    const after = nodeAt(procedure, ...contest.path, 'decided');
    const left = contest.isContested ? undefined : daysLeft(contest, reference);
    const date: Arg = { date: dateFromDay(contest.last), bare: true };
    if (!after) continue;
    yield {
      after,
      label:
        left === undefined
          ? { key: 'hints.term', args: { date } }
          : { key: 'hints.term-left', args: { date, left } },
      told: [{ key: 'hints.term-counted' }, { key: 'hints.term-made-known' }],
      sources: TERM_SOURCES,
    };
  }
}
