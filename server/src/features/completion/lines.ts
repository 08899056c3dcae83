/**
 * The lines around a cursor as a person reads them: dashes, fields and what stands behind the colon. Half-typed text
 * is what this is for: where the parser leaves a line out, what the person is typing is exactly there. A text, a quote
 * or a bracket that is never closed ends where the next line is indented no deeper than what it belongs to.
 */

import type { LineIndex } from '../../core/text.js';

/** What stands behind a dash or a colon, possibly over several lines. */
export interface Stretch {
  readonly kind: 'plain' | 'quoted' | 'flow' | 'text' | 'other';
  readonly start: number;
  readonly end: number;
}

export interface Dash {
  readonly kind: 'dash';
  readonly column: number;
  readonly start: number;
}

export interface Key {
  readonly kind: 'key';
  readonly column: number;
  readonly start: number;
  /** Behind the name and its quotes. */
  readonly end: number;
  readonly name: string;
  readonly colon: number;
  readonly value: Stretch | undefined;
}

/** What stands alone where a field or an item would: half-typed, or an item of a list. */
export interface Word {
  readonly kind: 'word';
  readonly column: number;
  readonly start: number;
  readonly value: Stretch;
}

export type Mark = Dash | Key | Word;

export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** Offset of the first character that is no space. */
  readonly content: number;
  /** From left to right; none for blank lines, comments and the inside of a text. */
  readonly marks: readonly Mark[];
  readonly comment: number | undefined;
  /** The text, quote or bracket of a line above that this line goes on with. */
  readonly within: Stretch | undefined;
}

