/** What the sources and the Dutch regimes say, in the language of the person. */

import type { Regime } from '../core/case/facts.js';
import { type PerLanguage, perLanguage } from '../core/words/per-language.js';
import type { Language } from '../core/words/words.js';
import { regimes as regimesDe } from '../generated/regimes.de.js';
import { regimes as regimesEn } from '../generated/regimes.en.js';
import { regimes as regimesNl } from '../generated/regimes.nl.js';
import type { RegimeWords, SourceWords } from './types.js';

const SOURCES: PerLanguage<Readonly<Record<string, SourceWords>>> = /* @__PURE__ */ perLanguage({
  nl: () =>
    (require('../generated/source-words.nl.js') as typeof import('../generated/source-words.nl.js')).words,
  en: () =>
    (require('../generated/source-words.en.js') as typeof import('../generated/source-words.en.js')).words,
  de: () =>
    (require('../generated/source-words.de.js') as typeof import('../generated/source-words.de.js')).words,
});
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
