/** What every paper says: the mark of a draft, and that it is no legal advice. */

import type { Arg } from '../../core/findings.js';
import { joined, type Language, say } from '../../core/words/words.js';
import { lawDay } from '../../knowledge/law-in-use.js';
import type { ReadableCase } from '../readable/types.js';
import type { Paper } from './paper.js';

export type Word = (key: string, args?: Readonly<Record<string, Arg>>) => string;

export function wordsIn(language: Language): Word {
  return (key, args) => say(args ? { key: `papers.${key}`, args } : { key: `papers.${key}` }, language);
}

/** What stands below every page. */
export function footOf({ language }: ReadableCase): Pick<Paper, 'foot' | 'pages'> {
  const word = wordsIn(language);
  return {
    foot: word('foot', { date: lawDay(language) }),
    pages: [`${word('page')} `, ` ${word('page-of')} `, ''],
  };
}

/** Whose case it is: 'Afia en Moeder van Afia'. */
export function applicantsIn({ persons, language }: ReadableCase): string {
  const names = persons.filter(({ isApplicant }) => isApplicant).map(({ name }) => name);
  return joined(names, 'and', language);
}

/** Findings that a person should look at before the paper leaves the office. */
export function openPoints({ findings }: ReadableCase): number {
  return findings.error + findings.warning;
}

/** Undefined for what is final and has nothing open. */
export function markOf(count: number, { status, language }: ReadableCase): string | undefined {
  const word = wordsIn(language);
  if (count > 0) return word('mark-open', { count });
  return status === 'draft' || status === 'review' ? word('mark') : undefined;
}
