/**
 * Which state of the law is in use: the one that the program comes with, or a newer one from a file. Apart from what
 * puts it in use (law.ts), so that asking for its date loads no legal data.
 */

import { parseDate } from '../core/dates.js';
import { dateInWords } from '../core/words/dates.js';
import type { Language } from '../core/words/words.js';
import { OWN_LAW } from '../generated/law.js';
import type { SourceEntry } from './types.js';

type Localized = Readonly<Record<Language, string>>;

/** A source as server/knowledge/sources.yaml has it. */
export interface LawSource extends SourceEntry {
  readonly short: Localized;
  readonly name: Localized;
  readonly text: Localized;
  readonly where?: Localized;
  readonly review?: Localized;
  readonly confidenceNote?: Localized;
}

export interface LawRegime {
  readonly id: 'a' | 'b' | 'c';
  readonly text: Localized;
  readonly sources: readonly string[];
}

export interface LawData {
  readonly sources: readonly LawSource[];
  readonly regimes: readonly LawRegime[];
}

/** Of the law, not of the program. */
export interface LawStamp {
  /** Goes up by one with every change. */
  readonly version: number;
  /** The day up to which the law was followed, `2026-11-23`. */
  readonly date: string;
}

/** `schemas/law-file.schema.json`. */
export interface LawFile extends LawStamp {
  readonly kind: 'vangnet-law';
  readonly format: 1;
  readonly sha256: string;
  readonly data: LawData;
}

let fromFile: LawFile | undefined;

export function lawInUse(): LawStamp {
  const { version, date } = fromFile ?? OWN_LAW;
  return { version, date };
}

/** The file that was loaded in the place of our own data. */
export function lawFileInUse(): LawFile | undefined {
  return fromFile;
}

/** For law.ts alone, which sees to everything that rests on it. */
export function setLawFile(file: LawFile | undefined): void {
  fromFile = file;
}

/** The day as people write it: '23-11-2026', '23 November 2026', '23.11.2026'. */
export function lawDay(language: Language, { date }: Pick<LawStamp, 'date'> = lawInUse()): string {
  const [year, month, day] = date.split('-').map(Number);
  if (language === 'nl') return `${day}-${month}-${year}`;
  if (language === 'de') return `${day}.${month}.${year}`;
  const read = parseDate(date);
  return read ? dateInWords(read, language, true) : date;
}
