/** Quotation marks that are not closed, stand within a text, or have a meaning that wasn't meant. */

import type { CST } from 'yaml';
import type { Mend } from '../tree.js';
import { forEachSourceToken } from './cst.js';
import type { Detective } from './detective.js';
import { lineAround, lineWithContent, type TextLine, valueEnd, valueStart } from './lines.js';

/** A quoted text that runs on over lines that look like fields was most likely meant to end on its first line. */
export const unclosedQuote: Detective = (text, error, tokens) => {
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
  const bracket = openBracketBefore(text, line, start);
  const end =
    (bracket === undefined ? undefined : endInBrackets(text, start, line)) ?? valueEnd(text, start, line);
  const body = text.slice(start + 1, end);
  const close: Mend = { kind: 'close-quote', safe: false, edits: [{ start: end, end, text: quote }] };
  const problem = {
    kind: 'unclosed-quote',
    start,
    end,
    args: { quote },
    mends: body.includes(quote) ? [quoteAll(text, start, end)] : [close],
  };
  // Brackets around it can't be read without what closes them.
  return { problem, blankStart: bracket ?? start, blankEnd: line.end };
};

function openBracketBefore(text: string, line: TextLine, offset: number): number | undefined {
  const start = valueStart(text, line);
  return start < offset && '[{'.includes(text[start] ?? ' ') ? start : undefined;
}

/** Within brackets the text ends before the next field, or before what closes them. */
function endInBrackets(text: string, start: number, line: TextLine): number | undefined {
  const found = /(?<!\s)\s*(?:,\s*[\w-]+:\s|[\]}])/.exec(text.slice(start + 1, line.end));
  return found ? start + 1 + found.index : undefined;
}

function isClosed(token: CST.FlowScalar): boolean {
  const { source } = token;
  const quote = source[0] as string;
  if (source.length < 2 || !source.endsWith(quote)) return false;
  if (quote === "'") return (/(?<!')'+$/.exec(source.slice(1))?.[0].length ?? 0) % 2 === 1;
  return (/(?<!\\)\\*(?="$)/.exec(source)?.[0].length ?? 0) % 2 === 0;
}

function swallowsFields(source: string): boolean {
  return source
    .split('\n')
    .slice(1)
    .some((line) => /^ *(?:- )?[a-zA-Z][\w-]*:(?: |\r?$)|^ *- /.test(line));
}

/** `title: 'Sem'on'`, or words behind a closed quote. */
export const textAfterQuote: Detective = (text, error) => {
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

export const badEscape: Detective = (text, error) => {
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

/**
 * The text as one quoted scalar. Quotation marks around the whole are taken off first, where one more of them stands
 * within (an apostrophe); where two more do, they quote words at its beginning and end.
 */
export function quoteAll(text: string, start: number, end: number): Mend {
  let body = text.slice(start, end);
  const quote = body[0] ?? '';
  if ((quote === '"' || quote === "'") && body.length > 1 && body.endsWith(quote)) {
    const within = body.slice(1, -1);
    if (within.split(quote).length % 2 === 0) body = within;
  }
  const quoted = `"${body.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return { kind: 'quote-text', safe: false, edits: [{ start, end, text: quoted }] };
}
