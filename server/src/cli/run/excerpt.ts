/**
 * The lines of a case file that its findings touch, with their places: enough to report the findings elsewhere exactly
 * as here, and no more of the case than that.
 */

import type { CaseDocument } from '../../core/document.js';
import type { PlainFinding, PlainResult } from './result.js';

/** Number of the line, offset of its start, its text: in the order of the file. */
export type Excerpt = readonly (readonly [line: number, start: number, text: string])[];

export function excerptOf({ lines, text }: CaseDocument, result: PlainResult): Excerpt {
  const touched = new Set<number>();
  const all = [...result.findings, ...result.suppressed.map(({ finding }) => finding)];
  for (const offset of all.flatMap(offsetsOf)) touched.add(lines.lineAt(offset));
  return [...touched]
    .sort((a, b) => a - b)
    .map((line) => [line, lines.lineStart(line), text.slice(lines.lineStart(line), lines.lineEnd(line))]);
}

function offsetsOf({ start, end, related = [], fixes = [] }: PlainFinding): number[] {
  const edits = fixes.flatMap((fix) => fix.edits);
  return [{ start, end }, ...related, ...edits].flatMap((place) => [place.start, place.end]);
}

/** A text in which those lines stand where they stood; what was between them is blank. */
export function textOf(excerpt: Excerpt): string {
  let text = '';
  let at = 0;
  for (const [line, start, own] of excerpt) {
    text += blank(start - text.length, line - at) + own;
    at = line;
  }
  return text;
}

/** So many characters with so many line breaks; where lines lie between, those hold what is more than the breaks. */
function blank(length: number, breaks: number): string {
  if (length <= breaks) return '\n'.repeat(breaks);
  // With one break there is only the file's first line before, or it is one of two characters.
  if (breaks <= 1 && length > 2) return ' '.repeat(length - breaks) + '\n'.repeat(breaks);
  return `\r\n${' '.repeat(length - breaks - 1)}${'\n'.repeat(breaks - 1)}`;
}
