/** The languages Vangnet speaks. Dutch first: most people who use it read nothing else. */
export const LANGUAGES = ['nl', 'en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Every sentence that the client itself shows. A missing language is a compile error.
 * Findings, hovers and fixes come from the server, which has its own words.
 */
export const WORDS = {
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
  log: { nl: 'Logboek tonen', en: 'Show log', de: 'Protokoll anzeigen' },
  reading: {
    nl: 'Vangnet leest de zaak …',
    en: 'Vangnet is reading the case …',
    de: 'Vangnet liest den Fall …',
  },
  running: {
    nl: 'Vangnet leest mee',
    en: 'Vangnet reads along',
    de: 'Vangnet liest mit',
  },
  toCorrect: { nl: 'aanpassen', en: 'to correct', de: 'zu korrigieren' },
  caution: { nl: 'let op', en: 'caution', de: 'Achtung' },
  oneInformation: { nl: 'ter informatie', en: 'information', de: 'Hinweis' },
  manyInformation: { nl: 'ter informatie', en: 'information', de: 'Hinweise' },
  oneSuggestion: { nl: 'suggestie', en: 'suggestion', de: 'Vorschlag' },
  manySuggestions: { nl: 'suggesties', en: 'suggestions', de: 'Vorschläge' },
  noRemarks: { nl: 'geen opmerkingen', en: 'no remarks', de: 'keine Anmerkungen' },
  thisCase: { nl: 'Deze zaak', en: 'This case', de: 'Dieser Fall' },
  showList: {
    nl: 'Klik om de lijst te openen.',
    en: 'Click to open the list.',
    de: 'Klicken Sie, um die Liste zu öffnen.',
  },
  restricted: { nl: 'beperkte modus', en: 'restricted mode', de: 'eingeschränkter Modus' },
  restrictedWhy: {
    nl: 'Deze map is niet vertrouwd. Vangnet leest hier geen vangnet.config.yaml en kijkt niet of brieven en stukken er zijn.',
    en: 'This folder is not trusted. Vangnet reads no vangnet.config.yaml here and does not look whether letters and documents are there.',
    de: 'Diesem Ordner wird nicht vertraut. Vangnet liest hier keine vangnet.config.yaml und sieht nicht nach, ob Briefe und Nachweise da sind.',
  },
  manageTrust: { nl: 'Map vertrouwen', en: 'Trust the folder', de: 'Dem Ordner vertrauen' },
  starting: { nl: 'Vangnet start …', en: 'Vangnet is starting …', de: 'Vangnet startet …' },
  off: {
    nl: 'Vangnet controleert nu niets',
    en: 'Vangnet checks nothing now',
    de: 'Vangnet prüft zurzeit nichts',
  },
  chooseLanguage: { nl: 'Taal kiezen', en: 'Choose language', de: 'Sprache wählen' },
  language: { nl: 'taal', en: 'language', de: 'Sprache' },
  languageOfWhat: {
    nl: 'Taal van de controles, de uitleg en de menu’s. Wat Vangnet invoegt, volgt de taal van de zaak.',
    en: 'Language of the checks, the explanations and the menus. What Vangnet inserts follows the language of the case.',
    de: 'Sprache der Prüfungen, der Erklärungen und der Menüs. Was Vangnet einfügt, folgt der Sprache des Falls.',
  },
  automatic: { nl: 'Automatisch', en: 'Automatic', de: 'Automatisch' },
  automaticHow: {
    nl: 'De taal van VS Code of van de computer, anders die van de zaak',
    en: 'The language of VS Code or of the computer, else that of the case',
    de: 'Die Sprache von VS Code oder des Computers, sonst die des Falls',
  },
  present: { nl: 'nu gekozen', en: 'chosen now', de: 'jetzt gewählt' },
  ownName: { nl: 'Nederlands', en: 'English', de: 'Deutsch' },
} as const satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof WORDS;

export function word(language: Language, key: Word): string {
  return WORDS[key][language];
}
