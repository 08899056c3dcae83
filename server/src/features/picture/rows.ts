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

export function picturedRows(told: ReadableCase): PictureRow[] {
  return [...stays(told), ...told.procedures.flatMap(procedureRows), ...events(told)];
}

function stays(told: ReadableCase): PictureRow[] {
  return told.persons.flatMap(({ name, stay, at }) => {
    if (!stay) return [];
    const { from, to } = stay;
    const key = to ? 'readable.from-to' : 'readable.from';
    const note = say(
      { key, args: { from: from.text, ...(to ? { to: to.text } : { day: isDay(from) }) } },
      told.language,
    );
    return [{ kind: 'stay' as const, title: name, note, stretch: stay, at }];
  });
}

function procedureRows(procedure: ReadableCase['procedures'][number]): PictureRow[] {
  return [
    ...stageRow(procedure, 'procedure'),
    ...procedure.remedies.flatMap((remedy) => stageRow(remedy, 'remedy')),
  ];
}

function stageRow(stage: ReadableStage, kind: 'procedure' | 'remedy'): PictureRow[] {
  const { lodged, decided, isPending, isRefusal, outcome, at } = stage;
  if (!lodged) return [];
  const dates = decided && decided.text !== lodged.text ? `${lodged.text} – ${decided.text}` : lodged.text;
  return [
    {
      kind,
      title: stage.kind,
      note: [dates, outcome].filter((part) => part !== '').join(' · '),
      stretch: { from: lodged, to: orderly(lodged, decided), isOpen: isPending },
      end: isRefusal ? 'refused' : stage.isGranted ? 'granted' : undefined,
      at,
    },
  ];
}

/** A decision before the application is told by a check; a bar can't run backwards. */
function orderly(from: When, to: When | undefined): When | undefined {
  return to && to.last >= from.first ? to : undefined;
}

function events(told: ReadableCase): PictureRow[] {
  return told.events.flatMap(({ title, when, whenText, at }) =>
    when ? [{ kind: 'event' as const, title, note: whenText, stretch: when, at }] : [],
  );
}
