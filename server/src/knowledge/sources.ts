/** What code decides by about legal sources: whether they are known, in force, and hold at any time. */

import { type CaseDate, certainlyAfter, isKnown, parseDate } from '../core/dates.js';
import type { Arg } from '../core/findings.js';
import { SOURCES } from '../generated/knowledge.js';
import type { SourceEntry } from './types.js';

/** Yes, no, or not to be told from what is known. */
export type Trilean = boolean | undefined;

const BY_ID = new Map(SOURCES.map((source) => [source.id, source]));

export function sourceById(id: string): SourceEntry | undefined {
  return BY_ID.get(id);
}

export function sourceIds(): Iterable<string> {
  return BY_ID.keys();
}

/** The sources of a newer law file in the place of those that the program comes with; undefined: those again. */
export function replaceSources(sources: readonly SourceEntry[] = SOURCES): void {
  BY_ID.clear();
  for (const source of sources) BY_ID.set(source.id, source);
}

/** Entries that only a test knows, beside ours or in their place, for as long as it runs. */
export function withSources<T>(own: readonly SourceEntry[], run: () => T): T {
  const replaced = own.map(({ id }) => ({ id, before: BY_ID.get(id) }));
  for (const source of own) BY_ID.set(source.id, source);
  try {
    return run();
  } finally {
    for (const { id, before } of replaced) {
      if (before) BY_ID.set(id, before);
      else BY_ID.delete(id);
    }
  }
}

/** An ECLI or a web address: a source that the catalogue doesn't hold and that may say anything. */
export function isOutsideCatalogue(id: string): boolean {
  return !BY_ID.has(id);
}

/** Was it in force (a statute) or in existence (a ruling, a publication) on the day? */
export function inForceOn(id: string, day: CaseDate | undefined): Trilean {
  if (isLaterThan(id, day)) return false;
  const source = BY_ID.get(id);
  if (!source || !isKnown(day)) return undefined;
  const from = parseDate(source.inForce?.from);
  const to = parseDate(source.inForce?.to);
  if (certainlyAfter(day, to)) return false;
  const hasBegun = !from || day.first >= from.last;
  const hasNotEnded = !to || day.last <= to.first;
  return hasBegun && hasNotEnded ? true : undefined;
}

/** Did it certainly come into being only after the day? */
export function isLaterThan(id: string, day: CaseDate | undefined): boolean {
  return certainlyAfter(beginningOf(id), day);
}

const ECLI = /^ECLI:[A-Z]{2}:[A-Z][A-Z0-9]{0,6}:(\d{4}):[A-Z0-9.]{1,25}$/;

/** From when on it is there: by the catalogue; of another ruling its ECLI tells the year. */
export function beginningOf(id: string): CaseDate | undefined {
  return parseDate(BY_ID.get(id)?.inForce?.from ?? ECLI.exec(id)?.[1]);
}

/** A ground that holds at any time, in force on the day that decides (RULES.md). */
export function holdsAtAnyTime(id: string, day: CaseDate | undefined): Trilean {
  const source = BY_ID.get(id);
  if (!source) return undefined;
  if (!source.holdsAtAnyTime) return false;
  return source.inForce?.to === undefined && source.inForce?.from === undefined ? true : inForceOn(id, day);
}

/** Does any of the grounds hold at any time? Unknown while one of them may. */
export function anyHoldsAtAnyTime(grounds: readonly string[], day: CaseDate | undefined): Trilean {
  const answers = grounds.map((ground) => holdsAtAnyTime(ground, day));
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

/** The source as people call it ('art. 14 Vw'), for a message; what the catalogue doesn't hold by its own name. */
export function sourceName(id: string): Arg {
  return BY_ID.has(id) ? { key: `source.${id}` } : id;
}
