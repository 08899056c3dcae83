/** Arguments as fixes put them into a case: one or several at once, and as the answer to a counter-argument. */

import { mapOf } from '../core/case/access.js';
import { firstProcedure, isRefusal } from '../core/case/facts.js';
import { certainlyBefore, parseDate } from '../core/dates.js';
import type { Draft, Fields } from '../core/edits/draft.js';
import type { TextEdit } from '../core/findings.js';
import type { CaseModel, Circumstance, Procedure } from '../core/model.js';
import { enumTitle } from '../core/words/words.js';
import { COUNTER_ARGUMENTS, SNIPPETS } from '../generated/knowledge.js';
import { claimedCircumstances } from './letters.js';
import { hasRefusal, latestRefusal } from './refusals.js';
import { type Argued, argumentFrom, citesOf, isWhereItFits } from './snippets.js';
import type { SnippetEntry } from './types.js';

export type Argument = CaseModel['arguments'][number];

export interface Insert {
  readonly today: number;
  /** The circumstances that the arguments support; by default those of the claim. */
  readonly circumstances?: readonly Argued[];
  readonly newId?: (word: string) => string;
  /** The procedure in which the authority made the mistake that the arguments are about. */
  readonly erring?: Procedure;
}

/** The snippets of the catalogue as new arguments, those without anything to cite left out; undefined for none. */
export function argumentsEdit(
  draft: Draft,
  snippets: readonly string[],
  { today, circumstances = claimedCircumstances(draft.model), newId = draft.newIds(), erring }: Insert,
): TextEdit | undefined {
  // Behind something that is no list a new argument would make it worse.
  if (draft.model.root.unreadable.has('arguments')) return undefined;
  const items = snippets.flatMap((id) => {
    const fields = argumentFrom(id, draft, { circumstances, today, newId, erring });
    return fields ? [fields] : [];
  });
  return items.length > 0 ? draft.appendItems('arguments', items) : undefined;
}

/** The catalogue's snippets for a kind of circumstance, the best first, without those that the file has already. */
export function snippetsFor(circumstance: Circumstance, draft: Draft): readonly string[] {
  const used = new Set<string | undefined>(draft.model.arguments.map(({ data }) => data.snippet));
  return fitting([circumstance], draft)
    .filter((snippet) => holds(snippet, circumstance, draft.model))
    .map(({ id }) => id)
    .filter((id) => !used.has(id));
}

/** Is it so what the text of the snippet says of the case: that there was a ruling, a refusal, a letter? */
export function holds({ fits }: SnippetEntry, circumstance: Argued, model: CaseModel): boolean {
  const isSo: Readonly<Record<NonNullable<typeof fits.needs>[number], () => boolean>> = {
    'host-country': () => isWhereItFits(fits, circumstance.data),
    'first-procedure': () => firstProcedure(model) !== undefined,
    refusal: () =>
      hasRefusal(model) && !certainlyBefore(parseDate(circumstance.data.since), latestRefusal(model)),
    'court-ruling': () =>
      model.procedures.some(({ data }) =>
        data.remedies?.some((remedy) => remedy && RULINGS.has(remedy.kind) && isRefusal(remedy.outcome)),
      ),
    letters: () => model.letters.some(({ data }) => data.status === 'received' || data.status === 'signed'),
  };
  return (fits.needs ?? []).every((need) => isSo[need]());
}

const RULINGS: ReadonlySet<string | undefined> = new Set(['appeal', 'higher-appeal']);

/** The file's own arguments that were made from a snippet for this kind of circumstance. */
export function argumentsFor(circumstance: Circumstance, draft: Draft): readonly Argument[] {
  const ids = new Set<string | undefined>(fitting([circumstance], draft).map(({ id }) => id));
  return draft.model.arguments.filter(({ data }) => ids.has(data.snippet));
}

/**
 * Sources that an argument may cite: those of the snippets that rebut what it answers, and of those that fit the
 * circumstances that it supports (where it supports none, those of the claim).
 */