/** In quotes, or plain with the blanks behind it: blanks that both parts could take would be tried again and again. */
const KEY =
  /(?:("(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\r\n]|'')*')[ \t]*|((?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))(?:[^:#\r\n]|:(?![ \t\r\n]|$)|(?<![ \t])#)*)):(?=[ \t\r\n]|$)/y;
const TEXT_HEADER = /[|>][-+\d]*[ \t]*(?:[ \t]#[^\r\n]*)?(?=\r|\n|$)/y;
const BLANK_TO_FILL = /\{\{[^{}\r\n]*\}\}/y;

export function readLines(text: string, index: LineIndex, first: number, last: number): readonly Line[] {
  const lines: Line[] = [];
  let open: Stretch | undefined;
  for (let number = first; number <= last; number++) {
    const start = index.lineStart(number);
    const end = index.lineEnd(number);
    let content = start;
    while (content < end && text[content] === ' ') content++;
    const isInside = open !== undefined && start < open.end;
    if (isInside) lines.push({ start, end, content, marks: [], comment: undefined, within: open });
    else {
      const read = readLine(text, start, content, end);
      lines.push({ start, end, content, ...read, within: undefined });
      const mark = read.marks.at(-1);
      open = mark && mark.kind !== 'dash' ? mark.value : undefined;
    }
  }
  return lines;
}

function readLine(
  text: string,
  start: number,
  content: number,
  end: number,
): { marks: readonly Mark[]; comment: number | undefined } {
  const marks: Mark[] = [];
  let at = content;
  while (text[at] === '-' && (at + 1 >= end || isBlank(text[at + 1]))) {
    marks.push({ kind: 'dash', column: at - start, start: at });
    at = skipBlanks(text, at + 1, end);
  }
  if (at >= end || text[at] === '\t') return { marks, comment: undefined };
  if (text[at] === '#') return { marks, comment: at };
  const column = at - start;
  const key = keyAt(text, at);
  // What belongs to a bare item reaches as far as lines are indented deeper than its dash.
  const value = valueAt(text, key ? key.colon + 1 : at, end, key ? column : (marks.at(-1)?.column ?? column));
  if (key) marks.push({ kind: 'key', column, start: at, ...key, value });
  else if (value) marks.push({ kind: 'word', column, start: at, value });
  return { marks, comment: commentBehind(text, value?.end ?? key?.end ?? at, end) };
}

function keyAt(text: string, at: number): { name: string; end: number; colon: number } | undefined {
  KEY.lastIndex = at;
  const found = KEY.exec(text);
  if (!found) return undefined;
  const [, quoted, plain = ''] = found;
  const written = quoted ?? plain.trimEnd();
  const name = quoted ? quoted.slice(1, -1) : written;
  return { name, end: at + written.length, colon: at + found[0].length - 1 };
}

/** The value that begins behind the colon; undefined where nothing (or only a comment) stands there. */
function valueAt(text: string, from: number, end: number, column: number): Stretch | undefined {
  const start = skipBlanks(text, from, end);
  const char = text[start];
  if (start >= end || (char === '#' && start > from)) return undefined;
  if (char === '[' || (char === '{' && !matches(BLANK_TO_FILL, text, start)))
    return { kind: 'flow', start, end: endOfFlow(text, start, column) };
  if (char === '"' || char === "'")
    return { kind: 'quoted', start, end: endOfQuote(text, start, column, char) };
  if (matches(TEXT_HEADER, text, start))
    return { kind: 'text', start, end: endOfIndented(text, end, column) ?? end };
  if (/[&!]/.test(char as string)) {
    // A name or a kind given to a value that stands below.
    const behind = skipBlanks(text, start + (/^\S*/.exec(text.slice(start, end))?.[0].length ?? 0), end);
    return behind >= end ? undefined : { kind: 'other', start, end };
  }
  const comment = / #/.exec(text.slice(start, end));
  const own = start + text.slice(start, comment ? start + comment.index : end).trimEnd().length;
  if (/[*%@`|>]/.test(char as string)) return { kind: 'other', start, end: own };
  const isHalfTyped = from === start;
  const more = comment || isHalfTyped ? undefined : endOfIndented(text, end, column, true);
  return { kind: 'plain', start, end: more ?? own };
}

/** The end of the last line below that is indented deeper than the column; undefined where there is none. */
function endOfIndented(
  text: string,
  from: number,
  column: number,
  endsAtComment = false,
): number | undefined {
  let end: number | undefined;
  for (let line = nextContent(text, from); line && line.column > column; line = nextContent(text, line.end)) {
    if (endsAtComment && text[line.content] === '#') break;
    end = line.end;
  }
  return end;
}

export interface Content {
  readonly column: number;
  readonly content: number;
  readonly end: number;
}

/** The next line below the offset's line that isn't blank. */
export function nextContent(text: string, offset: number): Content | undefined {
  for (let at = text.indexOf('\n', offset); at !== -1; at = text.indexOf('\n', at + 1)) {
    const start = at + 1;
    let content = start;
    while (text[content] === ' ') content++;
    const char = text[content];
    if (char === undefined) return undefined;
    if (char === '\n' || char === '\r') continue;
    const end = beforeBreak(text, endOfLine(text, content));
    if (text.slice(content, end).trim() === '') continue;
    return { column: content - start, content, end };
  }
  return undefined;
}

function endOfQuote(text: string, start: number, column: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\' && quote === '"') at++;
    else if (char === quote) {
      if (quote !== "'" || text[at + 1] !== "'") return at + 1;
      at++;
    } else if (char === '\n') {
      const below = nextContent(text, at);
      if (!below || below.column <= column) return beforeBreak(text, at);
    }
  }
  return text.length;
}

function endOfFlow(text: string, start: number, column: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') {
      if (--depth === 0) return at + 1;
    } else if (char === '"' || char === "'") at = Math.max(at, endOfQuoteOnLine(text, at) - 1);
    else if (char === '#' && isBlank(text[at - 1])) at = endOfLine(text, at) - 1;
    else if (char === '\n') {
      const below = nextContent(text, at);
      const closes = below && below.column >= column && /[\]}]/.test(text[below.content] as string);
      if (!below || (below.column <= column && !closes)) return beforeBreak(text, at);
    }
  }
  return text.length;
}

/** Behind the closing quote; where there is none on the line, right behind the opening one. */
export function endOfQuoteOnLine(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote !== "'" || text[at + 1] !== "'") return at + 1;
      at++;
    }
  }
  return start + 1;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline;
}

function beforeBreak(text: string, newline: number): number {
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

function commentBehind(text: string, from: number, end: number): number | undefined {
  if (from >= end) return undefined;
  const found = /(?:^|[ \t])#/.exec(text.slice(from, end));
  return found ? from + found.index + found[0].length - 1 : undefined;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

export function skipBlanks(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isBlank(text[next])) next++;
  return next;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
