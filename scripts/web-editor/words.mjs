// @ts-check
/** What the small server itself says on a page. The words of the page's own extension are in fs-extension/. */

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
