import { type Language, type Word, word } from './words.js';

/** How many findings of each severity a case has, as VS Code orders them: the gravest first. */
export type Counts = readonly [errors: number, warnings: number, information: number, hints: number];

const WORDS: readonly (readonly [one: Word, many: Word])[] = [
  ['toCorrect', 'toCorrect'],
  ['caution', 'caution'],
  ['oneInformation', 'manyInformation'],
  ['oneSuggestion', 'manySuggestions'],
];

/** Counts by VS Code's numbers for severities, 0 the gravest. */
export function count(severities: Iterable<number>): Counts {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const severity of severities) if (severity in counts) counts[severity as 0 | 1 | 2 | 3]++;
  return counts;
}

/** `1 aanpassen · 17 let op`: severities of which there are none stay out. */
export function sayCounts(counts: Counts, language: Language, separator = ' · '): string {
  const parts = WORDS.flatMap(([one, many], severity) => {
    const amount = counts[severity] ?? 0;
    return amount === 0 ? [] : [`${amount} ${word(language, amount === 1 ? one : many)}`];
  });
  return parts.length === 0 ? word(language, 'noRemarks') : parts.join(separator);
}
