import { LANGUAGES, type Language } from './words.js';

/** What goes to the server: 'auto' leaves the choice to the case file's own language. */
export type SentLanguage = Language | 'auto';

function asLanguage(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary);
}

/**
 * Resolves the setting `vangnet.language`. VS Code has no Dutch language pack, so its display language says
 * 'en' on a Dutch machine: an English display proves nothing, and the system's locale is asked next.
 */
export function resolveLanguage(setting: unknown, displayLanguage: string, locale: string): SentLanguage {
  const chosen = typeof setting === 'string' ? asLanguage(setting) : undefined;
  if (chosen !== undefined) return chosen;
  const display = asLanguage(displayLanguage);
  if (display === 'nl' || display === 'de') return display;
  return asLanguage(locale) ?? 'auto';
}

/** The language of the client's own words, which know no case file. */
export function shownLanguage(sent: SentLanguage): Language {
  return sent === 'auto' ? 'en' : sent;
}

/** That of the system, by the quickest that knows it: the first date or number format of a process takes 13 ms. */
export function systemLocale(): string {
  return new Intl.PluralRules().resolvedOptions().locale;
}
