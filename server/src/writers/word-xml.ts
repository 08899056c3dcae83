/**
 * The elements of a Word file's text (WordprocessingML), each a piece of XML with its parts in the order of the schema.
 * The library would make objects of every one of them: of a large case that is seconds and a gigabyte.
 */

import { escapeHtml } from '../features/papers/escape.js';

/** Sizes in half points; `style` is the id of a character style. */
export interface RunLook {
  readonly style?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly size?: number;
  readonly highlight?: string;
}

/** Made once for every run that looks so, as {@link run} takes it. */
export function runProperties({ style, bold, italic, color, size, highlight }: RunLook): string {
  const parts = [
    ...(style === undefined ? [] : [value('rStyle', style)]),
    ...(bold ? ['<w:b/><w:bCs/>'] : []),
    ...(italic ? ['<w:i/><w:iCs/>'] : []),
    ...(color === undefined ? [] : [value('color', color)]),
    ...(size === undefined ? [] : [value('sz', size), value('szCs', size)]),
    ...(highlight === undefined ? [] : [value('highlight', highlight)]),
  ];
  return parts.length === 0 ? '' : `<w:rPr>${parts.join('')}</w:rPr>`;
}

/** @param more what stands behind the text: {@link TAB} */
export function run(text: string, properties = '', more = ''): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeHtml(text)}</w:t>${more}</w:r>`;
}

export const TAB = '<w:tab/>';

/** Measures in twentieths of a point. */
export interface ParagraphLook {
  readonly style?: string;
  /** Stays on the page of the next paragraph. */
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** The number of the list that it is an item of. */
  readonly list?: string;
  readonly spacing?: { readonly after?: number; readonly before?: number; readonly line?: number };
  readonly indent?: number | undefined;
}

/** Made once for every paragraph that looks so, as {@link paragraph} takes it. */
export function paragraphProperties(look: ParagraphLook): string {
  const { style, keepNext, pageBreakBefore, list, spacing, indent } = look;
  const parts = [
    ...(style === undefined ? [] : [value('pStyle', style)]),
    ...(keepNext ? ['<w:keepNext/>'] : []),
    ...(pageBreakBefore ? ['<w:pageBreakBefore/>'] : []),
    ...(list === undefined ? [] : [`<w:numPr>${value('ilvl', 0)}${value('numId', list)}</w:numPr>`]),
    ...(spacing ? [element('spacing', { ...spacing })] : []),
    ...(indent === undefined ? [] : [element('ind', { left: indent })]),
  ];
  return parts.length === 0 ? '' : `<w:pPr>${parts.join('')}</w:pPr>`;
}

export function paragraph(properties: string, content: string): string {
  return `<w:p>${properties}${content}</w:p>`;
}

/** @param id of a relationship of the part that it stands in */
export function hyperlink(id: string, content: string): string {
  return `<w:hyperlink w:history="1" r:id="${id}">${content}</w:hyperlink>`;
}

export function bookmark(name: string, id: number, content: string): string {
  return `<w:bookmarkStart w:name="${name}" w:id="${id}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
}

/** The number of the paragraph with this bookmark, which moves along; `text` until Word counts anew. */
export function numberOf(name: string, text: string): string {
  return `<w:fldSimple w:instr="REF ${name} \\h \\n">${run(text)}</w:fldSimple>`;
}

const NOTE_MARK = runProperties({ style: 'FootnoteReference' });

export function noteMark(id: number): string {
  return `<w:r>${NOTE_MARK}<w:footnoteReference w:id="${id}"/></w:r>`;
}

const NOTE_TEXT = paragraphProperties({ style: 'FootnoteText' });

/** The note itself, in the part of the notes. */
export function footnote(id: number, content: string): string {
  const text = `<w:r>${NOTE_MARK}<w:footnoteRef/></w:r>${content}`;
  return `<w:footnote w:id="${id}">${paragraph(NOTE_TEXT, text)}</w:footnote>`;
}

/** Sizes in eighths of a point. */
export interface Border {
  readonly style: 'single' | 'dotted' | 'none';
  readonly size: number;
  readonly color: string;
}

export type Side = 'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV';
/** In the order of the schema. */
export type Borders = Readonly<Partial<Record<Side, Border>>>;

export function bordersAll(border: Border): Borders {
  return { top: border, left: border, bottom: border, right: border, insideH: border, insideV: border };
}

export interface TableLook {
  readonly width: number;
  readonly columns: readonly number[];
  readonly borders: Borders;
  /** Of every cell. */
  readonly margins: Readonly<Record<'top' | 'left' | 'bottom' | 'right', number>>;
}

/** What stands before the rows of a table, of fixed widths; {@link TABLE_END} stands behind them. */
export function tableStart({ width, columns, borders, margins }: TableLook): string {
  const own = Object.entries(margins).map(([side, size]) => measure(side, size));
  const properties = [
    measure('tblW', width),
    `<w:tblBorders>${bordersXml(borders)}</w:tblBorders>`,
    element('tblLayout', { type: 'fixed' }),
    `<w:tblCellMar>${own.join('')}</w:tblCellMar>`,
  ];
  const grid = columns.map((column) => element('gridCol', { w: column }));
  return `<w:tbl><w:tblPr>${properties.join('')}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>`;
}

export const TABLE_END = '</w:tbl>';

export interface RowLook {
  /** Doesn't run over two pages. */
  readonly isWhole: boolean;
  /** Repeated on every page. */
  readonly isHead?: boolean;
}

export function row({ isWhole, isHead }: RowLook, cells: readonly string[]): string {
  const parts = `${isWhole ? '<w:cantSplit/>' : ''}${isHead ? '<w:tblHeader/>' : ''}`;
  const properties = parts === '' ? '' : `<w:trPr>${parts}</w:trPr>`;
  return `<w:tr>${properties}${cells.join('')}</w:tr>`;
}

export interface CellLook {
  readonly width: number;
  /** How many columns it takes. */
  readonly span?: number;
  readonly borders?: Borders;
  readonly fill?: string;
}

export function cellProperties({ width, span, borders, fill }: CellLook): string {
  const parts = [
    measure('tcW', width),
    ...(span === undefined ? [] : [value('gridSpan', span)]),
    ...(borders ? [`<w:tcBorders>${bordersXml(borders)}</w:tcBorders>`] : []),
    ...(fill === undefined ? [] : [element('shd', { fill, color: 'auto', val: 'clear' })]),
  ];
  return `<w:tcPr>${parts.join('')}</w:tcPr>`;
}

/** @param content paragraphs, one at least */
export function cell(properties: string, content: string): string {
  return `<w:tc>${properties}${content}</w:tc>`;
}

function bordersXml(borders: Borders): string {
  return Object.entries(borders)
    .map(([side, { style, color, size }]) => element(side, { val: style, color, sz: size }))
    .join('');
}

function measure(name: string, size: number): string {
  return element(name, { type: 'dxa', w: size });
}

function value(name: string, of: string | number): string {
  return element(name, { val: of });
}

function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const own = Object.entries(attributes).map(([key, of]) => (of === undefined ? '' : ` w:${key}="${of}"`));
  return `<w:${name}${own.join('')}/>`;
}
