import { evidenceFor } from '../../core/case/evidence.js';
import { applicants, arrivalOf } from '../../core/case/facts.js';
import { certainlyBefore, parseDate } from '../../core/dates.js';
import type { Fields } from '../../core/edits/draft.js';
import type { CaseModel, Event } from '../../core/model.js';
import { findBlank } from '../../core/words/placeholders.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { circumstanceEdits } from '../../rules/hardship/insertions.js';
import { partAt } from '../place.js';
import type { Offer } from './action.js';

/** What makes it hard, by what happened, where the one says the other. */
const KINDS: Readonly<Record<string, string>> = {
  health: 'medical',
  education: 'education',
  loss: 'bereavement',
  violence: 'violence',
  'return-attempt': 'no-fault-stay',
  integration: 'rooted',
};

/** A circumstance from an event, with what the event says of when, who and how it is shown. */
export const extractCircumstance: Offer = {
  kind: 'refactor.extract.vangnet',
  find(analysis, { start }) {
    const { model, draft } = analysis;
    const part = partAt(analysis, start);
    if (part?.section !== 'timeline' || model.root.unreadable.has('circumstances')) return [];
    const fields = fieldsFrom(analysis, part as Event);
    if (!fields) return [];
    const edits = circumstanceEdits(draft, fields);
    const key = edits.length > 1 ? 'extract-circumstance-claim' : 'extract-circumstance';
    return [{ id: 'extract-circumstance', title: { key: `actions.${key}` }, edits }];
  },
};

function fieldsFrom({ model, draft }: Analysis, event: Event): Fields | undefined {
  const { title, kind, persons, evidence, date, from, to } = event.data;
  if (title === undefined || title.trim() === '' || findBlank(title)) return undefined;
  // The event is a circumstance already.
  if (model.circumstances.some(({ data }) => data.title?.trim() === title.trim())) return undefined;
  const known = new Set(model.persons.map(({ data }) => data.id));
  const pieces = evidenceFor(event, model);
  const ids = [...pieces.letters, ...pieces.documents].flatMap(({ data }) => (data.id ? [data.id] : []));
  const inOrder = [...(evidence ?? []), ...ids].filter((id) => id !== undefined && ids.includes(id));
  const since = date ?? from;
  return {
    id: draft.newIds()(`circ-${title.split(/\s+/).slice(0, 3).join(' ')}`),
    kind: KINDS[kind ?? ''] ?? 'other',
    title,
    persons: filled((persons ?? []).filter((id) => id !== undefined && known.has(id)) as string[]),
    since: parseDate(since) ? since : undefined,
    until: isEndOf(to, since) ? to : undefined,
    inHostCountry: wasBeforeArrival(event, model) ? false : undefined,
    evidence: filled([...new Set(inOrder)] as string[]),
  };
}

/** What ends before it begins is a slip, not to be written twice. */
function isEndOf(to: unknown, since: unknown): boolean {
  const end = parseDate(to);
  return end !== undefined && !certainlyBefore(end, parseDate(since));
}

/** Did it certainly happen before any of its persons came to the country of the claim? */
function wasBeforeArrival({ data }: Event, model: CaseModel): boolean {
  const end = parseDate(data.date ?? data.to);
  const named = model.persons.filter(({ data: { id } }) => id !== undefined && data.persons?.includes(id));
  const persons = named.length > 0 ? named : applicants(model);
  return (
    persons.length > 0 &&
    persons.every((person) => person.data.bornHere !== true && certainlyBefore(end, arrivalOf(person)))
  );
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
