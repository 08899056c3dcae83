/** The text of a Word file: the blocks of a paper as XML, piece by piece. */

import { isWebAddress } from '../features/papers/escape.js';
import {
  type Block,
  isNote,
  isReference,
  type Line,
  type ListItem,
  type Paper,
  type TextRun,
} from '../features/papers/paper.js';
import type { Frame } from './docx-frame.js';
import { Links } from './docx-links.js';
import { PAGE } from './docx-style.js';
import { timelineTable } from './docx-timeline.js';
import {
  bookmark,
  bordersAll,
  cell,
  cellProperties,
  footnote,
  hyperlink,
  noteMark,
  numberOf,
  type ParagraphLook,
  paragraph,
  paragraphProperties,
  type RunLook,
  row,
  run,
  runProperties,
  TAB,
  TABLE_END,
  tableStart,
} from './word-xml.js';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export class Body {
  /** Of the text and of its notes; complete once all pieces have been asked for, as the notes are. */
  readonly links = new Links();
  readonly noteLinks = new Links();
  readonly notes: string[] = [];
  private readonly referenced: ReadonlySet<number>;
  private readonly numbered: string;
  private readonly numberedTitle: string;
  private readonly bullet: string;
  private breaksPage = false;

  constructor(
    private readonly paper: Paper,
    { numbers, bullets }: Frame,
  ) {
    this.numbered = paragraphProperties({ style: 'Numbered', list: numbers });
    this.numberedTitle = paragraphProperties({ style: 'Numbered', list: numbers, keepNext: true });
    this.bullet = paragraphProperties({ style: 'Item', list: bullets });
    this.referenced = referencesIn(paper.blocks);
  }

  *pieces(): Generator<string> {
    const { title, isTitleHidden, under, blocks } = this.paper;
    if (!isTitleHidden) yield paragraph(TITLE, run(title));
    for (const line of under) yield paragraph(UNDER, run(line));
    for (const block of blocks) yield* this.block(block);
  }

  private *block(block: Block): Generator<string> {
    switch (block.kind) {
      case 'heading':
        yield this.paragraphOf({ style: block.level === 2 ? 'Heading1' : 'Heading2' }, run(block.text));
        break;
      case 'paragraph':
        yield this.paragraphOf(block.look ? { style: LOOKS[block.look] } : {}, this.line(block.line));
        break;
      case 'numbered':
        yield* this.numberedLines(block);
        break;
      case 'list':
        for (const item of block.items) yield this.item(item);
        break;
      case 'table':
        yield* this.table(block);
        break;
      case 'page':
        this.breaksPage = true;
        break;
      case 'picture':
        yield* timelineTable(block.drawn);
        break;
    }
  }

  private paragraphOf(look: ParagraphLook, content: string): string {
    const properties = paragraphProperties(this.breaksPage ? { ...look, pageBreakBefore: true } : look);
    this.breaksPage = false;
    return paragraph(properties, content);
  }

  private *numberedLines({ number, lines }: Of<'numbered'>): Generator<string> {
    const [first = [], ...rest] = lines;
    const text = this.line(first);
    const content = this.referenced.has(number) ? bookmark(nameOf(number), number, text) : text;
    // A title or a first line doesn't stay behind alone.
    const isTitle = rest.length > 0 && first.length === 1;
    yield paragraph(isTitle ? this.numberedTitle : this.numbered, content);
    for (const line of rest) yield paragraph(NUMBERED_MORE, this.line(line));
  }

  private item({ label, line }: ListItem): string {
    if (label === undefined) return paragraph(this.bullet, this.line(line));
    return paragraph(LABELLED, run(label, SHOWN.bold, TAB) + this.line(line));
  }

  private *table({ heads, widths, rows }: Of<'table'>): Generator<string> {
    const total = widths.reduce((sum, width) => sum + width, 0);
    const columns = widths.map((width) => Math.round((width / total) * PAGE.text));
    const head = columns.map((width) => cellProperties({ width, fill: 'E9EEF1' }));
    const plain = columns.map((width) => cellProperties({ width }));
    yield tableStart({ width: PAGE.text, columns, borders: BORDERS, margins: MARGINS });
    yield row(
      { isWhole: true, isHead: true },
      heads.map((text, index) => cell(head[index] ?? '', paragraph(CELL_HEAD, run(text, SHOWN.bold)))),
    );
    for (const { cells } of rows)
      yield row(
        { isWhole: cells.every((lines, index) => height(lines, columns[index] ?? 0) <= MOST_TOGETHER) },
        cells.map((lines, index) => cell(plain[index] ?? '', this.cellLines(lines, index === 0))),
      );
    yield TABLE_END;
    yield paragraph(AFTER_TABLE, '');
  }

  private cellLines(lines: readonly Line[], isHead: boolean): string {
    if (lines.length === 0) return paragraph(CELL, '');
    return lines.map((line) => paragraph(CELL, this.line(line, isHead ? 'bold' : 'plain'))).join('');
  }

  private line(line: Line, look: Look = 'plain'): string {
    return line
      .map((part) => {
        if (isNote(part)) return this.note(part.note);
        if (isReference(part)) return numberOf(nameOf(part.paragraph), String(part.paragraph));
        return textRun(part, this.links, look);
      })
      .join('');
  }

  private note(runs: readonly TextRun[]): string {
    const id = this.notes.length + 1;
    const text = runs.map((part) => textRun(part, this.noteLinks)).join('');
    this.notes.push(footnote(id, run(' ') + text));
    return noteMark(id);
  }
}

