// @ts-check
/** The JSON Schema of vangnet.config.yaml: hand-written but for `rules`, which lists the catalogue. */
import { readFileSync } from 'node:fs';

/** @typedef {{ id: string, severity: string, off: boolean, options: Record<string, number>, title: string, what: string }} Entry */
/** @typedef {{ title: string, description: string }} Words */

/** Words that the case schema has for the same choices. @type {Record<string, any>} */
const CASE_FIELDS = JSON.parse(
  readFileSync(new URL('../../schemas/case.schema.json', import.meta.url), 'utf8'),
).$defs.caseInfo.properties;

/** @param {string} en @param {string} nl @param {string} de */
const titles = (en, nl, de) => ({ en: { title: en }, nl: { title: nl }, de: { title: de } });

const SEVERITY = {
  title: 'severity',
  description: 'How loudly the check speaks, or off.',
  'x-nl': { title: 'gewicht', description: 'Hoe zwaar de controle weegt, of off (uit).' },
  'x-de': { title: 'Gewicht', description: 'Wie schwer die Prüfung wiegt, oder off (aus).' },
  enum: ['off', 'hint', 'information', 'warning', 'error'],
  'x-enum': {
    off: {
      en: { title: 'off', description: 'The check says nothing.' },
      nl: { title: 'uit', description: 'De controle zegt niets.' },
      de: { title: 'aus', description: 'Die Prüfung sagt nichts.' },
    },
    hint: {
      en: { title: 'suggestion', description: 'Dots under the spot, and not in the list of problems.' },
      nl: { title: 'suggestie', description: 'Puntjes op de plek zelf, en niet in de lijst met problemen.' },
      de: {
        title: 'Vorschlag',
        description: 'Punkte an der Stelle selbst, nicht in der Liste der Probleme.',
      },
    },
    information: {
      en: { title: 'information', description: 'Good to know; nothing has to be done.' },
      nl: { title: 'ter informatie', description: 'Goed om te weten; er hoeft niets te gebeuren.' },
      de: { title: 'Hinweis', description: 'Gut zu wissen; es muss nichts geschehen.' },
    },
    warning: {
      en: { title: 'caution', description: 'Something that may weaken the case.' },
      nl: { title: 'let op', description: 'Iets wat de zaak zwakker kan maken.' },
      de: { title: 'Achtung', description: 'Etwas, das den Fall schwächen kann.' },
    },
    error: {
      en: {
        title: 'to correct',
        description:
          'Has to be put right. ‘vangnet check’ then ends with exit code 1, unless --fail-on says otherwise.',
      },
      nl: {
        title: 'aanpassen',
        description:
          'Moet worden aangepast. ‘vangnet check’ eindigt dan met code 1, tenzij --fail-on iets anders zegt.',
      },
      de: {
        title: 'zu korrigieren',
        description:
          'Muss korrigiert werden. „vangnet check“ endet dann mit Code 1, sofern --fail-on nichts anderes festlegt.',
      },
    },
  },
  examples: ['hint', 'off'],
};

/**
 * @param {Record<string, Entry[]>} inLanguage the catalogue in each language; without it the schema has all but the
 *   checks
 */
export function configSchema(inLanguage) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vangnet:config:1',
    ...ROOT_WORDS,
    type: 'object',
    properties: {
      rules: {
        ...RULES_WORDS,
        $ref: '#/$defs/rules',
        examples: [{ 'unexplained-gap': { severity: 'hint', months: 36 }, 'unused-item': 'off' }],
      },
      ...FIELDS,
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    $defs: {
      rules: {
        type: 'object',
        properties: Object.fromEntries(
          (inLanguage.en ?? []).map((entry) => [entry.id, ruleField(entry, inLanguage)]),
        ),
        additionalProperties: false,
      },
      rule: {
        type: 'object',
        properties: { severity: { $ref: '#/$defs/severity' } },
        additionalProperties: false,
      },
      severity: SEVERITY,
      ...OPTIONS,
      newCase: NEW_CASE,
    },
    examples: [{ language: 'nl', rules: { 'unused-item': 'off' }, ignore: ['archief/**'] }],
  };
}

/** @param {Entry} entry @param {Record<string, Entry[]>} inLanguage */
function ruleField(entry, inLanguage) {
  const words = (/** @type {string} */ language) => {
    const own = inLanguage[language]?.find(({ id }) => id === entry.id);
    return { title: own?.title ?? entry.id, description: own?.what ?? '' };
  };
  return {
    ...words('en'),
    'x-nl': words('nl'),
    'x-de': words('de'),
    default: entry.off ? 'off' : entry.severity,
    if: { type: 'object' },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: fieldsOf(entry),
    else: { $ref: '#/$defs/severity' },
  };
}

