/**
 * Version-control conflict markers. Each conflict is read as its first side: the rest is blanked for the
 * parser, offsets kept, and no other finding is told from the stretch.
 */

import { lineAround, spaces } from './parse/lines.js';

export interface Conflict {
  readonly start: number;
  readonly end: number;
}

export function findConflicts(text: string): Conflict[] {
  const conflicts: Conflict[] = [];
  const marker = /(?<![^\n])(?:<{7}|>{7})(?= |\r?(?:\n|$))/g;
  let start = -1;
  for (let found = marker.exec(text); found; found = marker.exec(text)) {
    if (found[0] === '<<<<<<<') {
      if (start !== -1) conflicts.push({ start, end: lineAround(text, start).end });
      start = found.index;
    } else {
      conflicts.push({ start: start === -1 ? found.index : start, end: lineAround(text, found.index).end });
      start = -1;
    }
  }
  if (start !== -1) conflicts.push({ start, end: lineAround(text, start).end });
  return conflicts;
}

export function firstSides(text: string, conflicts: readonly Conflict[]): string {
  let result = '';
  let at = 0;
  const blank = (from: number, to: number): void => {
    result += text.slice(at, from) + spaces(text.slice(from, to));
    at = to;
  };
  for (const { start, end } of conflicts) {
    const middle = /(?<![^\n])(?:={7}|\|{7})(?= |\r?(?:\n|$))/.exec(text.slice(start, end));
    blank(start, lineAround(text, start).end);
    blank(Math.max(at, middle ? start + middle.index : lineAround(text, end).start), end);
  }
  return result + text.slice(at);
}
