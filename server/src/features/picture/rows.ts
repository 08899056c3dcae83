/** What a timeline picture has rows for, before it is drawn: stays, procedures with their remedies, events. */

import { say } from '../../core/words/words.js';
import { isDay } from '../readable/teller.js';
import type { Place, ReadableCase, ReadableStage, Stretch, When } from '../readable/types.js';

export interface PictureRow {
  readonly kind: 'stay' | 'procedure' | 'remedy' | 'event';
  readonly title: string;
  /** Under the title: when, and how it ended. */
  readonly note: string;
  readonly stretch: Stretch;
  readonly end?: 'granted' | 'refused' | undefined;
  readonly at: Place;
}

export function* picturedRows(told: ReadableCase): Generator<PictureRow> {
  yield* stays(told);
  for (const procedure of told.procedures) yield* procedureRows(procedure);
  yield* events(told);
}

/** How many rows there are, without making them. */
export function countRows({ persons, procedures, events }: ReadableCase): number {
  const stages = procedures.flatMap((procedure) => [procedure, ...procedure.remedies]);
  return (
    persons.filter(({ stay }) => stay).length +
    stages.filter(({ lodged }) => lodged).length +
    events.filter(({ when }) => when).length
  );
}

function* stays(told: ReadableCase): Generator<PictureRow> {
  for (const { name, stay, at } of told.persons) {
    if (!stay) continue;
    const { from, to } = stay;
    const key = to ? 'readable.from-to' : 'readable.from';
    const note = say(
      { key, args: { from: from.text, ...(to ? { to: to.text } : { day: isDay(from) }) } },
      told.language,
    );
    yield { kind: 'stay', title: name, note, stretch: stay, at };
  }
}

function* procedureRows(procedure: ReadableCase['procedures'][number]): Generator<PictureRow> {
  yield* stageRow(procedure, 'procedure');
  for (const remedy of procedure.remedies) yield* stageRow(remedy, 'remedy');
}

function* stageRow(stage: ReadableStage, kind: 'procedure' | 'remedy'): Generator<PictureRow> {
  const { lodged, decided, isPending, isRefusal, outcome, at } = stage;
  if (!lodged) return;
  const dates = decided && decided.text !== lodged.text ? `${lodged.text} – ${decided.text}` : lodged.text;
  yield {
    kind,
    title: stage.kind,
    note: [dates, outcome].filter((part) => part !== '').join(' · '),
    stretch: { from: lodged, to: orderly(lodged, decided), isOpen: isPending },
    end: isRefusal ? 'refused' : stage.isGranted ? 'granted' : undefined,
    at,
  };
}

/** A decision before the application is told by a check; a bar can't run backwards. */
function orderly(from: When, to: When | undefined): When | undefined {
  return to && to.last >= from.first ? to : undefined;
}

function* events(told: ReadableCase): Generator<PictureRow> {
  for (const { title, when, whenText, at } of told.events)
    if (when) yield { kind: 'event', title, note: whenText, stretch: when, at };
}
