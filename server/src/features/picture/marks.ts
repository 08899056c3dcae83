/** How a stretch of time is drawn: what is known in full, what is not in hatching, what is uncertain in dashes. */

import type { When } from '../readable/types.js';
import type { PictureRow } from './rows.js';
import type { Scale } from './scale.js';

/** Half the height of a bar. */
const HALF = 6;
const LEAST_WIDTH = 5;

/** @param now where what goes on ends: the reference date, or the end of the picture */
export function markOf(row: PictureRow, scale: Scale, y: number, now: number): string {
  const { from, to, isOpen } = row.stretch;
  const kind = `vn-${row.kind}`;
  if ([from, to].some((when) => when?.certainty === 'uncertain')) return dashed(row, scale, y, now, kind);
  if (!to && !isOpen)
    return isOneDay(from) ? diamond(scale.x(from.first), y, kind) : vague(from, scale, y, kind);
  const end = to ?? { first: Math.max(now, from.last), last: Math.max(now, from.last) };
  const solidFrom = Math.min(from.last, end.first);
  const solidTo = Math.max(from.last, end.first);
  const isSure = from.last <= end.first;
  return [
    hatched(scale.x(from.first), scale.x(isSure ? solidFrom : end.last), y, kind),
    ...(isSure ? [bar(scale.x(solidFrom), scale.x(solidTo), y, kind)] : []),
    ...(isSure && end.last > end.first ? [hatched(scale.x(end.first), scale.x(end.last), y, kind)] : []),
    to ? ending(row.end, scale.x(end.last), y) : arrow(scale.x(end.last), y, kind),
  ].join('');
}

function isOneDay({ first, last }: When): boolean {
  return first === last;
}

function vague(when: When, scale: Scale, y: number, kind: string): string {
  return hatched(scale.x(when.first), scale.x(when.last + 1), y, kind);
}

/** Nothing may be read from its ends. */
function dashed(row: PictureRow, scale: Scale, y: number, now: number, kind: string): string {
  const { from, to, isOpen } = row.stretch;
  const left = scale.x(from.first);
  const right = Math.max(
    left + 14,
    scale.x((to?.last ?? (isOpen ? Math.max(now, from.last) : from.last)) + 1),
  );
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
function ending(end: PictureRow['end'], x: number, y: number): string {
  if (end === 'refused') return `<path class="vn-end" d="M${num(x + 6)} ${num(y - 4)}l8 8m0 -8l-8 8"/>`;
  return end === 'granted' ? `<path class="vn-end" d="M${num(x + 5)} ${num(y)}l4 4l7 -9"/>` : '';
}

export function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}
