/** Which state of the law is in use, how well it was checked, and what a maintainer should compare again. */

import { parseDate } from '../core/dates.js';
import { type Language, say } from '../core/words/words.js';
import { COUNTER_ARGUMENTS, SENDERS, SNIPPETS } from '../generated/knowledge.js';
import { lawDay, lawFileInUse, lawInUse } from '../knowledge/law-in-use.js';
import { sourceWords } from '../knowledge/source-words.js';
import { sourceById, sourceIds } from '../knowledge/sources.js';
import type { SourceEntry } from '../knowledge/types.js';

export interface LawReport {
  readonly version: number;
  readonly date: string;
  /** Our own data, or those of a file. */
  readonly origin: 'own' | 'file';
  readonly sources: {
    readonly all: number;
    readonly verified: number;
    readonly recalled: number;
    readonly review: number;
  };
  readonly arguments: number;
  readonly senders: number;
  readonly counterArguments: number;
  /** The source compared longest ago. */
  readonly oldest: { readonly id: string; readonly verified: string } | undefined;
}

export function lawReport(): LawReport {
  const sources = allSources();
  const verified = sources.filter(({ confidence }) => confidence === 'verified').length;
  const [oldest] = sources
    .flatMap(({ id, verified: day }) => (day ? [{ id, verified: day }] : []))
    .sort((a, b) => a.verified.localeCompare(b.verified));
  return {
    ...lawInUse(),
    origin: lawFileInUse() ? 'file' : 'own',
    sources: {
      all: sources.length,
      verified,
      recalled: sources.length - verified,
      review: sources.filter(({ id }) => isMoving(id)).length,
    },
    arguments: SNIPPETS.length,
    senders: SENDERS.length,
    counterArguments: COUNTER_ARGUMENTS.length,
    oldest,
  };
}

export interface Unchecked {
  readonly id: string;
  readonly name: string;
  readonly url: string | undefined;
  /** The day on which it was last compared; undefined: never. */
  readonly verified: string | undefined;
  /** May it have changed since, as far as is known? */
  readonly moving: boolean;
}

/**
 * The sources that nobody compared on this day or later; those never compared first, then the oldest.
 * @param day days since 1970-01-01
 */
export function uncheckedSince(day: number, language: Language): readonly Unchecked[] {
  return allSources()
    .filter(({ verified }) => (parseDate(verified)?.last ?? Number.NEGATIVE_INFINITY) < day)
    .map(({ id, url, verified }) => ({
      id,
      name: sourceWords(id, language)?.name ?? id,
      url,
      verified,
      moving: isMoving(id),
    }))
    .sort((a, b) => (a.verified ?? '').localeCompare(b.verified ?? '') || a.id.localeCompare(b.id));
}

export function lawReportText(report: LawReport, language: Language): string {
  const { sources, oldest } = report;
  const word = (key: string, args: Record<string, string | number>) =>
    say({ key: `law.${key}`, args }, language);
  return [
    word('in-use', { date: lawDay(language, report), version: report.version, origin: report.origin }),
    word('sources', { ...sources, count: sources.all }),
    word('texts', {
      snippets: report.arguments,
      senders: report.senders,
      counter: report.counterArguments,
    }),
    ...(oldest
      ? [word('oldest', { source: oldest.id, date: lawDay(language, { date: oldest.verified }) })]
      : []),
    say({ key: 'cli.no-advice' }, language),
  ].join('\n');
}

/** One line a source: when it was last compared, its id and name, and where it stands. */
export function uncheckedText(unchecked: readonly Unchecked[], language: Language): string {
  const word = (key: string) => say({ key: `law.${key}` }, language);
  return unchecked
    .map(({ id, name, url, verified, moving }) => {
      const state = [verified ?? word('never'), ...(moving ? [word('moving')] : [])].join(', ');
      return `  ${id}: ${name} (${state})${url ? `\n    ${url}` : ''}`;
    })
    .join('\n');
}

function allSources(): SourceEntry[] {
  return [...sourceIds()].flatMap((id) => sourceById(id) ?? []);
}

function isMoving(id: string): boolean {
  return sourceWords(id, 'nl')?.review !== undefined;
}
