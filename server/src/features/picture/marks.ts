/** The strokes of a row in SVG: what is known in full, what is not in hatching, what is uncertain in dashes. */

import type { PictureRow } from './rows.js';
import type { Scale } from './scale.js';
import { type Stroke, strokesOf } from './strokes.js';

/** Half the height of a bar. */
const HALF = 6;
const LEAST_WIDTH = 5;

/** @param now where what goes on ends: the reference date, or the end of the picture */
export function markOf(row: PictureRow, scale: Scale, y: number, now: number): string {
  const { strokes, ending } = strokesOf(row, now);
  const kind = `vn-${row.kind}`;
  const end = scale.x(strokes.at(-1)?.to ?? now);
  return [
    ...strokes.map((stroke) => strokeMark(stroke, scale, y, kind)),
    ending === 'open' ? arrow(end, y, kind) : endMark(ending, end, y),
  ].join('');
}

function strokeMark({ look, from, to }: Stroke, scale: Scale, y: number, kind: string): string {
  const [left, right] = [scale.x(from), scale.x(to)];
  switch (look) {
    case 'day':
      return diamond(left, y, kind);
    case 'full':
      return bar(left, right, y, kind);
    case 'vague':
      return hatched(left, right, y, kind);
    case 'uncertain':
      return dashed(left, Math.max(left + 14, right), y, kind);
  }
}

/** Nothing may be read from its ends. */
function dashed(left: number, right: number, y: number, kind: string): string {
  const box = rect(left, right, y, `vn-dashed ${kind}`);
  return `${box}<text class="vn-question" x="${num((left + right) / 2)}" y="${num(y + 4)}" text-anchor="middle">?</text>`;
}

function diamond(x: number, y: number, kind: string): string {
  return `<path class="vn-solid ${kind}" d="M${num(x)} ${num(y - 7)}l7 7l-7 7l-7 -7z"/>`;
}

function bar(left: number, right: number, y: number, kind: string): string {
  return rect(left, Math.max(right, left + 2), y, `vn-solid ${kind}`);
}

function hatched(left: number, right: number, y: number, kind: string): string {
  if (right - left <= 0.05) return '';
  const wide = Math.max(right, left + LEAST_WIDTH);
  return rect(left, wide, y, `vn-vague ${kind}`) + hatching(left, wide, y, kind);
}

/** Slanting lines, drawn one by one: a pattern could not take its colour from the theme in every viewer. */
function hatching(left: number, right: number, y: number, kind: string): string {
  const lines: string[] = [];
  const height = 2 * HALF;
  for (let x = left - height + 3; x < right; x += 5) {
    const from = Math.max(x, left);
    const to = Math.min(x + height, right);
    if (to - from > 0.5)
      lines.push(`M${num(from)} ${num(y + HALF - (from - x))}L${num(to)} ${num(y + HALF - (to - x))}`);
  }
  return lines.length > 0 ? `<path class="vn-hatch ${kind}" d="${lines.join('')}"/>` : '';
}

function rect(left: number, right: number, y: number, classes: string): string {
  return `<rect class="${classes}" x="${num(left)}" y="${num(y - HALF)}" width="${num(right - left)}" height="${2 * HALF}" rx="2"/>`;
}

/** It goes on past the reference date. */
function arrow(x: number, y: number, kind: string): string {
  return `<path class="vn-solid ${kind}" d="M${num(x)} ${num(y - HALF)}l9 ${HALF}l-9 ${HALF}z"/>`;
}

/** Granted by a tick, refused by a cross: the note says it in words. */
function endMark(end: 'granted' | 'refused' | undefined, x: number, y: number): string {
  if (end === 'refused') return `<path class="vn-end" d="M${num(x + 6)} ${num(y - 4)}l8 8m0 -8l-8 8"/>`;
  return end === 'granted' ? `<path class="vn-end" d="M${num(x + 5)} ${num(y)}l4 4l7 -9"/>` : '';
}

export function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}
