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
  newCase: { nl: 'Nieuwe zaak', en: 'New case', de: 'Neuer Fall' },
  notKnownYet: { nl: 'Weet ik nog niet', en: 'Not known yet', de: 'Noch nicht bekannt' },
  mayStayEmpty: { nl: 'Mag leeg blijven', en: 'May stay empty', de: 'Darf leer bleiben' },
  pleaseFillIn: { nl: 'Vul dit in.', en: 'Fill this in.', de: 'Bitte ausfüllen.' },
  dateHow: {
    nl: 'Schrijf een jaar (2013), een maand (2013-05) of een dag (4-5-2013); ‘ongeveer’ met ~ erachter (2013~).',
    en: 'Write a year (2013), a month (2013-05) or a day (2013-05-04); ‘about’ with ~ behind it (2013~).',
    de: 'Schreiben Sie ein Jahr (2013), einen Monat (2013-05) oder einen Tag (4.5.2013); „etwa“ mit ~ dahinter (2013~).',
  },
  openCaseFirst: {
    nl: 'Open eerst een zaakbestand.',
    en: 'Open a case file first.',
    de: 'Öffnen Sie zuerst eine Falldatei.',
  },
  addItem: { nl: 'Wat wilt u toevoegen?', en: 'What is to be added?', de: 'Was soll hinzugefügt werden?' },
  'add-persons': { nl: 'Persoon', en: 'Person', de: 'Person' },
  'add-timeline': { nl: 'Gebeurtenis', en: 'Event', de: 'Ereignis' },
  'add-procedures': { nl: 'Procedure', en: 'Procedure', de: 'Verfahren' },
  'add-circumstances': { nl: 'Omstandigheid', en: 'Circumstance', de: 'Umstand' },
  'add-letters': { nl: 'Steunbrief', en: 'Supporting letter', de: 'Unterstützungsschreiben' },
  'add-documents': { nl: 'Bewijsstuk', en: 'Document', de: 'Nachweis' },
  'add-arguments': { nl: 'Argument', en: 'Argument', de: 'Argument' },
  'add-counterArguments': { nl: 'Tegenargument', en: 'Counter-argument', de: 'Gegenargument' },
  setLetter: {
    nl: 'Hoe staat het met de brief?',
    en: 'How does the letter stand?',
    de: 'Wie steht es um das Schreiben?',
  },
  'letter-planned': { nl: 'Gepland', en: 'Planned', de: 'Geplant' },
  'letter-requested': { nl: 'Gevraagd', en: 'Requested', de: 'Angefragt' },
  'letter-received': { nl: 'Ontvangen', en: 'Received', de: 'Erhalten' },
  'letter-signed': { nl: 'Ondertekend', en: 'Signed', de: 'Unterschrieben' },
  'letter-refused': { nl: 'Geweigerd', en: 'Refused', de: 'Abgelehnt' },
  letterDate: { nl: 'Datum van de brief', en: 'Date of the letter', de: 'Datum des Schreibens' },
  notChanged: {
    nl: 'Dit kan hier niet vanzelf worden veranderd. De tekst is gebleven zoals die was.',
    en: 'This can’t be changed by itself here. The text is as it was.',
    de: 'Das lässt sich hier nicht von selbst ändern. Der Text ist, wie er war.',
  },
  addFile: {
    nl: 'Bestand opnemen in de zaak',
    en: 'Add a file to the case',
    de: 'Datei in den Fall aufnehmen',
  },
  nothingAdded: { nl: 'Niets opnemen', en: 'Add nothing', de: 'Nichts aufnehmen' },
  saveFirst: {
    nl: 'Bewaar de zaak eerst: dan is bekend in welke map zij staat, en kan zij naar het bestand verwijzen.',
    en: 'Save the case first: then it is known in which folder it is, and it can refer to the file.',
    de: 'Speichern Sie zuerst den Fall: Dann ist bekannt, in welchem Ordner er steht, und er kann auf die Datei verweisen.',
  },
  fileOutside: {
    nl: 'Dit bestand staat niet in de map van de zaak. Zet er eerst een kopie in, bijvoorbeeld onder ‘brieven’ of ‘stukken’, en neem die op. Er is niets veranderd.',
    en: 'This file is not in the folder of the case. Put a copy there first, for example below ‘letters’ or ‘documents’, and add that one. Nothing has changed.',
    de: 'Diese Datei liegt nicht im Ordner des Falls. Legen Sie zuerst eine Kopie hinein, zum Beispiel unter „Briefe“ oder „Nachweise“, und nehmen Sie diese auf. Es hat sich nichts geändert.',
  },
  realData: {
    nl: 'Deze zaak bevat echte gegevens. Vangnet verstuurt niets, maar andere extensies en gesynchroniseerde mappen kunnen dat wel doen.',
    en: 'This case holds real data. Vangnet sends nothing, but other extensions and synchronised folders may.',
    de: 'Dieser Fall enthält echte Daten. Vangnet sendet nichts, aber andere Erweiterungen und synchronisierte Ordner können das tun.',
  },
  inCloud: {
    nl: 'De map lijkt te worden gesynchroniseerd met',
    en: 'The folder seems to be synchronised with',
    de: 'Der Ordner wird anscheinend synchronisiert mit',
  },
  readMore: { nl: 'Meer lezen', en: 'Read more', de: 'Mehr lesen' },
  neverAgain: { nl: 'Niet meer tonen', en: 'Don’t show again', de: 'Nicht mehr anzeigen' },
  changedOnDisk: {
    nl: '‘{name}’ is op de schijf veranderd, terwijl hier nog niet alles is bewaard. De tekst hier is gebleven zoals die was. Vergelijk beide voordat u bewaart.',
    en: '‘{name}’ has changed on the disk, while not everything here is saved yet. The text here is as it was. Compare both before you save.',
    de: '„{name}“ hat sich auf dem Datenträger geändert, während hier noch nicht alles gespeichert ist. Der Text hier ist, wie er war. Vergleichen Sie beide, bevor Sie speichern.',
  },
  compare: { nl: 'Vergelijken', en: 'Compare', de: 'Vergleichen' },
  nothingToMend: {
    nl: 'Vangnet heeft hier nu niets te melden.',
    en: 'Vangnet has nothing to say here now.',
    de: 'Vangnet hat hier jetzt nichts zu melden.',
  },
  overviewEmpty: {
    nl: 'Open een zaakbestand om het overzicht te zien.',
    en: 'Open a case file to see the overview.',
    de: 'Öffnen Sie eine Falldatei, um die Übersicht zu sehen.',
  },
  toMend: { nl: 'Te doen', en: 'To do', de: 'Zu tun' },
  timeLimits: { nl: 'Termijnen', en: 'Time limits', de: 'Fristen' },
  'state-ready': { nl: 'klaar', en: 'ready', de: 'fertig' },
  'state-open': { nl: 'nog iets te doen', en: 'something to do', de: 'noch etwas zu tun' },
  'state-missing': { nl: 'nog niet', en: 'not yet', de: 'noch nicht' },
  pseudonymised: {
    nl: 'Namen, nummers en geboortedagen zijn vervangen in een nieuw bestand. Lees het zelf na: plaatsen, scholen en beroepen kunnen ook naar iemand leiden.',
    en: 'Names, numbers and days of birth are replaced in a new file. Read it yourself: places, schools and professions may lead to a person too.',
    de: 'Namen, Nummern und Geburtstage sind in einer neuen Datei ersetzt. Bitte selbst nachlesen: Auch Orte, Schulen und Berufe können zu einer Person führen.',
  },
  saveKey: { nl: 'Sleutel bewaren …', en: 'Save the key …', de: 'Schlüssel speichern …' },
} as const satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof WORDS;

export function word(language: Language, key: Word): string {
  return WORDS[key][language];
}
