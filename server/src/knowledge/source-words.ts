/** What the sources and the Dutch regimes say, in the language of the person. */

import type { Regime } from '../core/case/facts.js';
import type { Language } from '../core/words/words.js';
import { regimes as regimesDe } from '../generated/regimes.de.js';
import { regimes as regimesEn } from '../generated/regimes.en.js';
import { regimes as regimesNl } from '../generated/regimes.nl.js';
import { words as de } from '../generated/source-words.de.js';
import { words as en } from '../generated/source-words.en.js';
import { words as nl } from '../generated/source-words.nl.js';
import type { RegimeWords, SourceWords } from './types.js';

const SOURCES = { nl, en, de };
const REGIMES = { nl: regimesNl, en: regimesEn, de: regimesDe };

/** Words by the id of the source or the regime. */
export interface LawWords {
  readonly sources: ReadonlyMap<string, SourceWords>;
  readonly regimes: ReadonlyMap<string, RegimeWords>;
}

let replaced: Readonly<Record<Language, LawWords>> | undefined;

/** The words of a newer law file in the place of those that the program comes with; undefined: those again. */
export function replaceLawWords(words: typeof replaced): void {
  replaced = words;
}

export function sourceWords(id: string, language: Language): SourceWords | undefined {
  if (replaced) return replaced[language].sources.get(id);
  return Object.hasOwn(SOURCES[language], id) ? SOURCES[language][id] : undefined;
}

export function regimeWords(regime: Regime, language: Language): RegimeWords {
  return (replaced?.[language].regimes.get(regime) ?? REGIMES[language][regime]) as RegimeWords;
}
