/** The fields of vangnet.config.yaml: those of its schema, and of each rule its severity and its own numbers. */

import type { FieldWords, KeyShape, SchemaWords, Shape } from '../../core/schema/shape-types.js';
import type { Language } from '../../core/words/words.js';
import { FILE, SHAPES } from '../../generated/config-shape.js';
import { words as de } from '../../generated/config-words.de.js';
import { words as en } from '../../generated/config-words.en.js';
import { words as nl } from '../../generated/config-words.nl.js';
import { RULES } from '../../generated/rules.js';
import type { Format } from '../formats.js';
import { docsOf } from '../rule-docs.js';

const WORDS: Readonly<Record<Language, SchemaWords>> = { nl, en, de };

/** The definition whose fields are the rules. */
export const RULES_DEF = 'rules';
/** In front of a rule's id: the definition of what can be set for that rule. */
const OF_RULE = 'rule:';

/** The rule whose settings a definition holds. */
export function ruleOf(def: string): string | undefined {
  return def.startsWith(OF_RULE) ? def.slice(OF_RULE.length) : undefined;
}

const SEVERITY = SHAPES.rule?.keys.find(({ name }) => name === 'severity') as KeyShape;

const ruleFields: readonly KeyShape[] = RULES.map(({ meta }) => ({
  ...SEVERITY,
  name: meta.id,
  fields: OF_RULE + meta.id,
  default: meta.off ? 'off' : meta.severity,
}));

const ruleShapes = RULES.map(({ meta }, index): [string, Shape] => {
  const numbers = Object.entries(meta.options).map(
    ([name, value]): KeyShape => ({ name, list: false, kind: 'integer', default: value }),
  );
  const severity = { ...SEVERITY, default: ruleFields[index]?.default };
  return [OF_RULE + meta.id, { required: [], keys: [severity, ...numbers] }];
});

export const CONFIG_FORMAT: Format = {
  shapes: {
    ...SHAPES,
    ...Object.fromEntries(ruleShapes),
    [RULES_DEF]: { required: [], keys: ruleFields },
    '': FILE,
  },
  words: (def, key, language) => {
    const own = WORDS[language];
    if (ruleOf(def) !== undefined) return own[`$${key}`];
    if (def === RULES_DEF) return ruleWords(key, language);
    return own[def === '' ? key : `${def}.${key}`];
  },
};

function ruleWords(id: string, language: Language): FieldWords | undefined {
  const docs = docsOf(id, language);
  const values = WORDS[language].$severity?.values;
  return docs && { title: docs.title, description: docs.what, ...(values ? { values } : {}) };
}
