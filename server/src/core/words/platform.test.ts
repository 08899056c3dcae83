/** Dates and lists as the platform would say them, at a cold start's price: compared with it here instead. */

import assert from 'node:assert/strict';
import { type CaseDate, parseDate } from '../dates.js';
import { dateInWords } from './dates.js';
import { joined, LANGUAGES } from './words.js';

const DAY = 86_400_000;

describe('words that the platform has too', () => {
  for (const language of LANGUAGES) {
    const locale = language === 'en' ? 'en-GB' : language;

    it(`dates in ${language}`, () => {
      const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
      const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
      for (let at = Date.UTC(1998, 11, 28); at < Date.UTC(2000, 2, 3); at += DAY) {
        const iso = new Date(at).toISOString();
        assert.equal(dateInWords(dateOf(iso.slice(0, 10)), language, true), days.format(at));
        assert.equal(dateInWords(dateOf(iso.slice(0, 7)), language, true), months.format(at));
      }
    });

    it(`lists in ${language}`, () => {
      for (const [type, name] of [
        ['and', 'conjunction'],
        ['or', 'disjunction'],
      ] as const) {
        const format = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: name });
        for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']])
          assert.equal(joined(items, type, language), format.format(items));
      }
    });
  }
});

function dateOf(text: string): CaseDate {
  const date = parseDate(text);
  assert.ok(date, text);
  return date;
}
