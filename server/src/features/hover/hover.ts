/** What is shown where the pointer rests: the field, the value, the date, the item or the source there, and why a check speaks. */

import { addressOfEcli, yearOfEcli } from '../../core/ecli.js';
import { type Language, say } from '../../core/words/words.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { escapeMarkdown } from '../markdown.js';
import { type Place, placeAt } from '../place.js';
import { docsOf } from '../rule-docs.js';
import { dateCard } from './date.js';
import { fieldCard, valueCard } from './field.js';
import { itemCard } from './item.js';
import { sourceCard } from './source.js';

export interface Hover {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

export function hoverAt(analysis: Analysis, offset: number, language: Language): Hover | undefined {
  const place = placeAt(analysis, offset);
  const own = place && cardOf(place, analysis, language);
  const why = reasonsAt(analysis, offset, language);
  const cards = [...(own ? [own] : []), ...why.cards];
  if (cards.length === 0) return undefined;
  const { document } = analysis;
  const span = own
    ? { start: document.startOf(place.node), end: document.endOf(place.node) }
    : { start: why.start, end: why.end };
  const markdown = [...cards, `*${say({ key: 'rule-page.no-advice' }, language)}*`].join('\n\n---\n\n');
  return { markdown, ...span };
}

function cardOf(place: Place, analysis: Analysis, language: Language): string | undefined {
  const { on, def, key, shape, node } = place;
  if (on === 'key') return fieldCard(def, key, language);
  if (node.kind !== 'scalar' || !shape) return undefined;
  const { model, inputs } = analysis;
  if (shape.kind === 'date') return dateCard(node.value, place, model, inputs.today, language);
  const value = String(node.value ?? '');
  if (shape.ref || shape.defines) return itemCard(value, model, language);
  if (shape.kind === 'source' || key === 'ruling')
    return sourceCard(value, language) ?? ecliCard(value, language);
  return valueCard(def, key, shape, value, language);
}

function ecliCard(value: string, language: Language): string | undefined {
  if (yearOfEcli(value) === undefined) return undefined;
  const [, country, court, year] = value.split(':') as [string, string, string, string];
  const text = say({ key: 'hover.ecli', args: { country, court, year } }, language);
  return `**${escapeMarkdown(value)}**\n\n${text}\n\n[${say({ key: 'hover.to-source' }, language)}](${addressOfEcli(value)})`;
}

/** Why the checks that speak here do so, and what helps: the message itself is shown by the editor. */
function reasonsAt(
  analysis: Analysis,
  offset: number,
  language: Language,
): { cards: string[]; start: number; end: number } {
  const here = analysis.findings.filter(({ start, end }) => start <= offset && offset <= end);
  const rules = [...new Map(here.map((finding) => [finding.rule, finding])).values()];
  return {
    cards: rules.flatMap(({ rule }) => {
      const docs = docsOf(rule, language);
      return docs ? [`**${docs.title}**\n\n${docs.why}\n\n${docs.help}`] : [];
    }),
    start: Math.min(...here.map(({ start }) => start)),
    end: Math.max(...here.map(({ end }) => end)),
  };
}
