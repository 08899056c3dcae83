/** Dates in words, with the preposition that their exactness asks for (LANGUAGE.md). */

import type { CaseDate } from '../dates.js';
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

/** As `Intl.DateTimeFormat` has it, which costs a cold start a third of its time; a test holds the two together. */
function calendarText({ precision, year, month, day }: CaseDate, language: Language): string {
  if (precision === 'year') return String(year);
  const named = `${MONTHS[language][month - 1]} ${year}`;
  if (precision === 'month') return named;
  return `${day}${language === 'de' ? '.' : ''} ${named}`;
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
};
