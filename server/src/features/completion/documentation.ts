/** The page that is shown beside an offer, worked out only for the one that the person looks at. */

import { type Language, say, schemaField } from '../../core/words/words.js';
import { COUNTER_ARGUMENTS } from '../../generated/knowledge.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { CASE_FORMAT, type Format } from '../formats.js';
import { dateCard } from '../hover/date.js';
import { fieldCard, valueCard } from '../hover/field.js';
import { itemCard } from '../hover/item.js';
import { ruleCard } from '../hover/rule.js';
import { snippetCard } from '../hover/snippet.js';
import { sourceCard } from '../hover/source.js';
import type { About } from './offer.js';

/** `analysis`: undefined where the file is no longer open, and for documents that are no case. */
export function documentationOf(
  about: About,
  format: Format,
  analysis: Analysis | undefined,
  language: Language,
): string | undefined {
  const card = cardOf(about, format, analysis, language);
  if (card === undefined) return undefined;
  return `${card}\n\n---\n\n*${say({ key: 'rule-page.no-advice' }, language)}*`;
}

function cardOf(
  about: About,
  format: Format,
  analysis: Analysis | undefined,
  language: Language,
): string | undefined {
  switch (about.of) {
    case 'field':
      return fieldCard(format, about.def, about.key, language);
    case 'value':
      if (about.key === 'snippet') return snippetCard(about.value, language);
      return valueCard(format, about.def, about.key, about.value, language);
    case 'date':
      return analysis && dateCard(about.value, about, analysis.model, analysis.inputs.today, language);
    case 'item':
      return analysis && itemCard(about.id, analysis.model, language);
    case 'source':
      return sourceCard(about.id, language);
    case 'rule':
      return ruleCard(about.id, language);
    case 'snippet':
      return snippetCard(about.id, language);
    case 'counter-argument':
      return counterArgumentCard(about.id, language);
    case 'definition':
      return definitionCard(about.id, language);
    case 'directive':
      return say({ key: `completion.about-${about.id}` }, language);
  }
}

function definitionCard(def: string, language: Language): string | undefined {
  const words = schemaField('', `$${def}`, language);
  return words && `**${words.title}**\n\n${words.description}`;
}

function counterArgumentCard(kind: string, language: Language): string | undefined {
  const said = COUNTER_ARGUMENTS.find((entry) => entry.kind === kind)?.text[language];
  const card = valueCard(CASE_FORMAT, 'counterArgument', 'kind', kind, language);
  return [card, said].filter(Boolean).join('\n\n');
}
