/** What happened, oldest first: the events of the file and the steps of its procedures. */

import { evidenceFor } from '../../core/case/evidence.js';
import { certainlyBefore, parseDate } from '../../core/dates.js';
import type { Event } from '../../core/model.js';
import { mapped, type Steps } from '../../core/steps.js';
import { capitalised } from '../../core/words/capitals.js';
import { isDay, type Teller } from './teller.js';
import type {
  ReadableEvent,
  ReadableProcedure,
  ReadableStage,
  ReadableStep,
  Stretch,
  When,
} from './types.js';

export function eventsOf(teller: Teller): Steps<ReadableEvent[]> {
  return mapped(teller.model.timeline, (event) => readableEvent(event, teller));
}

function readableEvent(event: Event, teller: Teller): ReadableEvent {
  const { data } = event;
  const when = stretchOf(event, teller);
  const { letters, documents } = evidenceFor(event, teller.model);
  return {
    ...teller.id(data),
    at: teller.at(event),
    title: teller.line(data.title) ?? teller.blank('event', 'title'),
    kind: teller.choice('event.kind', data.kind),
    description: teller.text(data.description),
    when,
    whenText: when ? stretchText(when, teller) : '',
    persons: teller.names(data.persons),
    evidence: [...letters, ...documents].flatMap((piece) => teller.ref(piece)),
  };
}

function stretchOf({ data }: Event, teller: Teller): Stretch | undefined {
  const date = teller.when(data.date);
  if (date) return { from: date, isOpen: false };
  const from = teller.when(data.from);
  const to = teller.when(data.to);
  if (!from) return to && { from: to, isOpen: false };
  // An end that can't be read, or lies before the beginning, is told by a check; here it is left out.
  const isOdd = to !== undefined && certainlyBefore(parseDate(data.to), parseDate(data.from));
  return { from, ...(to && !isOdd ? { to } : {}), isOpen: data.to === undefined };
}

function stretchText({ from, to, isOpen }: Stretch, teller: Teller): string {
  if (to) return teller.word('from-to', { from: from.text, to: to.text });
  return isOpen ? teller.word('from', { from: from.text, day: isDay(from) }) : from.text;
}

/** What has no date stands last; of the same day, as the file has it. */
export function* chronologyOf(
  events: readonly ReadableEvent[],
  procedures: readonly ReadableProcedure[],
  teller: Teller,
): Steps<ReadableStep[]> {
  const steps: ReadableStep[] = [
    ...(yield* mapped(events, stepOf)),
    ...procedures.flatMap((procedure) => [
      ...stepsOf(procedure, 'procedure', procedure.reasonText, teller),
      ...procedure.remedies.flatMap((remedy) => stepsOf(remedy, 'remedy', undefined, teller)),
    ]),
  ];
  // What is of the same day keeps its place: sorting is stable.
  return steps.sort((a, b) => orderOf(a.when) - orderOf(b.when));
}

function stepOf({ id, at, when, whenText, title, description, evidence }: ReadableEvent): ReadableStep {
  const step = { at, kind: 'event' as const, when: when?.from, whenText, title, description, evidence };
  return id === undefined ? step : { id, ...step };
}

/** By the first day that a date may mean: a year stands before its own months. */
function orderOf(when: When | undefined): number {
  return when ? when.first : Number.MAX_SAFE_INTEGER;
}

function stepsOf(
  stage: ReadableStage,
  kind: 'procedure' | 'remedy',
  reason: string | undefined,
  teller: Teller,
): ReadableStep[] {
  const { id, at, lodged, decided } = stage;
  const step = (when: When | undefined, what: string, description?: string): ReadableStep => ({
    ...(id === undefined ? {} : { id }),
    at,
    kind,
    when,
    whenText: when?.text ?? '',
    title: capitalised(teller.word('step', { kind: stage.kind, what })),
    description,
    evidence: [],
  });
  const first = step(lodged, teller.word('step-lodged'));
  return decided ? [first, step(decided, stage.outcome || teller.word('step-decided'), reason)] : [first];
}
