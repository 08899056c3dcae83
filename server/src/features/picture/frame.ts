/** What every way of drawing the timeline goes by: the rows in their groups, the line of years, and today's place on it. */

import type { ReadableCase } from '../readable/types.js';
import { countRows, type PictureRow, picturedRows } from './rows.js';
import { type Scale, scaleFor } from './scale.js';

/** A longer picture helps nobody; the table has them all. */
const MOST_ROWS = 200;

/** The heading of each group, as a word of papers, and what stands below it. */
const GROUPS: readonly [heading: string, ...kinds: PictureRow['kind'][]][] = [
  ['picture-stay', 'stay'],
  ['procedures', 'procedure', 'remedy'],
  ['picture-events', 'event'],
];

export interface Frame {
  readonly groups: readonly { readonly heading: string; readonly rows: readonly PictureRow[] }[];
  /** How many rows there was no room for. */
  readonly more: number;
  readonly scale: Scale;
  /** Where what goes on ends: the reference date, or the end of the picture. */
  readonly now: number;
  readonly hasReference: boolean;
}

/** Undefined where nothing in the case has a date. */
export function frameOf(told: ReadableCase, left: number, right: number): Frame | undefined {
  const rows = firstOf(picturedRows(told), MOST_ROWS);
  if (rows.length === 0) return undefined;
  const days = rows.flatMap(({ stretch: { from, to } }) => [from.first, from.last, ...(to ? [to.last] : [])]);
  const { reference } = told;
  const hasReference = reference !== undefined && reference.certainty !== 'uncertain';
  const last = days.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const now = hasReference ? reference.last : last;
  return {
    groups: GROUPS.map(([heading, ...kinds]) => ({
      heading,
      rows: rows.filter(({ kind }) => kinds.includes(kind)),
    })).filter((group) => group.rows.length > 0),
    more: countRows(told) - rows.length,
    scale: scaleFor([...days, now], left, right),
    now,
    hasReference,
  };
}

function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    first.push(item);
    if (first.length === most) break;
  }
  return first;
}
