/** Tables of words, a language each, of which most readers ever need one. */

import type { Language } from './words.js';

export type PerLanguage<T> = Readonly<Record<Language, T>>;

/**
 * Each table is loaded when it is first asked for. The loaders are `require` calls, because there is no other way to
 * load something late without waiting for it: the bundler puts what they name into files of their own for Node, and
 * into the one file of a web worker (`scripts/build-server.mjs`).
 * Marked as pure where it is called, so that a bundle that never asks has none of them.
 */
export function perLanguage<T>(load: PerLanguage<() => T>): PerLanguage<T> {
  const tables = {} as Record<Language, T>;
  for (const language of ['nl', 'en', 'de'] as const) {
    Object.defineProperty(tables, language, {
      configurable: true,
      get() {
        const value = load[language]();
        Object.defineProperty(tables, language, { value });
        return value;
      },
    });
  }
  return tables;
}
