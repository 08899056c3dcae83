/** A paper as a Word file: real headings, footnotes, numbering and cross-references, so that a lawyer can work on in it. */

import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  NumberedItemReference,
  NumberedItemReferenceFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { isWebAddress } from '../features/papers/escape.js';
import {
  type Block,
  isNote,
  isReference,
  type Line,
  type ListItem,
  type Paper,
  type TextRun as PaperRun,
} from '../features/papers/paper.js';
import { FONT, LOCALE, PAGE, STYLES } from './docx-style.js';
import { timelineTable } from './docx-timeline.js';

export async function docxOf(paper: Paper): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(new DocxWriter(paper).document()));
}

const NUMBERS = 'paragraphs';
const BULLETS = 'bullets';

class DocxWriter {
  private readonly footnotes: Record<string, { children: readonly Paragraph[] }> = {};
  private readonly referenced: ReadonlySet<number>;
  private count = 0;
  private breaksPage = false;

  constructor(private readonly paper: Paper) {
    this.referenced = new Set(
      paper.blocks.flatMap((block) =>
        block.kind === 'numbered'
          ? block.lines.flatMap((line) => line.flatMap((run) => (isReference(run) ? [run.paragraph] : [])))
          : [],
      ),
    );
  }

  document(): Document {
    const { title, isTitleHidden, under, blocks, language, foot } = this.paper;
    const children = [
      ...(isTitleHidden
        ? []
        : [new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] })]),
      ...under.map((line) => new Paragraph({ style: 'Under', children: [new TextRun(line)] })),
      ...blocks.flatMap((block) => this.block(block)),
    ];
    return new Document({
      title,
      description: foot,
      creator: 'Vangnet',
      lastModifiedBy: 'Vangnet',
      styles: STYLES(LOCALE[language]),
      numbering: { config: [NUMBERING, BULLETING] },
      footnotes: this.footnotes,
      sections: [
        { properties: { page: PAGE }, headers: this.header(), footers: { default: this.footer() }, children },
      ],
    });
  }

  /** What a draft is marked with, on every page. */
  private header() {
    const { mark } = this.paper;
    if (!mark) return {};
    const run = new TextRun({ text: mark, bold: true, color: 'A61B1B' });
    return {
      default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })] }),
    };
  }

  private footer(): Footer {
    const { foot, pages } = this.paper;
    const [before, between, after] = pages;
    const numbers = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
    return new Footer({
      children: [
        new Paragraph({
          style: 'Foot',
          tabStops: [{ type: TabStopType.RIGHT, position: PAGE.text }],
          children: [new TextRun({ children: [foot, new Tab(), ...numbers] })],
        }),
      ],
    });
  }

  private block(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [
          this.paragraphOf({
            heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
            children: [new TextRun(block.text)],
          }),
        ];
      case 'paragraph':
        return [
          this.paragraphOf({
            ...(block.look ? { style: LOOKS[block.look] } : {}),
            children: this.line(block.line),
          }),
        ];
      case 'numbered':
        return this.numbered(block.number, block.lines);
      case 'list':
        return block.items.map((item) => this.item(item));
      case 'table':
        return [this.table(block), new Paragraph({ style: 'AfterTable', children: [] })];
      case 'page':
        this.breaksPage = true;
        return [];
      case 'picture':
        return timelineTable(block.drawn);
    }
  }

  private paragraphOf(options: IParagraphOptions): Paragraph {
    const paragraph = new Paragraph(this.breaksPage ? { ...options, pageBreakBefore: true } : options);
    this.breaksPage = false;
    return paragraph;
  }

  private numbered(number: number, lines: readonly Line[]): Paragraph[] {
    const [first = [], ...rest] = lines;
    const children = this.line(first);
    const marked = this.referenced.has(number) ? [new Bookmark({ id: nameOf(number), children })] : children;
    return [
      new Paragraph({
        style: 'Numbered',
        numbering: { reference: NUMBERS, level: 0 },
        // A title or a first line doesn't stay behind alone.
        ...(rest.length > 0 && first.length === 1 ? { keepNext: true } : {}),
        children: marked,
      }),
      ...rest.map((line) => new Paragraph({ style: 'NumberedMore', children: this.line(line) })),
    ];
  }

  private item({ label, line }: ListItem): Paragraph {
    if (label === undefined)
      return new Paragraph({
        style: 'Item',
        numbering: { reference: BULLETS, level: 0 },
        children: this.line(line),
      });
    const lead = new TextRun({ children: [label, new Tab()], bold: true });
    return new Paragraph({ style: 'Labelled', children: [lead, ...this.line(line)] });
  }

  private table({ heads, widths, rows }: Extract<Block, { kind: 'table' }>): Table {
    const total = widths.reduce((sum, width) => sum + width, 0);
    const columns = widths.map((width) => Math.round((width / total) * PAGE.text));
    const cell = (index: number, paragraphs: Paragraph[], isHead: boolean) =>
      new TableCell({
        width: { size: columns[index] ?? 0, type: WidthType.DXA },
        ...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E9EEF1' } } : {}),
        children: paragraphs.length > 0 ? paragraphs : [new Paragraph({ style: 'Cell', children: [] })],
      });
    const head = heads.map((text, index) =>
      cell(
        index,
        [new Paragraph({ style: 'Cell', keepNext: true, children: [new TextRun({ text, bold: true })] })],
        true,
      ),
    );
    return new Table({
      width: { size: PAGE.text, type: WidthType.DXA },
      columnWidths: columns,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head }),
        ...rows.map(
          ({ cells }) =>
            new TableRow({
              cantSplit: cells.every((lines, index) => height(lines, columns[index] ?? 0) <= MOST_TOGETHER),
              children: cells.map((lines, index) =>
                cell(
                  index,
                  lines.map((line) => this.cellLine(line, index === 0)),
                  false,
                ),
              ),
            }),
        ),
      ],
    });
  }

  private cellLine(line: Line, isBold: boolean): Paragraph {
    const shown = isBold
      ? line.map((run) => ('text' in run && !run.look ? { ...run, look: 'bold' as const } : run))
      : line;
    return new Paragraph({ style: 'Cell', children: this.line(shown) });
  }

  private line(line: Line): ParagraphChild[] {
    return line.map((run) => {
      if (isNote(run)) return this.note(run.note);
      if (isReference(run))
        return new NumberedItemReference(nameOf(run.paragraph), String(run.paragraph), {
          hyperlink: true,
          referenceFormat: NumberedItemReferenceFormat.NO_CONTEXT,
        });
      return textRun(run);
    });
  }

  private note(runs: readonly PaperRun[]): FootnoteReferenceRun {
    this.count++;
    this.footnotes[String(this.count)] = {
      children: [
        new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...runs.map(textRun)] }),
      ],
    };
    return new FootnoteReferenceRun(this.count);
  }
}

