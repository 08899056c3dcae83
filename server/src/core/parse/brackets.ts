/** Brackets that are not closed, closed twice, or have text behind them. */

import type { CST } from 'yaml';
import type { Mend } from '../tree.js';
import { forEachSourceToken } from './cst.js';
import type { Detective } from './detective.js';
import { keyOnLine, lineAround, lineWithContent, valueEnd, valueStart } from './lines.js';
import { quoteAll } from './quotes.js';

export const unclosedBracket: Detective = (text, error, tokens) => {
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

/** `grounds: [a]]`, or a text that begins with brackets: `title: [sic] zo stond het er`. */
export const afterBracket: Detective = (text, error) => {
  const line = lineWithContent(text, error.start);
  const start = valueStart(text, line);
  const end = valueEnd(text, start, line);
  const close = closingBracket(text, start, end);
  if (!keyOnLine(text, line) || close === undefined || close + 1 >= end) return undefined;
  const rest = text.slice(close + 1, end);
  const extra = close + 1 + rest.search(/\S/);
  if (/^[\s\]}]+$/.test(rest)) {
    const mend: Mend = { kind: 'remove-bracket', safe: false, edits: [{ start: close + 1, end, text: '' }] };
    return {
      problem: { kind: 'extra-bracket', start: extra, end, args: { close: rest.trim() }, mends: [mend] },
      blankStart: close + 1,
      blankEnd: end,
    };
  }
  const problem = {
    kind: 'text-after-bracket',
    start,
    end,
    args: { char: text[start] as string },
    mends: [quoteAll(text, start, end)],
  };
  return { problem, blankStart: start, blankEnd: line.end };
};

/** Where the bracket at the start is closed; undefined where none stands there, or not before the end. */
function closingBracket(text: string, start: number, end: number): number | undefined {
  if (!'[{'.includes(text[start] ?? ' ')) return undefined;
  let depth = 0;
  let quote = '';
  for (let at = start; at < end; at++) {
    const char = text[at] as string;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '[' || char === '{') depth++;
    else if ((char === ']' || char === '}') && --depth === 0) return at;
  }
  return undefined;
}
