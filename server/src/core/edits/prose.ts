/** Lines of prose as they stand in the texts of a case file. */

import { renderItem, renderPair, renderScalar, type Style } from './render.js';

const LINE_WIDTH = 100;

/**
 * Lines that go into a block text (`>`, `|`) at a place of it: each paragraph on lines of its own, below a blank line.
 * Between two lines of one paragraph too where the block is folded, since there a single line break reads as a space.
 * @param used how much of the first line stands there already
 */
export function blockLines(
  prose: readonly (readonly string[])[],
  { folded, column, used, eol }: { folded: boolean; column: number; used: number; eol: string },
): string {
  const pad = ' '.repeat(column);
  const width = Math.max(40, LINE_WIDTH - column);
  const paragraphs = folded ? prose.flat().map((line) => [line]) : prose;
  return paragraphs
    .map((lines, index) =>
      lines
        .flatMap((line) => (folded ? wrap(line, width, index === 0 ? used : 0) : [line]))
        .map((line, at) => (index === 0 && at === 0 ? line : pad + line))
        .join(eol),
    )
    .join(eol + eol);
}

/** Broken at single spaces only: what a folded block reads back is the same text. */
function wrap(text: string, width: number, used: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - used;
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
      room = width;
    } else line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

/** The ways to write a text behind a key or a dash at this column, the block first where the text is long. */
export function scalarForms(
  value: string,
  { inItem, column, style }: { inItem: boolean; column: number; style: Style },
): string[] {
  const block = inItem
    ? renderItem(value, column, style).replace(/^- */, '')
    : renderPair('k', value, column, style).slice(3);
  const plain = renderScalar(value, undefined, style);
  // JSON is YAML in double quotes, with its line breaks as \n wherever it stands.
  return [block, plain, JSON.stringify(value)];
}

/** A piece of text as it is written inside quotes of this kind. */
export function escaped(text: string, quotes: 'plain' | 'single' | 'double'): string {
  if (quotes === 'single') return text.replaceAll("'", "''");
  if (quotes === 'double') return text.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
  return text;
}
