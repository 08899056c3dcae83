import { cleanLine } from '../../core/words/clean.js';

const MOST_SHOWN = 40;

/** A text of the file inside a title: on one line, short, and no icon to editors that draw `$(…)` as one. */
export function excerpt(text: string): string {
  const line = cleanLine(text).replaceAll('$(', '$ (');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1).trimEnd()}…` : line;
}
