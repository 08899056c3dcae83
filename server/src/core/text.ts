/**
 * Positions in a text as the Language Server Protocol counts them: lines and UTF-16 code units, both from
 * zero; a line ends at LF, CRLF or a lone CR. Inside the core everything is an offset into one string;
 * positions exist only at its edge.
 */

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export type Eol = '\n' | '\r\n';

const LF = 10;
const CR = 13;

export class LineIndex {
  private readonly starts: readonly number[];

  constructor(readonly text: string) {
    this.starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Offset at which the line begins; lines outside the text are clamped to its first or its end. */
  lineStart(line: number): number {
    if (line < 0) return 0;
    return this.starts[line] ?? this.text.length;
  }

  /** Offset of the line's end, before its line break. */
  lineEnd(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    if (end > this.lineStart(line) && this.text.charCodeAt(end - 1) === LF) end--;
    if (end > this.lineStart(line) && this.text.charCodeAt(end - 1) === CR) end--;
    return end;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    // An offset between CR and LF belongs to the end of its line, never past it.
    const character = Math.min(clamped, this.lineEnd(line)) - this.lineStart(line);
    return { line, character };
  }

  /** The inverse of {@link positionAt}; a character past the line's end means the line's end, as LSP says. */
  offsetAt(position: Position): number {
    if (position.line >= this.starts.length) return this.text.length;
    if (position.line < 0) return 0;
    const start = this.lineStart(position.line);
    return Math.min(start + Math.max(0, position.character), this.lineEnd(position.line));
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return starts;
}

/** A name without what stands in brackets. By hand: the regular expression would try every bracket to the end. */
export function withoutBrackets(text: string): string {
  const [open, close] = [text.indexOf('('), text.lastIndexOf(')')];
  return open >= 0 && close > open ? text.slice(0, open).trimEnd() + text.slice(close + 1) : text;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** The text without a byte-order mark. VS Code hides the mark from us, reading a file doesn't: strip it once, here. */
export function splitByteOrderMark(text: string): { mark: string; text: string } {
  return text.startsWith(BYTE_ORDER_MARK)
    ? { mark: BYTE_ORDER_MARK, text: text.slice(1) }
    : { mark: '', text };
}

/** The line break that the text uses most near its start; LF for a text of one line. */
/** A line end of very old computers, which YAML's library takes for none. */
export const LONE_RETURN = /\r(?!\n)/g;

/** Where the first of them stands; -1 where there is none. */
export function loneReturn(text: string): number {
  // Asked again after each edit: not by the expression, which takes some ten times as long.
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1))
    if (text.charCodeAt(at + 1) !== LF) return at;
  return -1;
}

export function eolOf(text: string): Eol {
  const first = text.indexOf('\n');
  return first > 0 && text.charCodeAt(first - 1) === CR ? '\r\n' : '\n';
}
