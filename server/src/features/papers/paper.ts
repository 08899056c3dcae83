/**
 * A document as blocks, before it is HTML, Markdown or a Word file. What is to be said is decided here once; the writers
 * of the formats only show it. Texts are clean (core/words/clean.ts) but escaped for no format.
 */

import { blanksIn } from '../../core/words/placeholders.js';
import type { Language } from '../../core/words/words.js';
import type { DrawnTimeline } from '../picture/drawn.js';
import type { Place } from '../readable/types.js';
import type { What } from './choices.js';

export interface TextRun {
  readonly text: string;
  readonly look?: 'bold' | 'italic' | 'faint';
  /** A blank that is still to be filled in. */
  readonly isBlank?: boolean;
  /** Of https only. */
  readonly href?: string | undefined;
}

/** A footnote, at the place of its mark. */
export interface NoteRun {
  readonly note: readonly TextRun[];
}

/** The number of a numbered paragraph, which moves along where the format can. */
export interface ReferenceRun {
  readonly paragraph: number;
}

export type Run = TextRun | NoteRun | ReferenceRun;
/** A line or paragraph. */
export type Line = readonly Run[];

export interface Row {
  /** The first is the head of the row; a cell holds lines. */
  readonly cells: readonly (readonly Line[])[];
  readonly at?: Place | undefined;
  readonly id?: string | undefined;
}

export type Body =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly line: Line;
      /** `small`: beside the matter; `aside`: who writes to whom. */
      readonly look?: 'small' | 'aside' | 'lead';
    }
  /** Numbered through the whole document; the first line carries the number. */
  | { readonly kind: 'numbered'; readonly number: number; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly heads: readonly string[];
      /** Shares of the width. */
      readonly widths: readonly number[];
      /** Made while they are read: `lazily` in core/steps.ts. */
      readonly rows: Iterable<Row>;
    }
  /** As the format can show it: what it says stands in words beside it too. */
  | { readonly kind: 'picture'; readonly svg: string; readonly drawn: DrawnTimeline }
  | { readonly kind: 'page' };

export interface ListItem {
  /** In front, in bold: 'Productie 1'. */
  readonly label?: string;
  readonly line: Line;
  readonly at?: Place | undefined;
  readonly id?: string | undefined;
}

/** With where in the file it stands, if it is of one part. */
export type Block = Body & { readonly at?: Place | undefined; readonly id?: string | undefined };

export interface Paper {
  readonly what: What;
  readonly language: Language;
  readonly title: string;
  /** Letters go out without the title of the whole; it stays for who lists files or listens to them. */
  readonly isTitleHidden?: boolean;
  /** Lines under the title. */
  readonly under: readonly string[];
  /** What a draft is marked with on every page: 'CONCEPT – 3 open punten'. */
  readonly mark?: string | undefined;
  /** Below every page: no legal advice. */
  readonly foot: string;
  /** What stands before, between and behind the number of a page and how many there are. */
  readonly pages: readonly [string, string, string];
  readonly blocks: readonly Block[];
}

/** A text of the file as runs, its blanks apart. */
export function runs(text: string, look?: TextRun['look']): TextRun[] {
  const own = look ? { look } : {};
  const found: TextRun[] = [];
  let from = 0;
  for (const { start, end } of blanksIn(text)) {
    if (start > from) found.push({ text: text.slice(from, start), ...own });
    found.push({ text: text.slice(start, end), ...own, isBlank: true });
    from = end;
  }
  if (from < text.length) found.push({ text: text.slice(from), ...own });
  return found;
}

/** A text of several lines as paragraphs. */
export function paragraphs(text: string, look?: TextRun['look']): TextRun[][] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => runs(line, look));
}

export function isNote(run: Run): run is NoteRun {
  return 'note' in run;
}

export function isReference(run: Run): run is ReferenceRun {
  return 'paragraph' in run;
}

/** Gathers blocks and numbers paragraphs. */
export class Sheet {
  readonly blocks: Block[] = [];
  private count = 0;

  heading(text: string, level: 2 | 3 = 2): void {
    this.blocks.push({ kind: 'heading', level, text });
  }

  paragraph(line: Line, more: { look?: 'small' | 'aside' | 'lead'; at?: Place | undefined } = {}): void {
    this.blocks.push({ kind: 'paragraph', line, ...more });
  }

  /** The number that it got. */
  numbered(lines: readonly Line[], of?: { readonly at: Place; readonly id?: string | undefined }): number {
    this.count++;
    this.blocks.push({ kind: 'numbered', number: this.count, lines, at: of?.at, id: of?.id });
    return this.count;
  }

  list(items: readonly ListItem[]): void {
    if (items.length > 0) this.blocks.push({ kind: 'list', items });
  }

  add(block: Block): void {
    this.blocks.push(block);
  }
}
