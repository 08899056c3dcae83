/** Argument snippets of the catalogue, filled from the case and ready to be put into it. */

import { dayThatDecides, referenceDate } from '../core/case/facts.js';
import { certainlyBefore, parseDate } from '../core/dates.js';
import type { Draft, Fields } from '../core/edits/draft.js';
import type { Circumstance, Procedure } from '../core/model.js';
import type { Language } from '../core/words/words.js';
import { SNIPPETS } from '../generated/knowledge.js';
import { factsFor } from './facts.js';
import { TEXTS } from './snippet-texts.js';
import { isLaterThan } from './sources.js';
import type { SnippetEntry } from './types.js';

/** What an argument says of a circumstance, be it one of the file or one that the same action puts in. */
export type Argued = Pick<Circumstance, 'data'>;

export interface Insertion {
  readonly circumstances: readonly Argued[];
  readonly today: number;
  readonly newId: (word: string) => string;
  /** The procedure in which the authority made the mistake that the argument is about. */
  readonly erring?: Procedure | undefined;
  /** Ids of counter-arguments that are inserted by the same action. */
  readonly answers?: readonly string[];
}

/**
 * The argument as it goes into the file: cites only what existed on the reference date. Undefined where nothing
 * is left to cite, or the snippet belongs to another jurisdiction.
 */
export function argumentFrom(
  id: string,
  draft: Draft,
  { circumstances, today, newId, erring, answers }: Insertion,
): Fields | undefined {
  const snippet = SNIPPETS.find((entry) => entry.id === id);
  const { model } = draft;
  if (!snippet || snippet.jurisdiction !== model.case?.data.jurisdiction) return undefined;
  const variant = variantFor(snippet, draft, today);
  const cites = citesOf(id, draft, today);
  const [language, format] = textOf(variant?.key ?? id, draft.language);
  if (cites.length === 0 || !format) return undefined;
  const supports = circumstances.flatMap(({ data }) => (data.id ? [data.id] : []));
  const answered = [...(answers ?? []), ...unanswered(snippet, draft)];
  return {
    id: newId(`arg-${id}`),
    snippet: id,
    title: snippet.title[language] ?? id,
    text: format(
      factsFor({ model, language, today, circumstances, about: aboutOf(snippet, circumstances), erring }),
    ),
    supports: supports.length > 0 ? supports : undefined,
    cites,
    answers: answered.length > 0 ? answered : undefined,
  };
}

/**
 * Those that a text for certain kinds alone may call its own: an illness is no bereavement, and what happened abroad
 * no experience here. None where none is of its kinds: their name is then a blank. A text that also fits a file for
 * other reasons takes them all.
 */
function aboutOf({ fits }: SnippetEntry, circumstances: readonly Argued[]): readonly Argued[] {
  const kinds: readonly (string | undefined)[] | undefined = fits.circumstances;
  if (!kinds || fits.when) return circumstances;
  return circumstances.filter(({ data }) => kinds.includes(data.kind) && isWhereItFits(fits, data));
}

/** Did it arise in the country of the claim, where the text says so? */
export function isWhereItFits({ needs }: SnippetEntry['fits'], data: Argued['data']): boolean {
  return data.inHostCountry !== false || needs?.includes('host-country') !== true;
}

/** What the snippet cites in this case: only what existed on the reference date; nothing in another jurisdiction. */
export function citesOf(id: string, draft: Draft, today: number): readonly string[] {
  const snippet = SNIPPETS.find((entry) => entry.id === id);
  if (!snippet || snippet.jurisdiction !== draft.model.case?.data.jurisdiction) return [];
  const day = referenceDate(draft.model, today);
  return (variantFor(snippet, draft, today)?.cites ?? snippet.cites).filter(
    (source) => !isLaterThan(source, day),
  );
}

function variantFor(snippet: SnippetEntry, draft: Draft, today: number) {
  const day = dayThatDecides(draft.model, today);
  return snippet.variants.find(({ from, to }) => {
    const begins = parseDate(from);
    const ends = parseDate(to);
    if (!day) return to === undefined;
    return !(begins && certainlyBefore(day, begins)) && !(ends && certainlyBefore(ends, day));
  });
}

/** In the file's language, else in English. */
function textOf(
  key: string,
  language: Language,
): [Language, ((args: Record<string, unknown>) => string) | undefined] {
  const own = TEXTS[language][`argument.${key}`];
  return own ? [language, own] : ['en', TEXTS.en[`argument.${key}`]];
}

/** The file's counter-arguments that this snippet rebuts and nothing answers yet. */
function unanswered(snippet: SnippetEntry, draft: Draft): string[] {
  const answered = new Set(draft.model.arguments.flatMap(({ data }) => data.answers ?? []));
  return draft.model.counterArguments.flatMap(({ data }) =>
    data.id && data.kind && snippet.answers.includes(data.kind) && !answered.has(data.id) ? [data.id] : [],
  );
}
