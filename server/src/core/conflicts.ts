/**
 * Version-control conflict markers. Each conflict is read as its first side: the rest is blanked for the
 * parser, offsets kept, and no other finding is told from the stretch.
 */

import { blank, lineAround } from './parse/lines.js';

export interface Conflict {
  readonly start: number;
  readonly end: number;
}

export function findConflicts(text: string): Conflict[] {
  const conflicts: Conflict[] = [];
  const marker = /^(<{7}|>{7})(?= |\r?$)/gm;
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
  let result = text;
  for (const { start, end } of conflicts) {
    const middle = /^(?:={7}|\|{7})(?= |\r?$)/m.exec(text.slice(start, end));
    result = blank(result, start, lineAround(text, start).end);
    result = middle
      ? blank(result, start + middle.index, end)
      : blank(result, lineAround(text, end).start, end);
  }
  return result;
}
