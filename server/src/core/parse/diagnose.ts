/**
 * Says in human terms what stands in the way where YAML gives up. The library's error tells where; what is
 * wrong there is found by looking at the lines as a person would: a tab, a colon without a space, a quote
 * that is never closed. Ranges never reach past a line.
 */

import type { CST } from 'yaml';
import type { Mend } from '../tree.js';
import { afterBracket, unclosedBracket } from './brackets.js';
import type { ComposeError } from './compose.js';
import type { Detective, Diagnosis } from './detective.js';
import { dashWithoutSpace, indentation, tabs } from './indents.js';
import { invisible } from './invisible.js';
import {
  afterDashes,
  columnOf,
  firstWord,
  isBlank,
  keyOnLine,
  lineAround,
  lineWithContent,
  nextLine,
  previousLine,
  skipSpaces,
  type TextLine,
  valueEnd,
  valueStart,
} from './lines.js';
import { badEscape, quoteAll, textAfterQuote, unclosedQuote } from './quotes.js';

export function diagnose(text: string, error: ComposeError, tokens: readonly CST.Token[]): Diagnosis {
  for (const detective of DETECTIVES) {
    const found = detective(text, error, tokens);
    if (found) return found;
  }
  const line = lineWithContent(text, error.start);
  return wholeLine(text, line, 'unreadable-line');
}

/** `birthDate:1986`: the colon has no space behind it. */
const colonWithoutSpace: Detective = (text, error) => {
  for (const line of linesBetween(text, error.start, error.end)) {
    const start = afterDashes(text, line);
    const found = /^([A-Za-z][\w-]*):(?=[^\s:/])/.exec(text.slice(start, line.end));
    if (!found) continue;
    const colon = start + found[0].length;
    const mend: Mend = {
      kind: 'space-after-colon',
      safe: false,
      edits: [{ start: colon, end: colon, text: ' ' }],
    };
    const problem = {
      kind: 'colon-without-space',
      start,
      end: colon,
      args: { key: found[1] as string },
      mends: [mend],
    };
    return { problem, blankStart: start, blankEnd: line.end };
  }
  return undefined;
};

/** `title: Sem'on: een zaak`: a second colon inside a text without quotes. */
const colonInText: Detective = (text, error) => {
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const line = lineWithContent(text, error.start);
  const key = keyOnLine(text, line);
  if (!key) return undefined;
  const start = skipSpaces(text, key.colon + 1);
  const end = valueEnd(text, start, line);
  if (!/:(?: |$)/.test(text.slice(start, end))) return undefined;
  const problem = { kind: 'colon-in-text', start, end, mends: [quoteAll(text, start, end)] };
  return { problem, blankStart: start, blankEnd: line.end };
};

/** A plain text may not begin with `@`, a backtick, `%` …, nor `>` and `|` have text behind them. */
const badStart: Detective = (text, error) => {
  const line = lineWithContent(text, error.start);
  const start = valueStart(text, line);
  const char = text[start] ?? '';
  if (!'@`%>|,&*!?'.includes(char) || char === '') return undefined;
  const end = valueEnd(text, start, line);
  const below = textBelow(text, line);
  const problem =
    below !== undefined && (char === '>' || char === '|')
      ? {
          kind: 'text-behind-marker',
          start,
          end,
          args: { char },
          mends: [moveDown(text, start, line, below)],
        }
      : { kind: 'special-start', start, end, args: { char }, mends: [quoteAll(text, start, end)] };
  return { problem, blankStart: start, blankEnd: line.end };
};

/** The indentation of a text that goes on below the field on this line. */
function textBelow(text: string, line: TextLine): string | undefined {
  const below = nextLine(text, line);
  if (!below || isBlank(below) || below.content - below.start <= line.content - line.start) return undefined;
  return keyOnLine(text, line) ? text.slice(below.start, below.content) : undefined;
}

/** The words behind `>` or `|` onto a line of their own, above the rest of the text. */
function moveDown(text: string, start: number, line: TextLine, indent: string): Mend {
  const marker = start + (/^[>|][-+]?/.exec(text.slice(start, line.end))?.[0].length ?? 1);
  const eol = text.startsWith('\r\n', line.end) ? '\r\n' : '\n';
  const edit = { start: marker, end: skipSpaces(text, marker), text: eol + indent };
  return { kind: 'move-down', safe: false, edits: [edit] };
}

const commentWithoutSpace: Detective = (text, error) => {
  if (text[error.start] !== '#') return undefined;
  const line = lineAround(text, error.start);
  const mend: Mend = {
    kind: 'space-before-comment',
    safe: false,
    edits: [{ start: error.start, end: error.start, text: ' ' }],
  };
  return {
    problem: { kind: 'comment-without-space', start: error.start, end: error.start + 1, mends: [mend] },
    blankStart: error.start,
    blankEnd: line.end,
  };
};

/** Words where a field is expected: most often a field name whose colon is still to come. */
const strayText: Detective = (text, error) => {
  if (
    error.code !== 'MISSING_CHAR' &&
    error.code !== 'MULTILINE_IMPLICIT_KEY' &&
    error.code !== 'UNEXPECTED_TOKEN'
  )
    return undefined;
  const line = lineWithContent(text, error.start);
  const start = afterDashes(text, line);
  if (keyOnLine(text, line) || !/^[\p{L}\p{N}(‘“]/u.test(text.slice(start, start + 2))) return undefined;
  const end = valueEnd(text, start, line);
  const word = firstWord(text, line);
  const lone = word !== '' && word.length === end - start;
  return {
    problem: { kind: lone ? 'lone-word' : 'stray-text', start, end, args: { word } },
    blankStart: start,
    blankEnd: lone ? endBelow(text, line) : line.end,
  };
};

/** What stands below a field whose colon is missing was meant to be its value, and belongs to nothing without it. */
function endBelow(text: string, line: TextLine): number {
  const column = columnOf(text, line);
  const belongs = (below: TextLine) =>
    isBlank(below) ||
    columnOf(text, below) > column ||
    (text[below.content] === '-' && below.content - below.start >= column);
  let end = line.end;
  for (let below = nextLine(text, line); below && belongs(below); below = nextLine(text, below))
    if (!isBlank(below)) end = below.end;
  return end;
}

const DETECTIVES: readonly Detective[] = [
  tabs,
  invisible,
  unclosedQuote,
  badEscape,
  colonWithoutSpace,
  colonInText,
  commentWithoutSpace,
  textAfterQuote,
  afterBracket,
  unclosedBracket,
  badStart,
  strayText,
  dashWithoutSpace,
  indentation,
];

function wholeLine(text: string, line: TextLine, kind: string): Diagnosis {
  const start = afterDashes(text, line);
  const from = start < line.end ? start : line.content;
  return {
    problem: { kind, start: from, end: valueEnd(text, from, line) },
    blankStart: from,
    blankEnd: line.end,
  };
}

function linesBetween(text: string, start: number, end: number): TextLine[] {
  const lines = [lineWithContent(text, start)];
  for (
    let line = nextLine(text, lines[0] as TextLine);
    line && line.start <= end && lines.length < 50;
    line = nextLine(text, line)
  )
    lines.push(line);
  const above = previousLine(text, lines[0] as TextLine);
  return above ? [...lines, above] : lines;
}