/** @param {Entry} entry */
function fieldsOf({ options }) {
  const own = Object.entries(options);
  if (own.length === 0) return { $ref: '#/$defs/rule' };
  return {
    properties: {
      severity: { $ref: '#/$defs/severity' },
      ...Object.fromEntries(
        own.map(([name, value]) => [name, { $ref: `#/$defs/${name}`, default: value, examples: [value] }]),
      ),
    },
    additionalProperties: false,
  };
}

/** The numbers of checks. @type {Record<string, object>} */
const OPTIONS = {
  months: {
    title: 'months',
    description: 'After how many months the check speaks.',
    'x-nl': { title: 'maanden', description: 'Na hoeveel maanden de controle iets zegt.' },
    'x-de': { title: 'Monate', description: 'Nach wie vielen Monaten sich die Prüfung meldet.' },
    type: 'number',
    exclusiveMinimum: 0,
  },
};

const ROOT_WORDS = {
  title: 'Vangnet configuration',
  description: 'How case files below this folder are checked.',
  'x-nl': {
    title: 'instellingen van Vangnet',
    description: 'Hoe zaakbestanden onder deze map worden gecontroleerd.',
  },
  'x-de': {
    title: 'Einstellungen von Vangnet',
    description: 'Wie Falldateien unter diesem Ordner geprüft werden.',
  },
};

const RULES_WORDS = {
  title: 'checks',
  description: 'A severity for each check, or off; or fields with the severity and the check’s own numbers.',
  'x-nl': {
    title: 'controles',
    description: 'Per controle een gewicht, of off (uit); of velden met het gewicht en eigen getallen.',
  },
  'x-de': {
    title: 'Prüfungen',
    description:
      'Für jede Prüfung ein Gewicht oder off (aus); oder Felder mit dem Gewicht und eigenen Zahlen.',
  },
};

const FIELDS = {
  language: {
    title: 'language',
    description: 'The language of the messages.',
    'x-nl': { title: 'taal', description: 'De taal van de meldingen.' },
    'x-de': { title: 'Sprache', description: 'Die Sprache der Meldungen.' },
    type: 'string',
    enum: ['nl', 'en', 'de'],
    'x-enum': {
      nl: titles('Dutch', 'Nederlands', 'Niederländisch'),
      en: titles('English', 'Engels', 'Englisch'),
      de: titles('German', 'Duits', 'Deutsch'),
    },
    examples: ['nl'],
  },
  ignore: {
    title: 'left out',
    description: 'Files that are not checked, as patterns from this folder on.',
    'x-nl': {
      title: 'overgeslagen',
      description: 'Bestanden die niet worden gecontroleerd, als patroon vanaf deze map.',
    },
    'x-de': {
      title: 'ausgelassen',
      description: 'Dateien, die nicht geprüft werden, als Muster ab diesem Ordner.',
    },
    type: 'array',
    items: {
      title: 'pattern',
      description: 'A file or pattern.',
      'x-nl': { title: 'patroon', description: 'Een bestand of patroon.' },
      'x-de': { title: 'Muster', description: 'Eine Datei oder ein Muster.' },
      type: 'string',
      examples: ['archief/**'],
    },
    examples: [['archief/**']],
  },
  new: {
    title: 'new cases',
    description: 'What is proposed for a new case.',
    'x-nl': { title: 'nieuwe zaken', description: 'Wat bij een nieuwe zaak wordt voorgesteld.' },
    'x-de': { title: 'neue Fälle', description: 'Was bei einem neuen Fall vorgeschlagen wird.' },
    $ref: '#/$defs/newCase',
    examples: [{ jurisdiction: 'nl' }],
  },
};

const NEW_CASE = {
  type: 'object',
  properties: {
    jurisdiction: {
      title: 'country',
      description: 'The country in which the claim is made.',
      'x-nl': { title: 'land', description: 'Het land waar het verzoek wordt gedaan.' },
      'x-de': { title: 'Land', description: 'Das Land, in dem der Antrag gestellt wird.' },
      type: 'string',
      enum: ['nl', 'de'],
      'x-enum': CASE_FIELDS.jurisdiction['x-enum'],
      examples: ['nl'],
    },
    office: {
      title: 'office',
      description: 'Who keeps the file.',
      'x-nl': { title: 'kantoor', description: 'Wie het dossier bijhoudt.' },
      'x-de': { title: 'Stelle', description: 'Wer die Akte führt.' },
      type: 'string',
      examples: ['Vangnet Rechtshulp'],
    },
  },
  additionalProperties: false,
};
