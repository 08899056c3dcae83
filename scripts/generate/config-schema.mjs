// @ts-check
/** The JSON Schema of vangnet.config.yaml: hand-written but for `rules`, which lists the catalogue. */

/** @typedef {{ id: string, severity: string, off: boolean, options: Record<string, number>, title: string, what: string }} Entry */
/** @typedef {{ title: string, description: string }} Words */

const SEVERITY = {
  title: 'severity',
  description: 'How loudly the check speaks, or off.',
  'x-nl': { title: 'gewicht', description: 'Hoe zwaar de controle weegt, of off (uit).' },
  'x-de': { title: 'Gewicht', description: 'Wie schwer die Prüfung wiegt, oder off (aus).' },
  enum: ['off', 'hint', 'information', 'warning', 'error'],
  examples: ['hint', 'off'],
};

/** @param {Record<string, Entry[]>} inLanguage the catalogue in each language */
export function configSchema(inLanguage) {
  const words = (/** @type {string} */ language, /** @type {string} */ id) => {
    const entry = inLanguage[language]?.find((candidate) => candidate.id === id);
    return { title: entry?.title ?? id, description: entry?.what ?? '' };
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:vangnet:config:1',
    ...ROOT_WORDS,
    type: 'object',
    properties: {
      rules: {
        ...RULES_WORDS,
        type: 'object',
        properties: Object.fromEntries(
          (inLanguage.en ?? []).map((entry) => [
            entry.id,
            {
              ...words('en', entry.id),
              'x-nl': words('nl', entry.id),
              'x-de': words('de', entry.id),
              default: entry.off ? 'off' : entry.severity,
              ...ruleValue(entry),
            },
          ]),
        ),
        additionalProperties: false,
        examples: [{ 'unexplained-gap': { severity: 'hint', months: 36 }, 'unused-item': 'off' }],
      },
      ...FIELDS,
    },
    patternProperties: { '^x-': true },
    additionalProperties: false,
    $defs: { severity: SEVERITY },
    examples: [{ language: 'nl', rules: { 'unused-item': 'off' }, ignore: ['archief/**'] }],
  };
}

/** @param {Entry} entry */
function ruleValue({ options }) {
  return {
    if: { type: 'object' },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: {
      properties: {
        severity: { $ref: '#/$defs/severity' },
        ...Object.fromEntries(
          Object.entries(options).map(([name, value]) => [
            name,
            { ...OPTION_WORDS[name], type: 'number', exclusiveMinimum: 0, default: value, examples: [value] },
          ]),
        ),
      },
      additionalProperties: false,
    },
    else: { $ref: '#/$defs/severity' },
  };
}

/** @type {Record<string, object>} */
const OPTION_WORDS = {
  months: {
    title: 'months',
    description: 'After how many months the check speaks.',
    'x-nl': { title: 'maanden', description: 'Na hoeveel maanden de controle iets zegt.' },
    'x-de': { title: 'Monate', description: 'Nach wie vielen Monaten sich die Prüfung meldet.' },
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
    type: 'object',
    properties: {
      jurisdiction: {
        title: 'country',
        description: 'The country in which the claim is made.',
        'x-nl': { title: 'land', description: 'Het land waar het verzoek wordt gedaan.' },
        'x-de': { title: 'Land', description: 'Das Land, in dem der Antrag gestellt wird.' },
        type: 'string',
        enum: ['nl', 'de'],
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
    examples: [{ jurisdiction: 'nl' }],
  },
};
