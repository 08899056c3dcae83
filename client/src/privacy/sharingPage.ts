import type { Language } from '../words.js';

export interface Sharing {
  /** Installed extensions that may send text away. */
  readonly senders: readonly string[];
  /** The service whose folder the case seems to be in. */
  readonly cloud: string | undefined;
  /** Does the case lie on another computer? */
  readonly isNetwork: boolean;
}

interface Words {
  readonly title: string;
  readonly own: string;
  readonly extensions: string;
  readonly found: string;
  readonly none: string;
  readonly settings: readonly string[];
  readonly folder: string;
  readonly cloud: string;
  readonly network: string;
  readonly what: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  nl: {
    title: 'Deze zaak bevat echte gegevens',
    own: 'Vangnet zelf verstuurt niets: alle controles draaien op deze computer. Andere programma’s kunnen dat wel doen.',
    extensions:
      'Andere extensies van VS Code kunnen de tekst van geopende bestanden lezen. Hulp met kunstmatige intelligentie, taalcontrole en samenwerken sturen die vaak naar een dienst.',
    found: 'Van deze geïnstalleerde extensies is bekend dat zij tekst kunnen versturen:',
    none: 'Van de geïnstalleerde extensies staat er geen op de lijst die Vangnet kent. Die lijst is niet volledig.',
    settings: [
      'Voorstellen van AI tijdens het typen (`editor.inlineSuggest.enabled`) worden bij zaakbestanden niet getoond, tenzij u ze zelf hebt aangezet. In Copilot zelf zet `github.copilot.enable` het per soort bestand uit (`vangnet-case`).',
      'Een gesprek met AI (chat) kan geopende bestanden wel meesturen. `chat.disableAIFeatures` zet dat in VS Code uit.',
      'Synchroniseren van instellingen stuurt instellingen mee, geen zaken. Samenwerken op afstand (Live Share, tunnels) laat anderen de bestanden zien.',
      'De lokale geschiedenis (`workbench.localHistory.enabled`) bewaart oude versies op deze computer, ook van een verwijderd bestand.',
    ],
    folder: 'Waar het bestand staat',
    cloud:
      'De zaak lijkt in een map te staan die wordt gesynchroniseerd met {cloud}. Een kopie staat dan bij die dienst, soms buiten de EU, en op elk apparaat dat meedoet; ook oude en verwijderde versies blijven daar een tijd bewaard.',
    network:
      'De zaak staat op een andere computer of een gedeelde schijf. Wie daar toegang heeft, kan meelezen.',
    what: 'Een gedeelde of gesynchroniseerde map is een keuze van het kantoor: vraag wat is afgesproken. Met ‘Namen en nummers vervangen (pseudonimiseren)’ maakt Vangnet een versie zonder echte namen.',
  },
  en: {
    title: 'This case holds real data',
    own: 'Vangnet itself sends nothing: all checks run on this computer. Other programs may.',
    extensions:
      'Other extensions of VS Code can read the text of open files. AI assistance, language checking and working together often send it to a service.',
    found: 'Of these installed extensions it is known that they can send text:',
    none: 'None of the installed extensions is on the list that Vangnet knows. That list is not complete.',
    settings: [
      'AI suggestions while typing (`editor.inlineSuggest.enabled`) are not shown in case files, unless you turned them on yourself. In Copilot itself `github.copilot.enable` turns it off by kind of file (`vangnet-case`).',
      'A conversation with AI (chat) can still send open files along. `chat.disableAIFeatures` turns that off in VS Code.',
      'Settings Sync sends settings, no cases. Working together from afar (Live Share, tunnels) lets others see the files.',
      'The local history (`workbench.localHistory.enabled`) keeps old versions on this computer, of a deleted file too.',
    ],
    folder: 'Where the file is',
    cloud:
      'The case seems to be in a folder that is synchronised with {cloud}. A copy is then with that service, sometimes outside the EU, and on every device that takes part; old and deleted versions stay there for a while too.',
    network: 'The case is on another computer or a shared drive. Whoever has access there can read along.',
    what: 'A shared or synchronised folder is a choice of the office: ask what has been agreed. ‘Replace names and numbers (pseudonymise)’ makes a version without real names.',
  },
  de: {
    title: 'Dieser Fall enthält echte Daten',
    own: 'Vangnet selbst sendet nichts: Alle Prüfungen laufen auf diesem Computer. Andere Programme können das tun.',
    extensions:
      'Andere Erweiterungen von VS Code können den Text geöffneter Dateien lesen. Hilfe durch künstliche Intelligenz, Sprachprüfung und gemeinsames Arbeiten senden ihn oft an einen Dienst.',
    found: 'Von diesen installierten Erweiterungen ist bekannt, dass sie Text senden können:',
    none: 'Keine der installierten Erweiterungen steht auf der Liste, die Vangnet kennt. Diese Liste ist nicht vollständig.',
    settings: [
      'KI-Vorschläge beim Schreiben (`editor.inlineSuggest.enabled`) werden bei Falldateien nicht gezeigt, wenn Sie sie nicht selbst eingeschaltet haben. In Copilot selbst schaltet `github.copilot.enable` sie nach Art der Datei aus (`vangnet-case`).',
      'Ein Gespräch mit KI (Chat) kann geöffnete Dateien trotzdem mitsenden. `chat.disableAIFeatures` schaltet das in VS Code aus.',
      'Die Synchronisierung der Einstellungen sendet Einstellungen, keine Fälle. Gemeinsames Arbeiten aus der Ferne (Live Share, Tunnel) lässt andere die Dateien sehen.',
      'Der lokale Verlauf (`workbench.localHistory.enabled`) bewahrt alte Fassungen auf diesem Computer auf, auch von einer gelöschten Datei.',
    ],
    folder: 'Wo die Datei liegt',
    cloud:
      'Der Fall scheint in einem Ordner zu liegen, der mit {cloud} synchronisiert wird. Eine Kopie liegt dann bei diesem Dienst, manchmal außerhalb der EU, und auf jedem Gerät, das teilnimmt; auch alte und gelöschte Fassungen bleiben dort eine Zeit lang.',
    network:
      'Der Fall liegt auf einem anderen Computer oder einem gemeinsamen Laufwerk. Wer dort Zugang hat, kann mitlesen.',
    what: 'Ein gemeinsamer oder synchronisierter Ordner ist eine Entscheidung des Büros: Fragen Sie, was vereinbart ist. Mit „Namen und Nummern ersetzen (pseudonymisieren)“ macht Vangnet eine Fassung ohne echte Namen.',
  },
};

/** The page behind the notice, in Markdown. */
export function sharingPage(language: Language, { senders, cloud, isNetwork }: Sharing): string {
  const words = WORDS[language];
  const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
  return [
    `# ${words.title}`,
    words.own,
    words.extensions,
    senders.length > 0 ? `${words.found}\n\n${list(senders)}` : words.none,
    list(words.settings),
    `## ${words.folder}`,
    ...(cloud === undefined ? [] : [words.cloud.replace('{cloud}', cloud)]),
    ...(isNetwork ? [words.network] : []),
    words.what,
    '',
  ].join('\n\n');
}
