/**
 * Says in human terms what stands in the way where YAML gives up. The library's error tells where; what is
 * wrong there is found by looking at the lines as a person would: a tab, a colon without a space, a quote
 * that is never closed. Ranges never reach past a line.
 */

import type { CST } from 'yaml';
import type { Mend, SyntaxProblem } from '../tree.js';
import type { ComposeError } from './compose.js';
import { forEachSourceToken } from './cst.js';
import {
  afterDashes,
  columnOf,
  firstWord,
  isBlank,
  keyOnLine,
  lineAround,
  nextLine,
  previousLine,
  type TextLine,
  valueEnd,
} from './lines.js';

export interface Diagnosis {
  readonly problem: SyntaxProblem;
  /** What to leave out so that the rest can be read. */
  readonly blankStart: number;
  readonly blankEnd: number;
}

type Detective = (text: string, error: ComposeError, tokens: readonly CST.Token[]) => Diagnosis | undefined;

export function diagnose(text: string, error: ComposeError, tokens: readonly CST.Token[]): Diagnosis {
  for (const detective of DETECTIVES) {
    const found = detective(text, error, tokens);
    if (found) return found;
  }
  const line = lineWithContent(text, error.start);
  return wholeLine(text, line, 'unreadable-line');
}

const tabs: Detective = (text, error) => {
  const line = lineWithContent(text, error.start);
  const at = [previousLine(text, line), line, nextLine(text, line)].find(
    (l) => l && !isBlank(l) && indentHasTab(text, l),
  );
  if (!at) return undefined;
  let first = at;
  for (
    let l = previousLine(text, first);
    l && !isBlank(l) && indentHasTab(text, l);
    l = previousLine(text, l)
  )
    first = l;
  let last = first;
  const lines = [first];
  for (let l = nextLine(text, last); l && !isBlank(l) && indentHasTab(text, l); l = nextLine(text, l)) {
    lines.push(l);
    last = l;
  }
  const problem = {
    kind: 'tab-indent',
    start: first.start,
    end: first.content,
    mends: [tabsToSpaces(text, lines)],
  };
  return { problem, blankStart: first.start, blankEnd: last.end };
};

function indentHasTab(text: string, line: TextLine): boolean {
  return text.slice(line.start, line.content).includes('\t');
}