function referencesIn(blocks: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const block of blocks)
    if (block.kind === 'numbered')
      for (const line of block.lines)
        for (const part of line) if (isReference(part)) found.add(part.paragraph);
  return found;
}

function nameOf(paragraph: number): string {
  return `paragraph_${paragraph}`;
}

type Look = 'plain' | NonNullable<TextRun['look']>;

/** @param plain how it looks where nothing else is said */
function textRun({ text, look, isBlank, href }: TextRun, links: Links, plain: Look = 'plain'): string {
  const own = look ?? plain;
  if (isWebAddress(href)) return hyperlink(links.idOf(href), run(text, LINKED[own]));
  return run(text, (isBlank ? BLANK : SHOWN)[own]);
}

const SHOWN = looksWith({});
const BLANK = looksWith({ highlight: 'yellow' });
const LINKED = looksWith({ style: 'Hyperlink' });

function looksWith(more: RunLook): Readonly<Record<Look, string>> {
  return {
    plain: runProperties(more),
    bold: runProperties({ bold: true, ...more }),
    italic: runProperties({ italic: true, ...more }),
    faint: runProperties({ color: '595959', ...more }),
  };
}

/** A row with more printed lines may run over two pages: else a third of one could stay empty. */
const MOST_TOGETHER = 16;
/** The width of a letter in a table, about. */
const LETTER = 100;

/** How many lines a cell takes on paper, about. */
function height(lines: readonly Line[], width: number): number {
  let sum = 0;
  for (const line of lines) {
    let letters = 0;
    for (const part of line) letters += 'text' in part ? part.text.length : 2;
    sum += Math.max(1, Math.ceil((letters * LETTER) / width));
  }
  return sum;
}

const LOOKS = { small: 'Small', aside: 'Aside', lead: 'Lead' } as const;

const TITLE = paragraphProperties({ style: 'Title' });
const UNDER = paragraphProperties({ style: 'Under' });
const NUMBERED_MORE = paragraphProperties({ style: 'NumberedMore' });
const LABELLED = paragraphProperties({ style: 'Labelled' });
const CELL = paragraphProperties({ style: 'Cell' });
const CELL_HEAD = paragraphProperties({ style: 'Cell', keepNext: true });
const AFTER_TABLE = paragraphProperties({ style: 'AfterTable' });

const BORDERS = bordersAll({ style: 'single', size: 4, color: 'B5BEC4' });
const MARGINS = { top: 50, left: 90, bottom: 50, right: 90 };
