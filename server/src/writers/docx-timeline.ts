/**
 * The timeline in a Word file: a table of narrow cells, shaded where a bar lies. Word and LibreOffice take an SVG only
 * with the same picture in points beside it, which the library asks for, older ones show nothing else, and points can't be
 * made here without drawing letters ourselves. A table looks the same everywhere and can be worked on.
 */

import type { DrawnRow, DrawnTimeline } from '../features/picture/drawn.js';
import type { Look } from '../features/picture/strokes.js';
import { PAGE } from './docx-style.js';
import {
  type Borders,
  bordersAll,
  type CellLook,
  cellProperties,
  cell as cellXml,
  paragraph,
  paragraphProperties,
  type RunLook,
  row,
  run,
  runProperties,
  TABLE_END,
  tableStart,
} from './word-xml.js';

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

/** The table, row by row, and what the signs in it mean. */
export function* timelineTable(drawn: DrawnTimeline): Generator<string> {
  const ticks = new Set(drawn.years.map(({ at }) => slotOf(at)));
  yield tableStart({
    width: PAGE.text,
    columns: [TITLE, ...Array.from({ length: SLOTS }, () => SLOT)],
    borders: bordersAll({ style: 'none', size: 0, color: 'auto' }),
    margins: { top: 20, left: 0, bottom: 20, right: 0 },
  });
  yield head(drawn);
  for (const { title, rows } of drawn.groups) {
    yield row({ isWhole: true }, [wide(title)]);
    for (const own of rows) yield timelineRow(own, ticks);
  }
  yield TABLE_END;
  if (drawn.more !== undefined) yield paragraph(SMALL, run(drawn.more));
  const legend = drawn.legend.map(({ look, text }) => `${look === 'vague' ? '▒' : SIGNS[look]} ${text}`);
  yield paragraph(LEGEND, run(legend.join('   ')));
}

/** The years, each where it begins. */
function head({ title, years }: DrawnTimeline): string {
  const starts = years.map(({ at }) => slotOf(at));
  const before = starts[0] ?? SLOTS;
  return row({ isWhole: true, isHead: true }, [
    cell(1, line(title, { bold: true }), { width: TITLE }),
    ...(before > 0 ? [cell(before, line(''))] : []),
    ...years.map(({ year }, index) => {
      const span = (starts[index + 1] ?? SLOTS) - (starts[index] ?? 0);
      return cell(span, line(span < LEAST_FOR_YEAR ? '' : String(year), { color: FAINT }));
    }),
  ]);
}

function timelineRow(drawn: DrawnRow, ticks: ReadonlySet<number>): string {
  const slots = slotsOf(drawn);
  const cells: string[] = [];
  for (let from = 0; from < SLOTS; ) {
    const slot = slots[from];
    let to = from + 1;
    while (to < SLOTS && slots[to]?.of === slot?.of && (slot || !ticks.has(to))) to++;
    cells.push(
      slot
        ? marked(slot, to - from, INKS[drawn.kind])
        : cell(to - from, line(''), ticks.has(from) ? { borders: YEAR } : {}),
    );
    from = to;
  }
  const indent = drawn.kind === 'remedy' ? 200 : undefined;
  const words = line(drawn.title, {}, indent) + line(drawn.note, { color: FAINT, size: 14 }, indent);
  return row({ isWhole: true }, [cell(1, words, { width: TITLE }), ...cells]);
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

function marked({ look }: Slot, span: number, { full, pale }: Ink): string {
  if (look !== 'full' && look !== 'vague') return cell(span, line(SIGNS[look], { color: full, bold: true }));
  return cell(span, line(''), { fill: look === 'full' ? full : pale, borders: GAP });
}

function wide(title: string): string {
  const text = line(title, { bold: true, color: INKS.procedure.full, size: 18 });
  return cell(SLOTS + 1, text, { width: PAGE.text });
}

function cell(span: number, content: string, look: Partial<CellLook> = {}): string {
  return cellXml(cellProperties({ width: span * SLOT, ...look, span }), content);
}

function line(text: string, look: RunLook = {}, indent?: number): string {
  const properties = paragraphProperties({ spacing: { after: 0, before: 0, line: 220 }, indent });
  return paragraph(properties, text === '' ? '' : run(text, runProperties({ size: 16, ...look })));
}

const SMALL = paragraphProperties({ style: 'Small' });
const LEGEND = paragraphProperties({ style: 'Small', spacing: { before: 80 } });
const FAINT = '595959';
/** White above and below a bar, so that bars of two rows don't touch. */
const WHITE = { style: 'single', size: 48, color: 'FFFFFF' } as const;
const GAP: Borders = { top: WHITE, bottom: WHITE };
const YEAR: Borders = { left: { style: 'dotted', size: 4, color: 'B5BEC4' } };
