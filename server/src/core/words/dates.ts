/** Dates in words, with the preposition that their exactness asks for (LANGUAGE.md). */

import { type CaseDate, dayNumber } from '../dates.js';
import type { Language } from './words.js';

const PREPOSITION: Readonly<Record<Language, Readonly<Record<'day' | 'month' | 'year', string>>>> = {
  nl: { day: 'op ', month: 'in ', year: 'in ' },
  en: { day: 'on ', month: 'in ', year: 'in ' },
  de: { day: 'am ', month: 'im ', year: '' },
};
const ABOUT: Readonly<Record<Language, string>> = { nl: 'rond ', en: 'about ', de: 'um ' };
const PROBABLY: Readonly<Record<Language, string>> = {
  nl: 'vermoedelijk ',
  en: 'probably ',
  de: 'vermutlich ',
};

/** A case, and a folder of cases, names few days, but each often; formatting one costs more than a whole message. */
const TEXTS = new Map<string, string>();
const MOST_TEXTS = 2000;

function remembered(key: string, make: () => string): string {
  let text = TEXTS.get(key);
  if (text === undefined) {
    if (TEXTS.size >= MOST_TEXTS) TEXTS.clear();
    text = make();
    TEXTS.set(key, text);
  }
  return text;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Bare: '1 mei 2013', for brackets and lists; else as it stands in a sentence: 'op 1 mei 2013', 'rond 1986'. */
export function dateInWords(date: CaseDate, language: Language, bare = false): string {
  const text = calendarText(date, language);
  if (date.about) return aboutWord(date, language) + text;
  if (bare && !date.uncertain) return text;
  return (date.uncertain ? PROBABLY[language] : '') + PREPOSITION[language][date.precision] + text;
}

/** A German day takes its article: 'um den 2. Mai 2019', but 'um 1986'. */
function aboutWord({ precision }: CaseDate, language: Language): string {
  return language === 'de' && precision === 'day' ? 'um den ' : ABOUT[language];
}

function calendarText(date: CaseDate, language: Language): string {
  if (date.precision === 'year') return String(date.year);
  const key = `${language} ${date.precision}`;
  let format = FORMATS.get(key);
  if (!format) {
    const day = date.precision === 'day' ? ({ day: 'numeric' } as const) : {};
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...day,
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    FORMATS.set(key, format);
  }
  return remembered(`${key} ${date.year}-${date.month}-${date.day}`, () =>
    format.format(dayNumber(date.year, date.month, date.day) * 86_400_000),
  );
}
