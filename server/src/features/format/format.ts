/**
 * Formatting: small edits of blanks and line breaks alone, by which a file looks the same throughout. Values and
 * comments stay as they are; what can't be read is not touched.
 */

import { type CaseDocument, parseCase } from '../../core/document.js';
import { applyEdits, mergeEdits } from '../../core/edits/draft.js';
import type { TextEdit } from '../../core/findings.js';
import { commentColumn } from './comments.js';
import { habitsOf } from './habits.js';
import { type Frame, Layout, type LineSpan } from './layout.js';
import { isOrdinary } from './odd.js';
import { sameContent } from './same.js';

export interface FormatOptions {
  /** Counts only where the file shows no indentation of its own. */
  readonly tabSize?: number;
  /** Lines to keep to; the whole file by default. What lies only partly within them stays in its column. */
  readonly lines?: LineSpan;
}

/** More blank lines together than this are too many. */
const MOST_BLANK = 2;

/** The edits that format the text; none where it can't be read, or where they would change more than its looks. */
export function formatEdits(doc: CaseDocument, options: FormatOptions = {}): readonly TextEdit[] {
  const edits = layoutEdits(doc, options);
  if (edits.length === 0) return edits;
  return sameContent(doc, parseCase(applyEdits(doc.text, edits), doc)) ? edits : [];
}

export function isReadable(doc: CaseDocument): boolean {
  // YAML takes a lone carriage return for a letter, editors for the end of a line: such lines are nobody's to move.
  const hasOddBreak = doc.text.includes('\r') && /\r(?!\n)/.test(doc.text);
  return doc.problems.length === 0 && doc.conflicts.length === 0 && !doc.oddRoot && !hasOddBreak;
}

/** The same, trusting the layout. */
export function layoutEdits(doc: CaseDocument, { tabSize, lines }: FormatOptions): readonly TextEdit[] {
  if (!isReadable(doc) || doc.text.trim() === '') return [];
  const within = lines ?? { first: 0, last: doc.lines.lineCount - 1 };
  const ordinary = doc.entries.filter((entry) => isOrdinary(doc, entry));
  const layout = new Layout(doc, habitsOf(doc, ordinary, tabSize), new Set(ordinary), within);
  return new Edits(doc, layout, within).all();
}

class Edits {
  private readonly edits: TextEdit[] = [];

  constructor(
    private readonly doc: CaseDocument,
    private readonly layout: Layout,
    private readonly within: LineSpan,
  ) {}

  all(): readonly TextEdit[] {
    const { lines } = this.doc;
    this.placeComments();
    this.spaceComments();
    for (const { start, end, text } of this.layout.gaps) this.put(start, end, text);
    const last = this.lastFilledLine();
    let blank = 0;
    for (let line = 0; line <= last; line++) {
      blank = !this.layout.inside[line] && this.contentOf(line).trim() === '' ? blank + 1 : 0;
      if (blank > MOST_BLANK) this.put(lines.lineStart(line), lines.lineStart(line + 1), '');
      else if (!this.layout.frozen[line]) this.line(line);
    }
    this.end(last);
    return mergeEdits(this.edits);
  }

  /** What a line begins and ends with. */
  private line(line: number): void {
    const start = this.doc.lines.lineStart(line);
    const content = this.contentOf(line);
    const column = this.layout.columns[line];
    const blanks = (this.layout.inside[line] ? /^ */ : /^[ \t]*/).exec(content)?.[0] ?? '';
    const isEmpty = content.trim() === '' && !this.layout.keepsEnd[line];
    if (column !== undefined && !isEmpty) this.put(start, start + blanks.length, ' '.repeat(column));
    if (this.layout.keepsEnd[line]) return;
    const end = content.replace(/(?<![ \t])[ \t]+$/, '').length;
    this.put(start + end, start + content.length, '');
  }

  private placeComments(): void {
    const { frames, innermost, columns, frozen, inside } = this.layout;
    let next: Frame | undefined;
    const below: (Frame | undefined)[] = [];
    for (let line = this.doc.lines.lineCount - 1; line >= 0; line--) {
      next = frames[line] ?? next;
      below[line] = next;
    }
    let before: Frame | undefined;
    for (let line = 0; line < this.doc.lines.lineCount; line++) {
      before = innermost[line] ?? before;
      if (frames[line] || frozen[line] || inside[line]) continue;
      const comment = /^([ \t]*)#/.exec(this.contentOf(line));
      if (comment) columns[line] = commentColumn((comment[1] as string).length, below[line], before);
    }
  }

  /** One space before a comment behind something. */
  private spaceComments(): void {
    const { lines, text } = this.doc;
    for (const { unit, start: base } of this.doc.units)
      for (const comment of unit.comments) {
        const at = base + comment.start;
        const line = lines.lineAt(at);
        const before = text.slice(lines.lineStart(line), at);
        const blanks = /(?<![ \t])[ \t]*$/.exec(before)?.[0].length ?? 0;
        if (blanks < before.length && !this.layout.frozen[line]) this.put(at - blanks, at, ' ');
      }
  }

  /** A line break behind the last line, and no blank lines that no text needs. */
  private end(last: number): void {
    const { lines, text, eol } = this.doc;
    const isText = this.layout.keepsEnd[last] && this.contentOf(last).trim() === '';
    const end = lines.lineEnd(last);
    if (!isText && text.slice(end) !== eol) this.put(end, text.length, eol);
  }

  private lastFilledLine(): number {
    let line = this.doc.lines.lineCount - 1;
    while (line > 0 && !this.layout.inside[line] && this.contentOf(line).trim() === '') line--;
    return line;
  }

  /** An edit within the lines asked for; nothing where the text is so already. */
  private put(start: number, end: number, text: string): void {
    const { first, last } = this.within;
    const { lines } = this.doc;
    if (lines.lineAt(start) < first || lines.lineAt(start) > last) return;
    if (this.doc.text.slice(start, end) !== text) this.edits.push({ start, end, text });
  }

  private contentOf(line: number): string {
    const { lines, text } = this.doc;
    return text.slice(lines.lineStart(line), lines.lineEnd(line));
  }
}
