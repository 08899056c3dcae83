/** The timeline for formats that know no SVG: what is to be drawn as shares of the line of years, with all its words. */

import { dayNumber } from '../../core/dates.js';
import { capitalised } from '../../core/words/capitals.js';
import { wordsIn } from '../papers/words.js';
import type { ReadableCase } from '../readable/types.js';
import { frameOf } from './frame.js';
import type { PictureRow } from './rows.js';
import { type Look, strokesOf } from './strokes.js';

export interface DrawnRow {
  readonly kind: PictureRow['kind'];
  readonly title: string;
  /** When, and how it ended. */
  readonly note: string;
  /** From 0, where the line of years begins, to 1. */
  readonly strokes: readonly { readonly look: Look; readonly from: number; readonly to: number }[];
  readonly ending?: 'granted' | 'refused' | 'open' | undefined;
}

export interface DrawnTimeline {
  /** 'Tijdlijn van 1998 tot 2021'. */
  readonly title: string;
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly DrawnRow[] }[];
  /** That there are more rows than these. */
  readonly more?: string | undefined;
  readonly legend: readonly { readonly look: Exclude<Look, 'full'> | 'open'; readonly text: string }[];
}

/** Undefined where nothing in the case has a date. */
export function drawnTimeline(told: ReadableCase): DrawnTimeline | undefined {
  const frame = frameOf(told, 0, 1);
  if (!frame) return undefined;
  const word = wordsIn(told.language);
  const { scale, now, more } = frame;
  const share = (day: number) => Math.min(1, Math.max(0, Math.round(scale.x(day) * 1000) / 1000));
  const drawnRow = (row: PictureRow): DrawnRow => {
    const { strokes, ending } = strokesOf(row, now);
    return {
      kind: row.kind,
      title: capitalised(row.title),
      note: row.note,
      strokes: strokes.map(({ look, from, to }) => ({ look, from: share(from), to: share(to) })),
      ending,
    };
  };
  return {
    title: word('picture-title', { from: String(scale.firstYear), to: String(scale.lastYear) }),
    years: scale.ticks.map((year) => ({ year, at: share(dayNumber(year, 1, 1)) })),
    groups: frame.groups.map(({ heading, rows }) => ({ title: word(heading), rows: rows.map(drawnRow) })),
    more: more > 0 ? word('picture-more', { count: more }) : undefined,
    legend: (['day', 'vague', 'uncertain', 'open'] as const).map((look) => ({
      look,
      text: word(`legend-${look}`),
    })),
  };
}
