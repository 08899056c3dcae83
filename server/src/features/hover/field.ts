/** What a field is for and how it is filled in well; what a value of it means. */

import { type Language, say } from '../../core/words/words.js';
import { SNIPPETS } from '../../generated/knowledge.js';
import { type Format, shapeOf } from '../formats.js';
import { code } from '../markdown.js';
import { withSourceNames } from '../source-names.js';

export function fieldCard(format: Format, def: string, key: string, language: Language): string | undefined {
  const words = format.words(def, key, language);
  if (!words) return undefined;
  const examples = (words.examples ?? []).slice(0, 2).map((example) => code(exampleText(example)));
  return [
    `**${key}** · ${words.title}`,
    withSourceNames(words.description, language),
    ...(examples.length > 0
      ? [
          `${say({ key: 'hover.example', args: { count: examples.length } }, language)} ${examples.join(', ')}`,
        ]
      : []),
  ].join('\n\n');
}

export function valueCard(
  format: Format,
  def: string,
  key: string,
  value: string,
  language: Language,
): string | undefined {
  if (!shapeOf(format, def, key)?.values?.includes(value)) return undefined;
  if (key === 'nationality') return `**${countryName(value, language)}** · ${code(value)}`;
  const words = format.words(def, key, language)?.values?.[value];
  const title = key === 'snippet' ? snippetTitle(value, language) : (words?.title ?? value);
  return [`**${title}** · ${code(value)}`, withSourceNames(words?.description ?? '', language)]
    .filter((part) => part !== '')
    .join('\n\n');
}

export function exampleText(example: unknown): string {
  if (Array.isArray(example)) return `[${example.map(exampleText).join(', ')}]`;
  if (typeof example === 'object' && example !== null)
    return `{${Object.entries(example)
      .map(([key, value]) => `${key}: ${exampleText(value)}`)
      .join(', ')}}`;
  return String(example);
}

/** The country's own name in the language; of no country and of one that nobody knows too. */
export function countryName(value: string, language: Language): string {
  if (value === 'stateless' || value === 'unknown')
    return say({ key: `hover.nationality-${value}` }, language);
  return /^[A-Z]{2}$/.test(value) ? (regionNames(language).of(value) ?? value) : value;
}

const REGIONS = new Map<Language, Intl.DisplayNames>();

function regionNames(language: Language): Intl.DisplayNames {
  const names = REGIONS.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
  REGIONS.set(language, names);
  return names;
}

export function snippetTitle(id: string, language: Language): string {
  const title = SNIPPETS.find((snippet) => snippet.id === id)?.title;
  return title?.[language] ?? title?.en ?? id;
}
