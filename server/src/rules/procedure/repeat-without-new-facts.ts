import { isClear, mapOf, spotOf } from '../../core/case/access.js';
import { isRefusal, personsOf } from '../../core/case/facts.js';
import { type CaseDate, certainlyAfter, certainlyBefore, isKnown, parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel, Procedure } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { Span } from '../../core/tree.js';
import { blank } from '../../core/words/placeholders.js';
import { say as inWords, schemaField } from '../../core/words/words.js';

type Model = Pick<CaseModel, 'persons' | 'timeline' | 'procedures' | 'circumstances'>;

/** A decision by which the authority turned people down. */
interface Refusal {
  readonly date: CaseDate;
  readonly at: Span;
}

interface Refused {
  readonly persons: ReadonlySet<string>;
  /** By date. */
  readonly refusals: Refusal[];
}

/** A repeat application that names nothing new, or only what was there before the last refusal (nl.awb.4-6). */
export const rule = defineRule({
  reads: ['persons', 'timeline', 'procedures', 'circumstances'],
  *check({ model, say }) {
    const repeats = model.procedures.filter(
      ({ data }) => data.kind === 'repeat-asylum' || data.kind === 'repeat-regular',
    );
    if (repeats.length === 0) return;
    const beginnings = beginningsOf(model);
    const refused = refusedIn(model);
    for (const procedure of repeats) {
      if (!isClear(procedure, 'newFacts')) continue;
      const report = judge(procedure, latestBefore(procedure, refused, model), beginnings, say);
      if (report) yield report;
    }
  },
});

function judge(
  procedure: Procedure,
  refusal: Refusal | undefined,
  beginnings: ReadonlyMap<string, CaseDate | undefined>,
  say: Say,
): Report | undefined {
  const { newFacts = [] } = procedure.data;
  const kind = procedure.data.kind === 'repeat-asylum' ? 'asylum' : 'regular';
  const field = { field: 'newFacts', of: 'procedure' };
  const at = spotOf(procedure, 'newFacts');
  const mend = (draft: Draft) => fixes(draft, procedure, refusal?.date, say);
  if (newFacts.length === 0) return { at, message: say('none', { kind, field }), fixes: mend };
  const areOld = newFacts.every(
    (id) => id !== undefined && certainlyBefore(beginnings.get(id), refusal?.date),
  );
  if (!refusal || !areOld) return undefined;
  return {
    at,
    message: say('old', { kind, field, date: { date: refusal.date, bare: true } }),
    related: [{ at: refusal.at, message: say('refusal') }],
    fixes: mend,
  };
}

/** When each came into being; of an event that lasted, its end, since it may have changed while it did. */
function beginningsOf(model: Model): ReadonlyMap<string, CaseDate | undefined> {
  const beginnings = new Map<string, CaseDate | undefined>();
  for (const { data } of model.circumstances)
    if (data.id !== undefined) beginnings.set(data.id, parseDate(data.since));
  for (const { data } of model.timeline)
    if (data.id !== undefined) beginnings.set(data.id, parseDate(data.date ?? data.to));
  return beginnings;
}

/** The refusals by whose they are. */
function refusedIn(model: Model): readonly Refused[] {
  const byPersons = new Map<string, Refused>();
  for (const procedure of model.procedures) {
    const persons = personsOf(procedure, model);
    const key = [...persons].sort().join(' ');
    const known = byPersons.get(key) ?? { persons: new Set(persons), refusals: [] };
    known.refusals.push(...refusalsIn(procedure));
    byPersons.set(key, known);
  }
  for (const { refusals } of byPersons.values()) refusals.sort((a, b) => a.date.first - b.date.first);
  return [...byPersons.values()];
}

/**
 * Refusals by the authority, of the application or of an objection. A court refuses nobody a permit: what arose
 * between the decision and a ruling on it may still be new (our reading of nl.awb.4-6).
 */
function refusalsIn(procedure: Procedure): Refusal[] {
  const { data } = procedure;
  const decisions = [
    { stage: data, path: ['decided'] },
    ...(data.remedies ?? []).flatMap((remedy, index) =>
      remedy?.kind === 'objection' ? [{ stage: remedy, path: ['remedies', index, 'decided'] }] : [],
    ),
  ];
  return decisions.flatMap(({ stage, path }) => {
    const date = parseDate(stage.decided);
    return isRefusal(stage.outcome) && isKnown(date) ? [{ date, at: spotOf(procedure, ...path) }] : [];
  });
}

/** The latest that certainly came before the application and was of all its persons. */
function latestBefore(procedure: Procedure, refused: readonly Refused[], model: Model): Refusal | undefined {
  const own = personsOf(procedure, model);
  const lodged = parseDate(procedure.data.lodged);
  if (own.length === 0) return undefined;
  return refused
    .filter(({ persons }) => own.every((id) => persons.has(id)))
    .flatMap(({ refusals }) => refusals.findLast(({ date }) => certainlyBefore(date, lodged)) ?? [])
    .sort((a, b) => b.date.first - a.date.first)[0];
}

function fixes(draft: Draft, procedure: Procedure, since: CaseDate | undefined, say: Say): Fix[] {
  const owner = mapOf(procedure);
  if (!owner) return [];
  const insert = (ids: readonly string[]) => draft.addToList(owner, 'procedure', 'newFacts', ids);
  const arisen = arisenSince(draft, procedure, since);
  if (arisen.length > 0) {
    const title = say('fix-insert-circumstances', { circumstances: { list: arisen }, count: arisen.length });
    return [draft.fix('insert-circumstances', title, [insert(arisen)], { preferred: true })];
  }
  const { language } = draft;
  const event = {
    id: draft.newIds()(inWords(say('event-id'), language)),
    date: blank(schemaField('event', 'date', language)?.title ?? 'date'),
    title: blank(inWords(say('event-title'), language)),
  };
  const edits = [draft.appendItems('timeline', [event]), insert([event.id])];
  return [draft.fix('insert-event', say('fix-insert-event'), edits, { preferred: true })];
}

/** Circumstances that came after the refusal, and not only after the decision on this application. */
function arisenSince(draft: Draft, { data }: Procedure, since: CaseDate | undefined): string[] {
  const named = new Set(data.newFacts ?? []);
  const decided = parseDate(data.decided);
  return draft.model.circumstances.flatMap(({ data: { id, since: from } }) => {
    const began = parseDate(from);
    const isNew = certainlyAfter(began, since) && !certainlyAfter(began, decided);
    return id !== undefined && isNew && !named.has(id) ? [id] : [];
  });
}
