/** Characters that can't be seen where YAML looks for indentation, a dash or the name of a field. */

import { descendants, type Mend, type Node } from '../tree.js';
import type { Detective, Diagnosis } from './detective.js';
import { afterDashes, isBlank, lineAround, lineWithContent, nextLine, type TextLine } from './lines.js';

const CHARACTERS = '\\u00A0\\u00AD\\u180E\\u2007\\u200B-\\u200F\\u2028\\u2029\\u202F\\u2060\\uFEFF';
const ANY = new RegExp(`[${CHARACTERS}]`);
const EVERY = new RegExp(`[${CHARACTERS}]`, 'g');
/** They only look different: each stands for a space, the others for nothing. */
const LIKE_SPACE = /[\u00A0\u2007\u202F]/;
const LIKE_SPACES = new RegExp(LIKE_SPACE, 'g');

export function startsUnseen(text: string): boolean {
  return ANY.test(text.charAt(0));
}

export function withoutUnseen(text: string): string {
  return text.replaceAll(EVERY, '');
}

export const invisible: Detective = (text, error) => onLine(text, lineWithContent(text, error.start));

/** The first field whose name has such a character in it: YAML takes it for a part of the name. */
export function unseenInKey(text: string, root: Node | undefined): Diagnosis | undefined {
  if (!ANY.test(text)) return undefined;
  for (const node of descendants(root)) {
    if (node.kind !== 'map') continue;
    const odd = node.pairs.find(
      ({ key }) => key.kind === 'scalar' && key.style === 'plain' && ANY.test(text.slice(key.start, key.end)),
    );
    if (odd) return onLine(text, lineAround(text, odd.key.start), odd.key.start);
  }
  return undefined;
}

/** @param from where to look on the line, which may have several fields between brackets */
function onLine(text: string, line: TextLine, from = line.start): Diagnosis | undefined {
  const isFirst = text.slice(line.start, from).trim() === '' || from === afterDashes(text, line);
  const start = isFirst ? line.start : from;
  const end = headEnd(text, start, line);
  const head = text.slice(start, end);
  const found = ANY.exec(head);
  if (!found) return undefined;
  const spaced = mend(text, start, end, true);
  const bare = mend(text, start, end, false);
  const isTop = start === 0 && !/^\W*-/.test(head);
  const at = start + found.index;
  return {
    problem: {
      kind: 'invisible-character',
      start: at,
      end: at + 1,
      // What begins a stretch of the file stands at its left, unless it is an item.
      mends: isTop ? [bare] : [spaced],
    },
    blankStart: isFirst ? (isItem(head) ? line.content : afterDashes(text, line)) : start,
    blankEnd: isFirst ? endOfLost(text, line, head) : flowEnd(text, end, line),
  };
}

/** Behind the colon, and behind what stands in the place of the space after it. */
function headEnd(text: string, start: number, line: TextLine): number {
  const colon = text.indexOf(':', start);
  if (colon === -1 || colon >= line.end) return line.end;
  let end = colon + 1;
  while (end < line.end && ANY.test(text.charAt(end))) end++;
  return end;
}

function mend(text: string, start: number, end: number, spaced: boolean): Mend {
  const head = text.slice(start, end);
  const colon = head.indexOf(':');
  const needsSpace = colon !== -1 && /\S/.test(withoutUnseen(text.charAt(end)));
  const isIndent = (at: number) => withoutUnseen(head.slice(0, at)).trim() === '';
  const edits = [...head.matchAll(EVERY)].map(({ 0: character, index }) => ({
    start: start + index,
    end: start + index + 1,
    text:
      (LIKE_SPACE.test(character) && index < colon && (spaced || !isIndent(index))) ||
      (LIKE_SPACE.test(character) && colon === -1 && spaced) ||
      (needsSpace && index === colon + 1)
        ? ' '
        : '',
  }));
  return { kind: 'remove-invisible', safe: true, edits };
}

function isItem(head: string): boolean {
  return /^ *- /.test(plainHead(head));
}

function plainHead(head: string): string {
  return withoutUnseen(head.replaceAll(LIKE_SPACES, ' '));
}

/** An item, and what stands below a field that has nothing behind it, can't be read without its first line. */
function endOfLost(text: string, line: TextLine, head: string): number {
  const column = /^ */.exec(plainHead(head))?.[0].length ?? 0;
  const hasFields = isItem(head);
  const isOpen = text.slice(line.start + head.length, line.end).trim() === '';
  let end = line.end;
  if (!hasFields && !isOpen) return end;
  for (let below = nextLine(text, line); below; below = nextLine(text, below)) {
    const indent = below.content - below.start;
    const isDashBelow = !hasFields && text[below.content] === '-' && indent === column;
    if (!isBlank(below) && indent <= column && !isDashBelow) break;
    if (!isBlank(below)) end = below.end;
  }
  return end;
}

/** Between brackets only the field itself is left out, up to the next one. */
function flowEnd(text: string, from: number, line: TextLine): number {
  const rest = /^[^,{}[\]]*/.exec(text.slice(from, line.end))?.[0].length ?? 0;
  return from + rest;
}
