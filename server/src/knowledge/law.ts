/** Puts legal data in use: our own, or newer ones from a file (law-file.ts). */

import { giveMessages, LANGUAGES, type Language } from '../core/words/words.js';
import { type LawData, type LawFile, type LawSource, setLawFile } from './law-in-use.js';
import { type LawWords, replaceLawWords } from './source-words.js';
import { replaceSources } from './sources.js';
import type { RegimeWords, SourceWords } from './types.js';

/**
 * From now on everything that is found and said rests on this; undefined: on our own data. What was found before is
 * not found again by this: that is for the caller to see to.
 */
export function useLaw(file: LawFile | undefined): void {
  setLawFile(file);
  replaceSources(file?.data.sources);
  replaceLawWords(file && inLanguages((language) => wordsOf(file.data, language)));
  giveMessages(
    inLanguages((language) =>
      (file?.data.sources ?? []).map(({ id, short }) => [`source.${id}`, short[language]]),
    ),
  );
}

function wordsOf({ sources, regimes }: LawData, language: Language): LawWords {
  return {
    sources: new Map(sources.map((source) => [source.id, sourceWordsOf(source, language)])),
    regimes: new Map(
      regimes.map(({ id, text, sources: from }): [string, RegimeWords] => [
        id,
        { text: text[language], sources: from },
      ]),
    ),
  };
}

function sourceWordsOf(
  { name, text, review, confidenceNote, where }: LawSource,
  language: Language,
): SourceWords {
  return {
    name: name[language],
    text: text[language],
    ...(review && { review: review[language] }),
    ...(confidenceNote && { note: confidenceNote[language] }),
    ...(where && { where: where[language] }),
  };
}

function inLanguages<T>(make: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;
}
