// @ts-check
/** What the light editor itself says; the interface around it is VS Code's own, in English. */

/** @typedef {'nl' | 'en' | 'de'} Language */

/** @type {Record<Language, { title: string, text: string[] }>} */
export const oldLinkPage = {
  nl: {
    title: 'Deze link is oud',
    text: [
      'Vangnet maakt bij elke start een nieuwe link. Deze link werkt niet meer.',
      'Kijk in het venster waarin u Vangnet hebt gestart. Daar staat de nieuwe link.',
      'Wat u nog niet had opgeslagen, is er weer als u dezelfde map in deze browser opent.',
    ],
  },
  en: {
    title: 'This link is old',
    text: [
      'Vangnet makes a new link at each start. This link no longer works.',
      'Look in the window in which you started Vangnet. The new link is there.',
      'What you had not saved yet will be back when you open the same folder in this browser.',
    ],
  },
  de: {
    title: 'Dieser Link ist alt',
    text: [
      'Vangnet erstellt bei jedem Start einen neuen Link. Dieser Link gilt nicht mehr.',
      'Sehen Sie in dem Fenster nach, in dem Sie Vangnet gestartet haben. Dort steht der neue Link.',
      'Was noch nicht gespeichert war, ist wieder da, wenn Sie denselben Ordner in diesem Browser öffnen.',
    ],
  },
};

/** @type {Record<Language, string>} */
export const loadingFailed = {
  nl: 'De editor kan niet starten. Laad de pagina opnieuw. Lukt het dan nog niet: sta in de browser toe dat deze pagina gegevens bewaart.',
  en: 'The editor cannot start. Load the page again. If that does not help: let this page keep data in the browser.',
  de: 'Der Editor kann nicht starten. Laden Sie die Seite neu. Hilft das nicht: Erlauben Sie im Browser, dass diese Seite Daten speichert.',
};

/** @type {Record<Language, string>} */
export const filesOnThisComputer = {
  nl: 'Bestanden op deze computer',
  en: 'Files on this computer',
  de: 'Dateien auf diesem Computer',
};

/**
 * What the extension in fs-extension/ says about the folder.
 * @type {Record<Language, { stopped: string, tooLarge: string, busy: string, searchStopped: string }>}
 */
export const folderWords = {
  nl: {
    stopped:
      'Vangnet draait niet meer. Start het opnieuw en open de nieuwe link. Wat niet is opgeslagen, blijft bewaard in deze browser.',
    tooLarge: 'Dit bestand is te groot voor deze editor.',
    busy: 'Er wordt al op veel plaatsen gezocht. Wacht even en zoek dan opnieuw.',
    searchStopped: 'Het zoeken duurde te lang en is gestopt. Er kan meer te vinden zijn.',
  },
  en: {
    stopped:
      'Vangnet is no longer running. Start it again and open the new link. What is not saved is kept in this browser.',
    tooLarge: 'This file is too large for this editor.',
    busy: 'Several searches are still running. Wait a moment and search again.',
    searchStopped: 'The search took too long and was stopped. There may be more to find.',
  },
  de: {
    stopped:
      'Vangnet läuft nicht mehr. Starten Sie es neu und öffnen Sie den neuen Link. Was nicht gespeichert ist, bleibt in diesem Browser erhalten.',
    tooLarge: 'Diese Datei ist zu groß für diesen Editor.',
    busy: 'Es laufen schon mehrere Suchen. Bitte kurz warten und dann neu suchen.',
    searchStopped: 'Die Suche hat zu lange gedauert und wurde beendet. Es kann noch mehr zu finden sein.',
  },
};

/**
 * The first language of the browser that is one of ours.
 * @param {string | undefined} acceptLanguage
 * @returns {Language}
 */
export function languageOf(acceptLanguage) {
  for (const part of (acceptLanguage ?? '').toLowerCase().split(',')) {
    const language = part.trim().slice(0, 2);
    if (language === 'nl' || language === 'en' || language === 'de') return language;
  }
  return 'en';
}
