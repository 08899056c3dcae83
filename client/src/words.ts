/** The languages Vangnet speaks. Dutch first: most people who use it read nothing else. */
export const LANGUAGES = ['nl', 'en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Every sentence that the client itself shows. A missing language is a compile error.
 * Findings, hovers and fixes come from the server, which has its own words.
 */
const WORDS = {
  stopped: {
    nl: 'Vangnet is een paar keer gestopt en controleert nu niets. De tekst van de zaak is er nog.',
    en: 'Vangnet stopped several times and checks nothing now. The text of the case is still there.',
    de: 'Vangnet wurde mehrmals beendet und prüft zurzeit nichts. Der Text des Falls ist noch da.',
  },
  notStarted: {
    nl: 'Vangnet kon niet starten en controleert nu niets. De tekst van de zaak is er nog.',
    en: 'Vangnet could not start and checks nothing now. The text of the case is still there.',
    de: 'Vangnet konnte nicht starten und prüft zurzeit nichts. Der Text des Falls ist noch da.',
  },
  restart: { nl: 'Opnieuw starten', en: 'Restart', de: 'Neu starten' },
  starting: { nl: 'Vangnet start …', en: 'Vangnet is starting …', de: 'Vangnet startet …' },
  off: {
    nl: 'Vangnet controleert nu niets',
    en: 'Vangnet checks nothing now',
    de: 'Vangnet prüft zurzeit nichts',
  },
  chooseLanguage: { nl: 'Taal kiezen', en: 'Choose language', de: 'Sprache wählen' },
  taskCheck: {
    nl: 'alle zaakbestanden controleren',
    en: 'check all case files',
    de: 'alle Falldateien prüfen',
  },
  taskWatch: {
    nl: 'alle zaakbestanden blijven controleren',
    en: 'check all case files, again after each change',
    de: 'alle Falldateien fortlaufend prüfen',
  },
  ownName: { nl: 'Nederlands', en: 'English', de: 'Deutsch' },
} as const satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof WORDS;

export function word(language: Language, key: Word): string {
  return WORDS[key][language];
}
