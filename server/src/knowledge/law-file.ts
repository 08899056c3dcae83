/**
 * The legal data as one file, with a checksum: written for others to load, and judged before it is loaded. It holds
 * what can be replaced while the program runs: the sources (their days, grounds, links, texts and names) and what is
 * said of the three Dutch regimes. Checks, arguments and requests for letters are code and change with the program.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { certainlyAfter, dateFromDay, parseDate } from '../core/dates.js';
import type { Arg, Message } from '../core/findings.js';
import { LANGUAGES, type Language, say } from '../core/words/words.js';
import { SENDERS, SNIPPETS, SOURCES } from '../generated/knowledge.js';
import { OWN_LAW } from '../generated/law.js';
import { validate } from '../generated/validate-law.js';
import {
  type LawData,
  type LawFile,
  type LawRegime,
  type LawSource,
  type LawStamp,
  lawInUse,
} from './law-in-use.js';
import { regimeWords, sourceWords } from './source-words.js';
import { sourceById, sourceIds } from './sources.js';

const FORMAT = 1;
/** Characters; ours has some 100,000. */
const LONGEST = 5_000_000;

export type ReadLaw = { readonly law: LawFile } | { readonly refused: Message };

/** The data in use, as the text of a file that `readLaw` takes. */
export function writeLaw(): string {
  const { version, date } = lawInUse();
  const data = dataInUse();
  const file: LawFile = {
    kind: 'vangnet-law',
    format: FORMAT,
    version,
    date,
    sha256: checksum(version, date, data),
    data,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * @param today days since 1970-01-01
 * @param own what it must not be older than
 */
export function readLaw(text: string, today: number, own: LawStamp = OWN_LAW): ReadLaw {
  const refused = (key: string, args: Message['args'] = {}): ReadLaw => ({
    refused: { key: `law-file.${key}`, args },
  });
  const file = text.length > LONGEST ? undefined : parsed(text);
  if (!isRecord(file) || file.kind !== 'vangnet-law') return refused('no-law');
  const { format, version, date } = file;
  if (typeof format === 'number' && format > FORMAT) return refused('newer-format');
  if (file.sha256 !== checksum(version, date, file.data)) return refused('damaged');
  if (!validate(file)) return refused('odd', { place: validate.errors?.[0]?.instancePath || '/' });
  const law = file as unknown as LawFile;
  if (law.version < own.version)
    return refused('older', {
      version: law.version,
      date: dayArg(law.date),
      ownVersion: own.version,
      ownDate: dayArg(own.date),
    });
  const day = parseDate(law.date);
  if (!day) return refused('odd', { place: '/date' });
  if (certainlyAfter(day, dateFromDay(today))) return refused('future', { date: { date: day, bare: true } });
  const [missing] = missingSources(law.data);
  return missing === undefined ? { law } : refused('source-missing', { source: missing });
}

function dayArg(text: string): Arg {
  const date = parseDate(text);
  return date ? { date, bare: true } : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function checksum(version: unknown, date: unknown, data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([version, date, data]))));
}

/** Sources never go, they lapse or get a successor: what we or the file itself name must be in it, each once. */
function missingSources({ sources, regimes }: LawData): readonly string[] {
  const ids = new Set(sources.map(({ id }) => id));
  const twice = sources.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at);
  const named = [
    ...SOURCES.map(({ id }) => id),
    ...SNIPPETS.flatMap(({ cites, variants }) => [...cites, ...variants.flatMap((one) => one.cites ?? [])]),
    ...SENDERS.flatMap((sender) => sender.sources),
    ...sources.flatMap(({ supersededBy }) => supersededBy ?? []),
    ...regimes.flatMap((regime) => regime.sources),
  ];
  return [...twice, ...named.filter((id) => !ids.has(id))];
}

function dataInUse(): LawData {
  return {
    sources: [...sourceIds()].map(sourceInUse),
    regimes: (['a', 'b', 'c'] as const).map(
      (id): LawRegime => ({
        id,
        text: localized((language) => regimeWords(id, language).text),
        sources: regimeWords(id, 'nl').sources,
      }),
    ),
  };
}

function sourceInUse(id: string): LawSource {
  const words = (key: 'where' | 'review' | 'note') =>
    sourceWords(id, 'nl')?.[key] === undefined
      ? undefined
      : localized((language) => sourceWords(id, language)?.[key] ?? '');
  const all = {
    ...sourceById(id),
    short: localized((language) => say({ key: `source.${id}` }, language)),
    name: localized((language) => sourceWords(id, language)?.name ?? id),
    text: localized((language) => sourceWords(id, language)?.text ?? ''),
    where: words('where'),
    review: words('review'),
    confidenceNote: words('note'),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as LawSource;
}

function localized(text: (language: Language) => string): LawSource['name'] {
  return Object.fromEntries(LANGUAGES.map((language) => [language, text(language)])) as LawSource['name'];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