/** As many spaces for the first tab as line the text up with what stands above it, and two for each further tab. */
function tabsToSpaces(text: string, lines: readonly TextLine[]): Mend {
  const first = lines[0] as TextLine;
  const above = previousLine(text, first);
  const depth = (line: TextLine) => text.slice(line.start, line.content).split('\t').length - 1;
  let base = 2 * depth(first);
  if (above && !isBlank(above)) {
    const opens = /:\s*(?:#.*)?$/.test(text.slice(above.content, above.end));
    base = columnOf(text, above) + (opens ? 2 : 0);
  }
  const edits = lines.map((line) => {
    const width = Math.max(0, base + 2 * (depth(line) - depth(first)));
    return { start: line.start, end: line.content, text: ' '.repeat(width) };
  });
  return { kind: 'tabs-to-spaces', safe: true, edits };
}

const INVISIBLE = /[\u00A0\u00AD\u200B-\u200D\u2060\uFEFF\u202F\u2007\u2028\u2029]/g;

const invisible: Detective = (text, error) => {
  const line = lineWithContent(text, error.start);
  const head = text.slice(line.start, Math.min(line.end, colonOf(text, line)));
  const found = new RegExp(INVISIBLE).exec(head);
  if (!found) return undefined;
  const edits = [...head.matchAll(INVISIBLE)].map((m) => ({
    start: line.start + m.index,
    end: line.start + m.index + 1,
    // A space that only looks different stands for a space; the others for nothing.
    text: /[\u00A0\u202F\u2007]/.test(m[0]) ? ' ' : '',
  }));
  const start = line.start + found.index;
  const problem = {
    kind: 'invisible-character',
    start,
    end: start + 1,
    mends: [{ kind: 'remove-invisible', safe: true, edits }],
  };
  return { problem, blankStart: afterDashes(text, line), blankEnd: line.end };
};

function colonOf(text: string, line: TextLine): number {
  const colon = text.indexOf(':', line.start);
  return colon === -1 || colon > line.end ? line.end : colon + 1;
}

/** A quoted text that runs on over lines that look like fields was most likely meant to end on its first line. */
const unclosedQuote: Detective = (text, error, tokens) => {
  let suspect: CST.FlowScalar | undefined;
  forEachSourceToken(tokens, (token) => {
    if (suspect || (token.type !== 'single-quoted-scalar' && token.type !== 'double-quoted-scalar')) return;
    if (token.offset > error.end) return;
    const closed = isClosed(token);
    if (!closed || (token.source.includes('\n') && swallowsFields(token.source)))
      suspect = token as CST.FlowScalar;
  });
  if (!suspect) return undefined;
  const start = suspect.offset;
  const quote = text[start] as string;
  const line = lineAround(text, start);
  const end = valueEnd(text, start, line);
  const body = text.slice(start + 1, end);
  const close: Mend = { kind: 'close-quote', safe: false, edits: [{ start: end, end, text: quote }] };
  const problem = {
    kind: 'unclosed-quote',
    start,
    end,
    args: { quote },
    mends: body.includes(quote) ? [quoteAll(text, start, end)] : [close],
  };
  return { problem, blankStart: start, blankEnd: line.end };
};

function isClosed(token: CST.FlowScalar): boolean {
  const { source } = token;
  const quote = source[0] as string;
  if (source.length < 2 || !source.endsWith(quote)) return false;
  if (quote === "'") return (/'+$/.exec(source.slice(1))?.[0].length ?? 0) % 2 === 1;
  return (/\\*(?="$)/.exec(source)?.[0].length ?? 0) % 2 === 0;
}

function swallowsFields(source: string): boolean {
  return source
    .split('\n')
    .slice(1)
    .some((line) => /^ *(?:- )?[a-zA-Z][\w-]*:(?: |\r?$)|^ *- /.test(line));
}

const unclosedBracket: Detective = (text, error, tokens) => {
  let suspect: CST.FlowCollection | undefined;
  forEachSourceToken(tokens, (token) => {
    if (token.type !== 'flow-collection' || token.offset > error.end) return;
    const close = token.start.type === 'flow-map-start' ? '}' : ']';
    const end = token.end[0];
    if (!end || end.source !== close) suspect = token;
    else if (
      !suspect &&
      text
        .slice(token.offset, end.offset)
        .split('\n')
        .slice(1)
        .some((line) => /^ *(?:- )?[a-zA-Z]\w*: /.test(line))
    )
      suspect = token;
  });
  if (!suspect) return undefined;
  const start = suspect.offset;
  const open = suspect.start.source;
  const close = open === '{' ? '}' : ']';
  const line = lineAround(text, start);
  const end = valueEnd(text, start, line);
  const mend: Mend = { kind: 'close-bracket', safe: false, edits: [{ start: end, end, text: close }] };
  return {
    problem: { kind: 'unclosed-bracket', start, end, args: { open, close }, mends: [mend] },
    blankStart: start,
    blankEnd: line.end,
  };
};

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

/** `title: 'Sem'on'`, or words behind a closed quote. */
const textAfterQuote: Detective = (text, error) => {
  const line = lineWithContent(text, error.start);
  const from = valueStart(text, line);
  const quote = text[from];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = valueEnd(text, from, line);
  const problem = {
    kind: 'text-after-quote',
    start: from,
    end,
    args: { quote },
    mends: [quoteAll(text, from, end)],
  };
  return error.code === 'BAD_DQ_ESCAPE' ? undefined : { problem, blankStart: from, blankEnd: line.end };
};

const badEscape: Detective = (text, error) => {
  if (error.code !== 'BAD_DQ_ESCAPE') return undefined;
  const line = lineAround(text, error.start);
  const start = text.lastIndexOf('"', error.start);
  const close = text.indexOf('"', error.start);
  const mends: Mend[] = [];
  if (start >= line.start && close !== -1 && close < line.end) {
    const body = text.slice(start + 1, close).replaceAll("'", "''");
    mends.push({ kind: 'single-quotes', safe: false, edits: [{ start, end: close + 1, text: `'${body}'` }] });
  }
  const end = Math.min(error.start + 2, line.end);
  return {
    problem: { kind: 'bad-escape', start: error.start, end, mends },
    blankStart: Math.max(start, line.start),
    blankEnd: line.end,
  };
};

/** A plain text may not begin with `@`, a backtick, `%` …, nor `>` and `|` have text behind them. */
const badStart: Detective = (text, error) => {
  const line = lineWithContent(text, error.start);
  const start = valueStart(text, line);
  const char = text[start] ?? '';
  if (!'@`%>|,&*!?'.includes(char) || char === '') return undefined;
  const end = valueEnd(text, start, line);
  const problem = { kind: 'special-start', start, end, args: { char }, mends: [quoteAll(text, start, end)] };
  return { problem, blankStart: start, blankEnd: line.end };
};

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

/** A line that sets a field but is not in line with its neighbours. */
const indentation: Detective = (text, error) => {
  const line = deeperThanItsField(text, lineWithContent(text, error.start));
  const key = keyOnLine(text, line);
  const dash = text[line.content] === '-';
  if (!key && !dash) return undefined;
  if (
    error.code !== 'BAD_INDENT' &&
    error.code !== 'UNEXPECTED_TOKEN' &&
    error.code !== 'BLOCK_AS_IMPLICIT_KEY'
  )
    return undefined;
  const column = line.content - line.start;
  const mends: Mend[] = neighbourColumns(text, line)
    .filter((c) => c !== column)
    .map((c) => ({
      kind: 'indent-like-neighbours',
      safe: false,
      edits: [{ start: line.start, end: line.content, text: ' '.repeat(c) }],
    }));
  const end = key ? key.colon : Math.min(line.content + 1, line.end);
  return {
    problem: { kind: 'bad-indent', start: key?.start ?? line.content, end, mends },
    blankStart: afterDashes(text, line),
    blankEnd: line.end,
  };
};

/** Below `id: x`, which has its value already, a field further to the right is the one that is out of line. */
function deeperThanItsField(text: string, line: TextLine): TextLine {
  const key = keyOnLine(text, line);
  const below = nextLine(text, line);
  if (!key || !below || skipSpaces(text, key.colon + 1) >= line.end) return line;
  return keyOnLine(text, below) && columnOf(text, below) > columnOf(text, line) ? below : line;
}

/** The indentation of the nearest lines of the same sort above and below, nearest column first. */
function neighbourColumns(text: string, line: TextLine): number[] {
  const wanted = text[line.content] === '-';
  const columns = new Set<number>();
  for (const step of [previousLine, nextLine]) {
    let at = step(text, line);
    for (let tries = 0; at && tries < 12; tries++, at = step(text, at)) {
      if (isBlank(at) || text[at.content] === '#') continue;
      columns.add(wanted && text[at.content] === '-' ? at.content - at.start : columnOf(text, at));
      break;
    }
  }
  const own = line.content - line.start;
  return [...columns].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
}

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
    blankEnd: line.end,
  };
};

const DETECTIVES: readonly Detective[] = [
  tabs,
  invisible,
  unclosedQuote,
  badEscape,
  colonWithoutSpace,
  colonInText,
  commentWithoutSpace,
  textAfterQuote,
  unclosedBracket,
  badStart,
  strayText,
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

/** The line of the offset; where it is blank (errors often stand at a line's end), the one above with content. */
function lineWithContent(text: string, offset: number): TextLine {
  let line = lineAround(text, offset);
  while (isBlank(line)) {
    const above = previousLine(text, line);
    if (!above) break;
    line = above;
  }
  return line;
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

function valueStart(text: string, line: TextLine): number {
  const key = keyOnLine(text, line);
  return key ? skipSpaces(text, key.colon + 1) : afterDashes(text, line);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}

/** The text as one quoted scalar: what was written, the outer quotes taken off where it has some. */
function quoteAll(text: string, start: number, end: number): Mend {
  let body = text.slice(start, end);
  const quote = body[0];
  if ((quote === '"' || quote === "'") && body.length > 1)
    body = body.endsWith(quote) ? body.slice(1, -1) : body.slice(1);
  const quoted = `"${body.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return { kind: 'quote-text', safe: false, edits: [{ start, end, text: quoted }] };
}