export function fittingSources(argument: Argument, draft: Draft, today: number): readonly string[] {
  const { model } = draft;
  const answers = new Set(argument.data.answers ?? []);
  const supports = new Set(argument.data.supports ?? []);
  const rebuttals = model.counterArguments.flatMap(({ data }) =>
    data.kind && answers.has(data.id) ? rebuttalsOf(data.kind, model.case?.data.jurisdiction) : [],
  );
  const supported = model.circumstances.filter(({ data }) => supports.has(data.id));
  const snippets = fitting(supported.length > 0 ? supported : claimedCircumstances(model), draft);
  const ids = [...rebuttals, ...snippets.map(({ id }) => id)];
  return [...new Set(ids.flatMap((id) => citesOf(id, draft, today)))];
}

/** The jurisdiction's snippets for the kinds of these circumstances, the best first. */
function fitting(circumstances: readonly Circumstance[], draft: Draft): readonly SnippetEntry[] {
  const kinds = new Set<string | undefined>(circumstances.map(({ data }) => data.kind));
  return SNIPPETS.filter(
    ({ jurisdiction, fits }) =>
      jurisdiction === draft.model.case?.data.jurisdiction &&
      fits.circumstances?.some((kind) => kinds.has(kind)),
  ).sort((a, b) => a.rank - b.rank);
}

/** The jurisdiction's snippets that rebut a kind of counter-argument, the best first. */
export function rebuttalsOf(kind: string, jurisdiction: 'nl' | 'de' | undefined): readonly string[] {
  const entry = COUNTER_ARGUMENTS.find((candidate) => candidate.kind === kind);
  return (jurisdiction && entry?.rebuttals[jurisdiction]) ?? [];
}

/**
 * A counter-argument of the kind, where the file has none, and the snippet that answers it. An argument made from
 * that snippet that the file already has is made to answer instead of a second one being written. Empty where the
 * snippet can't be inserted.
 */
export function rebuttalEdits(
  draft: Draft,
  kind: string,
  snippet: string,
  { today, circumstances = claimedCircumstances(draft.model), newId = draft.newIds() }: Insert,
): readonly TextEdit[] {
  const { model } = draft;
  const answered = new Set(model.arguments.flatMap(({ data }) => data.answers ?? []));
  const known = model.counterArguments.flatMap(({ data }) =>
    data.kind === kind && data.id !== undefined && !answered.has(data.id) ? [data.id] : [],
  );
  const added = known.length === 0 ? counterArgumentFields(draft, kind, newId) : undefined;
  if (known.length === 0 && !added) return [];
  const answers = added ? [String(added.id)] : known;
  const present = mapOf(model.arguments.find(({ data }) => data.snippet === snippet));
  const argument = present
    ? draft.addToList(present, 'argument', 'answers', unansweredBy(present, draft, answers))
    : argumentOf(draft, snippet, { today, circumstances, newId, answers: added ? answers : [] });
  if (!argument) return [];
  return [argument, ...(added ? [draft.appendItems('counterArguments', [added])] : [])];
}

function argumentOf(
  draft: Draft,
  snippet: string,
  insertion: Parameters<typeof argumentFrom>[2],
): TextEdit | undefined {
  const fields = argumentFrom(snippet, draft, insertion);
  return fields && draft.appendItems('arguments', [fields]);
}

function unansweredBy(present: object, draft: Draft, answers: readonly string[]): readonly string[] {
  const own = draft.model.arguments.find(({ node }) => node === present)?.data.answers ?? [];
  return answers.filter((id) => !own.includes(id));
}

/** What the other side says, in the language of the file; undefined for kinds that the catalogue has no words for. */
export function counterArgumentFields(
  draft: Draft,
  kind: string,
  newId: (word: string) => string,
): Fields | undefined {
  const entry = COUNTER_ARGUMENTS.find((candidate) => candidate.kind === kind);
  const { language } = draft;
  const name = enumTitle('counterArgument.kind', kind, language);
  return entry && { id: newId(`contra-${name}`), kind, text: entry.text[language] };
}
