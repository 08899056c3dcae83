/**
 * How the client counts, and the only place that converts: inside everything is an offset into a text without its
 * byte-order mark. Clients count UTF-16 code units unless they don't list that, and count the mark where they send it.
 */

import { PositionEncodingKind } from 'vscode-languageserver';
import type { CaseDocument } from '../core/document.js';
import { LineIndex, type Position, type Range } from '../core/text.js';
import type { Span } from '../core/tree.js';

/** Positions of one text as the client counts them. */
export interface Lines {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  range(start: number, end: number): Range;
}

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** UTF-16 wherever the client lists it or lists nothing: then nothing has to be converted. */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  if (!offered || offered.length === 0 || offered.includes(PositionEncodingKind.UTF16)) return 'utf-16';
  const known = offered.find((one) => one === 'utf-8' || one === 'utf-32');
  return (known as Encoding | undefined) ?? 'utf-16';
}

export class Positions {
  private readonly marked = new WeakSet<CaseDocument>();
  private readonly known = new WeakMap<CaseDocument, Lines>();

  constructor(readonly encoding: Encoding) {}

  /** This document's text has a byte-order mark before it in the client. */
  noteMark(document: CaseDocument): void {
    this.marked.add(document);
  }

  /** Positions in a document of ours. */
  in(document: CaseDocument): Lines {
    const hasMark = this.marked.has(document);
    if (this.encoding === 'utf-16' && !hasMark) return document.lines;
    let lines = this.known.get(document);
    if (!lines) {
      lines = new EncodedLines(document.lines, this.encoding, hasMark);
      this.known.set(document, lines);
    }
    return lines;
  }

  /** Positions in a text as the client has it, its mark a part of it. */
  inText(text: string): Lines {
    const lines = new LineIndex(text);
    return this.encoding === 'utf-16' ? lines : new EncodedLines(lines, this.encoding, false);
  }

  /** Where to show a span: of what runs over several lines, the first one. */
  spot(document: CaseDocument, span: Span): Range {
    const { start, end } = document.spot(span);
    return this.in(document).range(start, end);
  }
}

/** How many units of the encoding a character of this code point takes. */
const UNITS: Readonly<Record<Encoding, (codePoint: number) => number>> = {
  'utf-8': (code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4),
  'utf-16': (code) => (code < 0x10000 ? 1 : 2),
  'utf-32': () => 1,
};
const BYTE_ORDER_MARK = 0xfeff;

class EncodedLines implements Lines {
  private readonly unitsOf: (codePoint: number) => number;
  /** By how many units the first line begins later than ours. */
  private readonly mark: number;

  constructor(
    private readonly lines: LineIndex,
    encoding: Encoding,
    hasMark: boolean,
  ) {
    this.unitsOf = UNITS[encoding];
    this.mark = hasMark ? this.unitsOf(BYTE_ORDER_MARK) : 0;
  }

  positionAt(offset: number): Position {
    const { line, character } = this.lines.positionAt(offset);
    const start = this.lines.lineStart(line);
    let units = line === 0 ? this.mark : 0;
    for (const one of this.lines.text.slice(start, start + character))
      units += this.unitsOf(one.codePointAt(0) as number);
    return { line, character: units };
  }

  /** A position inside a character means its beginning. */
  offsetAt({ line, character }: Position): number {
    const start = this.lines.offsetAt({ line, character: 0 });
    const end = this.lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    let left = character - (line === 0 ? this.mark : 0);
    let at = start;
    while (at < end) {
      const code = this.lines.text.codePointAt(at) as number;
      left -= this.unitsOf(code);
      if (left < 0) break;
      at += code < 0x10000 ? 1 : 2;
    }
    return at;
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
