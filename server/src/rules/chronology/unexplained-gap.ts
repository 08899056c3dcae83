import { isAbsent } from '../../core/case/access.js';
import { applicants, arrivalOf, referenceDate } from '../../core/case/facts.js';
import { type Stage, stagesOf } from '../../core/case/stages.js';
import { addMonths, type CaseDate, isKnown, parseDate } from '../../core/dates.js';
import type { CaseModel, Event } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';
import type { Span } from '../../core/tree.js';

/** Days that something may fill: from the first that it may have begun on to the last that it may have lasted to. */
interface Stretch {
  readonly at: Span;
  readonly start: CaseDate;
  /** Undefined while it goes on, or where its end is not known. */
  readonly end: CaseDate | undefined;
}

/** A long time after arrival of which the file tells nothing. */
export const rule = defineRule({
  reads: ['case', 'persons', 'timeline', 'procedures', 'root'],
  *check({ model, options, today, say }) {
    const reference = referenceDate(model, today);
    const arrival = firstArrival(model);
    const stretches = stretchesOf(model);
    if (!isKnown(reference) || !arrival || !stretches) return;
    const isGap = (from: number, to: number) => addMonths(from, options.months as number) <= to;
    const gap = (at: Span, from: CaseDate, to: CaseDate) => ({
      at,
      message: say('gap', { from: { date: from, bare: true }, to: { date: to, bare: true } }),
    });
    let told: CaseDate = arrival;
    for (const { at, start, end } of stretches) {
      if (start.first > reference.first) break;
      if (isGap(told.last, start.first)) yield gap(at, told, start);
      if (!end) return;
      if (end.last > told.last) told = end;
    }
    const timeline = model.root.keys.find(({ name }) => name === 'timeline');
    if (isGap(told.last, reference.first)) yield gap(timeline?.at ?? model.root.top, told, reference);
  },
});

/** Of the applicants whose arrival is certain, the first; for who was born here, birth. */
function firstArrival(model: Pick<CaseModel, 'persons'>): CaseDate | undefined {
  return applicants(model)
    .map(arrivalOf)
    .filter(isKnown)
    .sort((a, b) => a.last - b.last)[0];
}

/** In order of their beginning; undefined where something may have happened at a time that nobody can tell. */
function stretchesOf(model: Pick<CaseModel, 'timeline' | 'procedures'>): readonly Stretch[] | undefined {
  if (
    !model.procedures.every(
      (procedure) => procedure.data.remedies?.every(Boolean) ?? isAbsent(procedure, 'remedies'),
    )
  )
    return undefined;
  const stretches = [...model.timeline.map(ofEvent), ...[...stagesOf(model.procedures)].map(ofStage)];
  const known = stretches.filter((stretch) => stretch !== undefined);
  return known.length === stretches.length ? known.sort((a, b) => a.start.first - b.start.first) : undefined;
}

function ofEvent(event: Event): Stretch | undefined {
  const { date, from, to } = event.data;
  const start = parseDate(date ?? from);
  if (!isKnown(start)) return undefined;
  return { at: event.place, start, end: from === undefined && to === undefined ? start : certain(to) };
}

function ofStage({ place, data }: Stage): Stretch | undefined {
  const start = parseDate(data.lodged);
  return isKnown(start) ? { at: place, start, end: certain(data.decided) } : undefined;
}

function certain(value: unknown): CaseDate | undefined {
  const date = parseDate(value);
  return isKnown(date) ? date : undefined;
}
