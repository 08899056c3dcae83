/**
 * Where a case file can be cut into stretches that YAML reads the same alone as together: its top-level
 * entries and, in a list, its items. Found by lines alone, so that an edit costs one pass over the text and
 * the parsing of one stretch. Where a cut might change the meaning, the whole text stays one block.
 */

export type BlockKind = 'preamble' | 'entry' | 'header' | 'item' | 'whole';

export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

// A key at column 0: a plain text, or a quoted one closed on its line; then a colon with a space or nothing behind.
const TOP_KEY =
  /(?:(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))(?:[^:#\r\n]|:(?![ \t\r\n]|$)|(?<![ \t])#)*|"(?:[^"\\\r\n]|\\[^\r\n])*"[ \t]*|'(?:[^'\r\n]|'')*'[ \t]*):(?=[ \t\r\n]|$)/uy;
const KEY_ALONE = /[ \t]*(?:[ \t]#[^\r\n]*)?(?=\r?\n|$)/y;
const STARTS_SOMETHING_ELSE = /["'[{|>&*!?%:@`]/;
// A line break to editors and part of a word to YAML.
const LONE_CR = /\r(?!\n)/;

interface Line {
  readonly start: number;
  /** Start of the next line. */
  readonly next: number;
  /** Offset of the first character that is no space. */
  readonly content: number;
}

function lineFrom(text: string, start: number): Line {
  const newline = text.indexOf('\n', start);
  const next = newline === -1 ? text.length : newline + 1;
  let content = start;
  while (content < next && text.charCodeAt(content) === 32) content++;
  return { start, next, content };
}

export function findBlocks(text: string): Block[] {
  return cut(text) ?? [{ kind: 'whole', start: 0, end: text.length }];
}

function cut(text: string): Block[] | undefined {
  const blocks: Block[] = [];
  let kind: BlockKind = 'preamble';
  let start = 0;
  let listColumn = -1; // where the items of the present list begin; -1: this is no list that is cut
  let awaitsItem = false; // below a key that stands alone, before its first line of content
  let marker = false;

  const close = (end: number, following: BlockKind): void => {
    if (end > start) blocks.push({ kind, start, end });
    start = end;
    kind = following;
  };

  let next = 0;
  while (next < text.length) {
    const line = lineFrom(text, next);
    next = line.next;
    const char = text[line.content];
    if (
      line.content === line.next ||
      char === '#' ||
      char === '\n' ||
      (char === '\r' && text[line.content + 1] === '\n')
    )
      continue;
    const column = line.content - line.start;
    if (column === 0) {
      const marks = documentMarker(text, line);
      if (marks === 'end') return undefined;
      if (marks === 'start') {
        if (marker || kind !== 'preamble') return undefined;
        marker = true;
        continue;
      }
      TOP_KEY.lastIndex = line.start;
      if (TOP_KEY.test(text)) {
        KEY_ALONE.lastIndex = TOP_KEY.lastIndex;
        awaitsItem = KEY_ALONE.test(text);
        close(line.start, 'entry');
        listColumn = -1;
        continue;
      }
      if (kind === 'preamble' || STARTS_SOMETHING_ELSE.test(char as string)) return undefined;
      if (LONE_CR.test(text.slice(line.start, line.next))) return undefined;
      // A word without a colon, most likely: what follows is no longer of this list.
      if (char !== '-') listColumn = -1;
    } else if (kind === 'preamble') return undefined;
    const dash = char === '-' && (text[line.content + 1] === ' ' || isLineEnd(text, line.content + 1));
    if (awaitsItem) {
      awaitsItem = false;
      if (dash && text[line.content + 1] === ' ') {
        kind = 'header';
        listColumn = column;
      }
    }
    if (dash && column === listColumn) close(line.start, 'item');
  }
  close(text.length, 'entry');
  return blocks;
}

function isLineEnd(text: string, at: number): boolean {
  const char = text[at];
  return char === undefined || char === '\n' || (char === '\r' && text[at + 1] === '\n');
}

/** `---` alone on its line starts a document; anything else with `---` or `...` is not ours to cut. */
function documentMarker(text: string, line: Line): 'start' | 'end' | undefined {
  const three = text.slice(line.start, line.start + 3);
  if (three !== '---' && three !== '...') return undefined;
  const after = text.slice(line.start + 3, line.next).replace(/(?<![ \t])[ \t]*(?:\r?\n)?$/, '');
  const next = text[line.start + 3];
  const isMarker = next === undefined || /\s/.test(next);
  if (!isMarker) return three === '---' ? undefined : 'end';
  return three === '---' && after === '' ? 'start' : 'end';
}
