// @ts-check
/** What `npm start` says in the terminal. */

/** @typedef {'nl' | 'en' | 'de'} Language */

const nl = {
  usage: `Gebruik: npm start -- [opties]

  --folder MAP   open deze map in plaats van de voorbeelden
  --light        open de lichte editor in de browser, ook als VS Code er is
  --port N       gebruik deze poort voor de lichte editor
  --no-open      open de browser niet
  --check        toon wat de controle vindt en stop
  --help         toon deze uitleg`,
  /** @param {string} option */
  unknownOption: (option) => `De optie ‘${option}’ bestaat niet. Bekijk de opties met: npm start -- --help`,
  /** @param {string} option */
  valueMissing: (option) =>
    `Achter ‘${option}’ hoort nog een waarde. Bekijk de opties met: npm start -- --help`,
  /** @param {string} value */
  portUnclear: (value) => `‘${value}’ is geen poort. Kies een getal van 0 tot en met 65535.`,
  /** @param {string} folder */
  folderMissing: (folder) => `De map ‘${folder}’ is er niet.`,
  upToDate: 'Wat Vangnet nodig heeft, is al geïnstalleerd.',
  installing: 'Vangnet installeert wat nodig is. Dat duurt even.',
  installFailed: 'Het installeren is niet gelukt. Hierboven staat waarom.',
  building: 'Vangnet wordt klaargemaakt.',
  buildFailed: 'Het klaarmaken is niet gelukt. Hierboven staat waarom.',
  /** @param {string} folder */
  checking: (folder) => `Vangnet controleert ‘${folder}’.`,
  checkFailed: 'De controle kon niet worden uitgevoerd. Hierboven staat waarom.',
  openingVsCode: 'VS Code gaat open met Vangnet.',
  vsCodeFailed: 'VS Code ging niet open. Daarom start de lichte editor.',
  startingLight: 'De lichte editor start.',
  /** @param {string} address */
  running: (address) => `Vangnet draait op ${address}`,
  howToStop: 'Open dit adres in uw browser. Stoppen: Ctrl+C.',
  otherPort: 'De gewone poort is bezet. Wat de browser eerder bewaarde, ziet u hier daarom niet.',
  /** @param {number} port */
  portTaken: (port) => `Poort ${port} is bezet. Kies een andere met --port.`,
  editorFailed: 'De lichte editor kon niet starten.',
  stopped: 'Vangnet is gestopt.',
};

/** @type {typeof nl} */
const en = {
  usage: `Usage: npm start -- [options]

  --folder DIR   open this folder instead of the samples
  --light        open the light editor in the browser, even where VS Code is there
  --port N       use this port for the light editor
  --no-open      do not open the browser
  --check        show what the check finds and stop
  --help         show this explanation`,
  unknownOption: (option) => `There is no option ‘${option}’. See the options with: npm start -- --help`,
  valueMissing: (option) => `A value belongs after ‘${option}’. See the options with: npm start -- --help`,
  portUnclear: (value) => `‘${value}’ is not a port. Choose a number from 0 to 65535.`,
  folderMissing: (folder) => `The folder ‘${folder}’ is not there.`,
  upToDate: 'What Vangnet needs is installed already.',
  installing: 'Vangnet installs what it needs. This takes a while.',
  installFailed: 'Installing did not work. The reason is above.',
  building: 'Vangnet is being built.',
  buildFailed: 'Building did not work. The reason is above.',
  checking: (folder) => `Vangnet checks ‘${folder}’.`,
  checkFailed: 'The check could not be run. The reason is above.',
  openingVsCode: 'VS Code opens with Vangnet.',
  vsCodeFailed: 'VS Code did not open. So the light editor starts.',
  startingLight: 'The light editor starts.',
  running: (address) => `Vangnet is running at ${address}`,
  howToStop: 'Open this address in your browser. To stop: Ctrl+C.',
  otherPort: 'The usual port is taken. So what the browser kept before is not shown here.',
  portTaken: (port) => `Port ${port} is taken. Choose another one with --port.`,
  editorFailed: 'The light editor could not start.',
  stopped: 'Vangnet has stopped.',
};

/** @type {typeof nl} */
const de = {
  usage: `Aufruf: npm start -- [Optionen]

  --folder ORDNER  diesen Ordner statt der Beispiele öffnen
  --light          den leichten Editor im Browser öffnen, auch wenn VS Code da ist
  --port N         diesen Port für den leichten Editor verwenden
  --no-open        den Browser nicht öffnen
  --check          zeigen, was die Prüfung findet, und beenden
  --help           diese Erklärung zeigen`,
  unknownOption: (option) => `Die Option „${option}“ gibt es nicht. Alle Optionen zeigt: npm start -- --help`,
  valueMissing: (option) => `Nach „${option}“ fehlt noch ein Wert. Alle Optionen zeigt: npm start -- --help`,
  portUnclear: (value) => `„${value}“ ist kein Port. Wählen Sie eine Zahl von 0 bis 65535.`,
  folderMissing: (folder) => `Den Ordner „${folder}“ gibt es nicht.`,
  upToDate: 'Was Vangnet braucht, ist schon installiert.',
  installing: 'Vangnet installiert, was nötig ist. Das dauert etwas.',
  installFailed: 'Die Installation hat nicht geklappt. Der Grund steht oben.',
  building: 'Vangnet wird vorbereitet.',
  buildFailed: 'Das Vorbereiten hat nicht geklappt. Der Grund steht oben.',
  checking: (folder) => `Vangnet prüft „${folder}“.`,
  checkFailed: 'Die Prüfung konnte nicht ausgeführt werden. Der Grund steht oben.',
  openingVsCode: 'VS Code wird mit Vangnet geöffnet.',
  vsCodeFailed: 'VS Code hat sich nicht geöffnet. Deshalb startet der leichte Editor.',
  startingLight: 'Der leichte Editor startet.',
  running: (address) => `Vangnet läuft unter ${address}`,
  howToStop: 'Öffnen Sie diese Adresse im Browser. Beenden: Strg+C.',
  otherPort:
    'Der übliche Port ist belegt. Was der Browser früher gespeichert hat, ist hier deshalb nicht zu sehen.',
  portTaken: (port) => `Port ${port} ist belegt. Wählen Sie mit --port einen anderen.`,
  editorFailed: 'Der leichte Editor konnte nicht starten.',
  stopped: 'Vangnet ist beendet.',
};

const table = { nl, en, de };

/**
 * The words in the language of the terminal, as for the command line of Vangnet; English where it is none of ours.
 * @param {NodeJS.ProcessEnv} environment
 */
export function wordsFor(environment) {
  // Windows sets none of these; there the system's own choice counts.
  const set = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  const locale = set || Intl.DateTimeFormat().resolvedOptions().locale;
  const language = locale.slice(0, 2).toLowerCase();
  return language === 'nl' || language === 'de' ? table[language] : table.en;
}
