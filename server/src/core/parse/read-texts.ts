/** Texts in the ordinary case: plain, quoted on one line, and in blocks of lines. */

import { CST } from 'yaml';

/** Thrown where a text is more than the ordinary case; what catches it leaves the unit to the library. */
export const UNUSUAL = Symbol('unusual');

export const CODE = {
  lf: 10,
  cr: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  quote: 39,
  comma: 44,
  dash: 45,
  dot: 46,
  colon: 58,
  greater: 62,
  bracket: 91,
  backslash: 92,
  bracketEnd: 93,
  brace: 123,
  bar: 124,
  braceEnd: 125,
} as const;

/** What `charCodeAt` gives at the end of a line, or of the text. */
export function isLineEnd(code: number): boolean {
  return code === CODE.lf || code === CODE.cr || Number.isNaN(code);
}

function isFlowMark(code: number): boolean {
  return (
    code === CODE.comma ||
    code === CODE.bracket ||
    code === CODE.bracketEnd ||
    code === CODE.brace ||
    code === CODE.braceEnd
  );
}

/** End of the line's text, before its line break. */
export function lineEndAt(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline === -1) return text.length;
  return newline > from && text.charCodeAt(newline - 1) === CODE.cr ? newline - 1 : newline;
}

/** A plain text begins with none of these; a dash needs something right behind it. */
const MARKS = new Set([...',[]{}#&*!|>\'"%@`?: \r\n'].map((mark) => mark.charCodeAt(0)));

/** End of the plain text that begins here, without the spaces behind it. */
export function plainEnd(text: string, start: number, inFlow: boolean): number {
  const first = text.charCodeAt(start);
  if (MARKS.has(first) || Number.isNaN(first)) throw UNUSUAL;
  if (first === CODE.dash && endsPlain(text.charCodeAt(start + 1), inFlow)) throw UNUSUAL;
  return plainRest(text, start, inFlow);
}

/** The same of a line on which a plain text goes on: it may begin with anything. */
export function plainRest(text: string, start: number, inFlow: boolean): number {
  let end = start;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.space) {
      if (text.charCodeAt(at + 1) === CODE.hash) return end;
      continue;
    }
    if (isLineEnd(code) || (inFlow && isFlowMark(code))) return end;
    if (code === CODE.colon && endsPlain(text.charCodeAt(at + 1), inFlow)) return end;
    end = at + 1;
  }
}

/** Does a colon or dash with this behind it stand for a field or item? */
function endsPlain(next: number, inFlow: boolean): boolean {
  return next === CODE.space || isLineEnd(next) || (inFlow && isFlowMark(next));
}

/** Behind the closing quote, which stands on the same line. */
export function quotedEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code)) throw UNUSUAL;
    if (code === CODE.backslash && quote === CODE.doubleQuote) {
      at++;
      if (isLineEnd(text.charCodeAt(at))) throw UNUSUAL;
    } else if (code === quote) {
      if (quote === CODE.doubleQuote || text.charCodeAt(at + 1) !== quote) return at + 1;
      at++;
    }
  }
}

export function quotedValue(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  if (text.charCodeAt(start) === CODE.quote) return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
  if (!inner.includes('\\')) return inner;
  const source = text.slice(start, end);
  return CST.resolveAsScalar({ type: 'double-quoted-scalar', offset: start, indent: 0, source }, true, giveUp)
    .value;
}

function giveUp(): never {
  throw UNUSUAL;
}

/** The lines below `|` or `>`. */
export class BlockText {
  /** Its lines, without their indentation; empty ones are ''. */
  private readonly lines: string[] = [];
  /** End of its last text. */
  readonly end: number;
  /** Start of the line below it. */
  readonly next: number;
  private isDeeper = false;

  /** @param column of what the text belongs to: its lines stand further in. */
  constructor(text: string, start: number, column: number) {
    let indent = -1;
    let end = start;
    let at = start;
    let filled = 0;
    while (at < text.length) {
      let content = at;
      while (text.charCodeAt(content) === CODE.space) content++;
      const lineEnd = lineEndAt(text, content);
      const own = content - at;
      if (content === lineEnd) {
        // Spaces further in than the text would be a part of it.
        if (indent === -1 || own > indent) throw UNUSUAL;
        this.lines.push('');
      } else {
        if (indent === -1) indent = own;
        if (own < indent || own <= column) break;
        if (own > indent) this.isDeeper = true;
        this.lines.push(text.slice(at + indent, lineEnd));
        filled = this.lines.length;
        end = lineEnd;
      }
      at = nextLine(text, lineEnd);
    }
    if (filled === 0) throw UNUSUAL;
    this.lines.length = filled;
    while (text.charCodeAt(end - 1) === CODE.space) end--;
    this.end = end;
    this.next = at;
  }

  /** Behind the marks with which it begins: only `-` may follow the first. */
  static header(text: string, start: number): number {
    return text.charCodeAt(start + 1) === CODE.dash ? start + 2 : start + 1;
  }

  value(isFolded: boolean, endsLine: boolean): string {
    // Lines further in are not folded, nor are those around them.
    if (isFolded && this.isDeeper) throw UNUSUAL;
    const value = isFolded ? folded(this.lines) : this.lines.join('\n');
    return endsLine ? `${value}\n` : value;
  }
}

function nextLine(text: string, lineEnd: number): number {
  if (lineEnd >= text.length) return text.length;
  return lineEnd + (text.charCodeAt(lineEnd) === CODE.cr ? 2 : 1);
}

/** A line break becomes a space, and each empty line a line break. */
function folded(lines: readonly string[]): string {
  let value = lines[0] as string;
  let empty = 0;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] as string;
    if (line === '') {
      empty++;
      continue;
    }
    value += empty > 0 ? '\n'.repeat(empty) + line : ` ${line}`;
    empty = 0;
  }
  return value;
}
