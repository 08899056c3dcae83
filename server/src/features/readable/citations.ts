/** Sources as they are cited in a legal text: a ruling by court, date and ECLI. */

import { parseDate } from '../../core/dates.js';
import { addressOfEcli, yearOfEcli } from '../../core/ecli.js';
import { cleanLine } from '../../core/words/clean.js';
import { dateInWords } from '../../core/words/dates.js';
import { type Language, say } from '../../core/words/words.js';
import { formOfSource } from '../../knowledge/citations.js';
import { sourceWords } from '../../knowledge/source-words.js';
import { sourceById } from '../../knowledge/sources.js';
import type { Citation } from './types.js';

export function citationOf(id: string, language: Language): Citation {
  const source = sourceById(id);
  if (!source) return outsideCatalogue(id, language);
  const words = sourceWords(id, language);
  const { ecli, inForce, url, confidence } = source;
  return {
    id,
    text: ecli ? rulingText(ecli, inForce?.from, language) : (words?.name ?? id),
    short: say({ key: `source.${id}` }, language),
    url,
    review: words?.review,
    ...(confidence === 'recalled' ? { isRecalled: true } : {}),
  };
}

/** An ECLI, a web address, or whatever else the file has in its place. */
function outsideCatalogue(id: string, language: Language): Citation {
  if (yearOfEcli(id) === undefined) {
    const text = cleanLine(id);
    return { id, text, short: text, url: formOfSource(id) === 'address' ? addressFrom(id) : undefined };
  }
  const text = rulingText(id, undefined, language);
  return { id, text, short: text, url: addressOfEcli(id) };
}

/** ABRvS 26 oktober 2016, ECLI:NL:RVS:2016:2840. A court that isn't in the list is named by its ECLI alone. */
export function rulingText(ecli: string, day: unknown, language: Language): string {
  const [, country, code] = ecli.split(':');
  const court = country === 'NL' ? courtName(code ?? '', language) : undefined;
  const date = parseDate(day);
  const known = [court, date && dateInWords(date, language, true)].filter((part) => part);
  return known.length === 0 || !court ? ecli : `${known.join(' ')}, ${ecli}`;
}

/** By its code in the ECLI, abbreviated as Dutch authors do. */
function courtName(code: string, language: Language): string | undefined {
  const place = DISTRICT_COURTS[code];
  if (place !== undefined) return say({ key: 'readable.court-district', args: { place } }, language);
  return HIGHEST_COURTS.has(code)
    ? say({ key: `readable.court-${code.toLowerCase()}` }, language)
    : undefined;
}

const HIGHEST_COURTS: ReadonlySet<string> = new Set(['RVS', 'HR', 'CRVB']);
const DISTRICT_COURTS: Readonly<Record<string, string>> = {
  RBAMS: 'Amsterdam',
  RBDHA: 'Den Haag',
  RBGEL: 'Gelderland',
  RBLIM: 'Limburg',
  RBMNE: 'Midden-Nederland',
  RBNHO: 'Noord-Holland',
  RBNNE: 'Noord-Nederland',
  RBOBR: 'Oost-Brabant',
  RBOVE: 'Overijssel',
  RBROT: 'Rotterdam',
  RBSGR: '’s-Gravenhage',
  RBZWB: 'Zeeland-West-Brabant',
};

/** As browsers write it; undefined for what is no address after all. */
function addressFrom(text: string): string | undefined {
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}
