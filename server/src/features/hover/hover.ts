/** What is shown where the pointer rests: the field, the value, the date, the item or the source there, and why a check speaks. */

import type { CaseDocument } from '../../core/document.js';
import { addressOfEcli, yearOfEcli } from '../../core/ecli.js';
import type { KeyShape } from '../../core/schema/shape-types.js';
import { suppressionAt } from '../../core/suppressions.js';
import { type Node, pairOf, type ScalarNode, type Span } from '../../core/tree.js';
import { type Language, say } from '../../core/words/words.js';
import { formOfSource } from '../../knowledge/citations.js';
import type { Analysis, FoundReport } from '../../pipeline/analysis.js';
import { CASE_FORMAT } from '../formats.js';
import { escapeMarkdown } from '../markdown.js';
import { type Place, placeAt } from '../place.js';
import { rulePage } from '../rule-docs.js';
import { dateCard } from './date.js';
import { fieldCard, valueCard } from './field.js';
import { itemCard } from './item.js';
import { reasonCard } from './rule.js';
import { snippetCard } from './snippet.js';
import { sourceCard } from './source.js';

export interface Hover {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/** A card and the stretch of the text that it is about. */
export interface Card {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

export function hoverAt(analysis: Analysis, offset: number, language: Language): Hover | undefined {
  const { document } = analysis;
  const own = fieldAt(analysis, offset, language) ?? silencedAt(document, offset, language);
  return hoverOf(own, reasonsAt(analysis, offset, language), language);
}

/** What stands there, and below it why checks speak there. */
export function hoverOf(
  own: Card | undefined,
  reasons: readonly Card[],
  language: Language,
): Hover | undefined {
  const cards = own ? [own, ...reasons] : reasons;
  if (cards.length === 0) return undefined;
  const spans = own ? [own] : reasons;
  const noAdvice = `*${say({ key: 'rule-page.no-advice' }, language)}*`;
  return {
    markdown: [...cards.map(({ markdown }) => markdown), noAdvice].join('\n\n---\n\n'),
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

export function cardOn(document: CaseDocument, span: Span, markdown: string | undefined): Card | undefined {
  return markdown === undefined
    ? undefined
    : { markdown, start: document.startOf(span), end: document.endOf(span) };
}

function fieldAt(analysis: Analysis, offset: number, language: Language): Card | undefined {
  const place = placeAt(analysis, offset);
  return place && cardOn(analysis.document, place.node, cardOf(place, analysis, language));
}

function cardOf(place: Place, analysis: Analysis, language: Language): string | undefined {
  const { on, def, key, shape, node } = place;
  const field = () => fieldCard(CASE_FORMAT, def, key, language);
  if (on === 'key') return field();
  if (node.kind !== 'scalar' || !shape) return undefined;
  // A text speaks for itself.
  const isText = shape.kind === 'text' || shape.kind === 'file';
  return valueCardOf(node.value, shape, place, analysis, language) ?? (isText ? undefined : field());
}

function valueCardOf(
  value: ScalarNode['value'],
  shape: KeyShape,
  { def, key, owner }: Place,
  { model, inputs }: Analysis,
  language: Language,
): string | undefined {
  if (shape.kind === 'date') {
    const beside = (other: string) => scalarOf(pairOf(owner, other)?.value);
    return dateCard(value, { def, key, beside }, model, inputs.today, language);
  }
  const text = String(value ?? '');
  if (shape.ref || shape.defines) return itemCard(text, model, language);
  if (shape.kind === 'source' || key === 'ruling')
    return sourceCard(text, language) ?? ecliCard(text, language) ?? addressCard(text, language);
  return key === 'snippet' ? snippetCard(text, language) : valueCard(CASE_FORMAT, def, key, text, language);
}

function scalarOf(node: Node | undefined): unknown {
  return node?.kind === 'scalar' ? node.value : undefined;
}

/** The rule that a comment silences. */
function silencedAt(document: CaseDocument, offset: number, language: Language): Card | undefined {
  const found = suppressionAt(document, offset);
  return found && cardOn(document, found.ruleAt, rulePage(found.rule, language));
}

function ecliCard(value: string, language: Language): string | undefined {
  if (yearOfEcli(value) === undefined) return undefined;
  const [, country, court, year] = value.split(':') as [string, string, string, string];
  const text = say({ key: 'hover.ecli', args: { country, court, year } }, language);
  return `**${escapeMarkdown(value)}**\n\n${text}\n\n[${say({ key: 'hover.to-source' }, language)}](${addressOfEcli(value)})`;
}

/** Of a web address only where it leads is known. */
function addressCard(value: string, language: Language): string | undefined {
  if (formOfSource(value) !== 'address' || !URL.canParse(value)) return undefined;
  const { host, href } = new URL(value);
  // What could end a link in Markdown has no place in one.
  if (/[()\s]/.test(href)) return undefined;
  const text = say({ key: 'hover.address' }, language);
  return `**${escapeMarkdown(host)}**\n\n${text}\n\n[${say({ key: 'hover.to-source' }, language)}](${href})`;
}

/** Why the checks that speak here do so, and what helps: one card for each. */
function reasonsAt({ findings }: Analysis, offset: number, language: Language): readonly Card[] {
  const here = findings.filter(({ start, end }) => start <= offset && offset <= end);
  const rules = [...new Map(here.map((finding) => [finding.rule, finding])).values()];
  return rules.flatMap((finding) => {
    const reason = reasonCard(finding.rule, language);
    if (reason === undefined) return [];
    const markdown = [reason, ...fixesOf(finding, language)].join('\n\n');
    return [{ markdown, start: finding.start, end: finding.end }];
  });
}

/** What the light bulb would do, by the names it has there. */
function fixesOf(finding: FoundReport, language: Language): string[] {
  const titles = finding.fixes().map(({ title }) => `- ${escapeMarkdown(say(title, language))}`);
  if (titles.length === 0) return [];
  return [[say({ key: 'hover.fixes' }, language), '', ...titles].join('\n')];
}
