/** Words on their way into an id: small letters, digits and hyphens, as the format asks for. */

import type { Language } from './words.js';

const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** `Bürgermeisteramt` becomes `buergermeisteramt` in German, `één` becomes `een`; empty where nothing of it can stand. */
export function idFrom(text: string, language: Language): string {
  const small = text.normalize('NFC').toLowerCase();
  const spelled = language === 'de' ? small.replaceAll(/[äöü]/g, (letter) => GERMAN[letter] ?? '') : small;
  return spelled
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-$/g, '');
}

/** The first words of a title, which are enough to know it by. */
export function idFromTitle(title: string, language: Language, words = 4): string {
  return idFrom(title.trim().split(/\s+/).slice(0, words).join(' '), language);
}
