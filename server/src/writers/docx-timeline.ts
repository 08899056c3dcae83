/**
 * The timeline in a Word file: a table of narrow cells, shaded where a bar lies. Word and LibreOffice take an SVG only
 * with the same picture in points beside it, which the library asks for, older ones show nothing else, and points can't be
 * made here without drawing letters ourselves. A table looks the same everywhere and can be worked on.
 */

import {
  BorderStyle,
  type ITableCellBorders,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DrawnRow, DrawnTimeline } from '../features/picture/drawn.js';
import type { Look } from '../features/picture/strokes.js';
import { PAGE } from './docx-style.js';

/** Cells of a row, of which Word takes 63: the line of years, and what stands behind its end. */
const YEARS = 56;
const SLOTS = YEARS + 3;
const SLOT = 96;
const TITLE = PAGE.text - SLOTS * SLOT;
/** Cells that a year needs, to stand on one line. */
const LEAST_FOR_YEAR = 5;

interface Ink {
  readonly full: string;
  /** For what isn't known to the day: patterns of lines look different in every program. */
  readonly pale: string;
}

const INKS: Readonly<Record<DrawnRow['kind'], Ink>> = {
  stay: { full: '2F6F4F', pale: 'BFD6CA' },
  procedure: { full: '12455A', pale: 'B3CAD4' },
  remedy: { full: '4A6FA5', pale: 'C3D0E4' },
  event: { full: '8A4B08', pale: 'E3CDB4' },
};
const SIGNS = { granted: '✓', refused: '✕', open: '▶', day: '◆', uncertain: '?' } as const;
type Sign = keyof typeof SIGNS;

interface Slot {
  readonly look: Look | Sign;
  /** Cells of one stroke or sign belong together. */
  readonly of: number;
}

export function timelineTable(drawn: DrawnTimeline): (Paragraph | Table)[] {
  const ticks = new Set(drawn.years.map(({ at }) => slotOf(at)));
  const rows = drawn.groups.flatMap(({ title, rows: own }) => [
    new TableRow({ cantSplit: true, children: [wide(title)] }),
    ...own.map((row) => timelineRow(row, ticks)),
  ]);
  const legend = drawn.legend.map(({ look, text }) => `${look === 'vague' ? '▒' : SIGNS[look]} ${text}`);
  return [
    new Table({
      width: { size: PAGE.text, type: WidthType.DXA },
      columnWidths: [TITLE, ...Array.from({ length: SLOTS }, () => SLOT)],
      margins: NO_MARGINS,
      layout: TableLayoutType.FIXED,
      borders: NO_BORDERS,
      rows: [head(drawn), ...rows],
    }),
    ...(drawn.more === undefined
      ? []
      : [new Paragraph({ style: 'Small', children: [new TextRun(drawn.more)] })]),
    new Paragraph({ style: 'Small', spacing: { before: 80 }, children: [new TextRun(legend.join('   '))] }),
  ];
}

/** The years, each where it begins. */
function head({ title, years }: DrawnTimeline): TableRow {
  const starts = years.map(({ at }) => slotOf(at));
  const before = starts[0] ?? SLOTS;
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      cell(1, [line(title, { bold: true })], { width: TITLE }),
      ...(before > 0 ? [cell(before, [line('')])] : []),
      ...years.map(({ year }, index) => {
        const span = (starts[index + 1] ?? SLOTS) - (starts[index] ?? 0);
        return cell(span, [line(span < LEAST_FOR_YEAR ? '' : String(year), { color: FAINT })]);
      }),
    ],
  });
}

function timelineRow(row: DrawnRow, ticks: ReadonlySet<number>): TableRow {
  const slots = slotsOf(row);
  const cells: TableCell[] = [];
  for (let from = 0; from < SLOTS; ) {
    const slot = slots[from];
    let to = from + 1;
    while (to < SLOTS && slots[to]?.of === slot?.of && (slot || !ticks.has(to))) to++;
    cells.push(
      slot
        ? marked(slot, to - from, INKS[row.kind])
        : cell(to - from, [line('')], ticks.has(from) ? { borders: YEAR } : {}),
    );
    from = to;
  }
  const indent = row.kind === 'remedy' ? 200 : 0;
  const words = [line(row.title, {}, indent), line(row.note, { color: FAINT, size: 14 }, indent)];
  return new TableRow({ cantSplit: true, children: [cell(1, words, { width: TITLE }), ...cells] });
}

/** Which cells of a row are taken by what; later strokes give way to none. */
function slotsOf({ strokes, ending }: DrawnRow): (Slot | undefined)[] {
  const slots: (Slot | undefined)[] = Array.from({ length: SLOTS });
  let end = 0;
  const take = (look: Slot['look'], of: number, from: number, to: number) => {
    for (let at = from; at < Math.min(to, SLOTS); at++) slots[at] = { look, of };
    end = Math.max(end, to);
  };
  for (const [index, { look, from, to }] of strokes.entries()) {
    const first = Math.max(slotOf(from), look === 'full' || index === 0 ? 0 : end);
    take(
      look,
      index + 1,
      first,
      Math.max(first + (look === 'day' || look === 'uncertain' ? 2 : 1), slotOf(to)),
    );
  }
  if (ending) take(ending, strokes.length + 1, end, end + 2);
  return slots;
}

function slotOf(share: number): number {
  return Math.round(share * YEARS);
}

function marked({ look }: Slot, span: number, { full, pale }: Ink): TableCell {
  if (look !== 'full' && look !== 'vague')
    return cell(span, [line(SIGNS[look], { color: full, bold: true })]);
  const fill = look === 'full' ? full : pale;
  return cell(span, [line('')], { fill, borders: GAP });
}

function wide(title: string): TableCell {
  return cell(SLOTS + 1, [line(title, { bold: true, color: INKS.procedure.full, size: 18 })], {
    width: PAGE.text,
  });
}

interface CellLook {
  readonly width?: number;
  readonly fill?: string;
  readonly borders?: ITableCellBorders;
}

function cell(span: number, children: Paragraph[], look: CellLook = {}): TableCell {
  const { width = span * SLOT, fill, borders } = look;
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    ...(borders ? { borders } : {}),
    children,
  });
}

function line(
  text: string,
  look: { bold?: boolean; color?: string; size?: number } = {},
  indent = 0,
): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 220 },
    ...(indent > 0 ? { indent: { left: indent } } : {}),
    children: text === '' ? [] : [new TextRun({ text, size: 16, ...look })],
  });
}

const FAINT = '595959';
const NO_MARGINS = { top: 20, bottom: 20, left: 0, right: 0 };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};
/** White above and below a bar, so that bars of two rows don't touch. */
const WHITE = { style: BorderStyle.SINGLE, size: 48, color: 'FFFFFF' };
const GAP: ITableCellBorders = { top: WHITE, bottom: WHITE };
const YEAR: ITableCellBorders = { left: { style: BorderStyle.DOTTED, size: 4, color: 'B5BEC4' } };
