/** What fixes would change, as `git apply` and `patch -p1` take it. */

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { colours } from './colours.js';
import { printable } from './printable.js';

export function unifiedDiff(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** For a person's eyes: coloured, and without the control characters that a file may hold. */
export function shownDiff(diff: string): string {
  return diff
    .split('\n')
    .map((line) => {
      const text = printable(line.replace(/\r$/, ''));
      if (/^(?:---|\+\+\+) /.test(line)) return colours.bold(text);
      if (line.startsWith('@@')) return colours.cyan(text);
      if (line.startsWith('+')) return colours.green(text);
      return line.startsWith('-') ? colours.red(text) : text;
    })
    .join('\n');
}