function textRun({ text, look, isBlank, href }: PaperRun): ParagraphChild {
  const options: IRunOptions = {
    text,
    ...(look === 'bold' ? { bold: true } : {}),
    ...(look === 'italic' ? { italics: true } : {}),
    ...(look === 'faint' ? { color: '595959' } : {}),
    ...(isBlank ? { highlight: 'yellow' as const } : {}),
  };
  if (!isWebAddress(href)) return new TextRun(options);
  return new ExternalHyperlink({ link: href, children: [new TextRun({ ...options, style: 'Hyperlink' })] });
}

function nameOf(paragraph: number): string {
  return `paragraph_${paragraph}`;
}

/** A row with more printed lines may run over two pages: else a third of one could stay empty. */
const MOST_TOGETHER = 16;
/** The width of a letter in a table, about. */
const LETTER = 100;

/** How many lines a cell takes on paper, about. */
function height(lines: readonly Line[], width: number): number {
  const letters = (line: Line) => line.reduce((sum, run) => sum + ('text' in run ? run.text.length : 2), 0);
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil((letters(line) * LETTER) / width)), 0);
}

const LOOKS = { small: 'Small', aside: 'Aside', lead: 'Lead' } as const;

const NUMBERING = {
  reference: NUMBERS,
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 567, hanging: 567 } }, run: { font: FONT } },
    },
  ],
};

const BULLETING = {
  reference: BULLETS,
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 397, hanging: 397 } } },
    },
  ],
};

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B5BEC4' };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
