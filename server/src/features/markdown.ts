/** Text from a case file on its way into Markdown: whatever stands in it, it is shown and does nothing. */

import { withoutHarm } from '../core/words/clean.js';

const SPECIAL = /[\\`*_{}[\]()<>#+\-.!|~]/g;

export function escapeMarkdown(text: string): string {
  return withoutHarm(text.replaceAll(/\s+/g, ' ')).replaceAll(SPECIAL, '\\$&').replaceAll('&', '&amp;');
}

/** As code, on one line; backticks in it make the fence longer. */
export function code(text: string): string {
  const shown = withoutHarm(text.replaceAll(/\s+/g, ' '));
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** The same to read without rendering, for clients that show plain text. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^[\]]*)\]\(([^()]*)\)/g, '$1: $2')
    .replaceAll(/(?<!\\)\*{1,2}|(?<!\\)`/g, '')
    .replaceAll(/\n\n---\n\n/g, '\n\n')
    .replaceAll(/\\([^\w\s])/g, '$1')
    .replaceAll('&amp;', '&');
}
