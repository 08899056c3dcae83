/**
 * Takes a stretch of a file away, but not what a person wrote beside or between its lines: no title says that of comments.
 * They stay, each on a line of its own where the lines were.
 */

import type { CaseDocument } from '../document.js';
import type { TextEdit } from '../findings.js';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One that silences checks (suppressions.ts) is only read from now on: it would silence what comes next. */
const SILENCING = /^#[ \t]*vangnet-ignore/;

export function removal(doc: CaseDocument, eol: string, { start, end }: Stretch): TextEdit {
  const { text } = doc;
  const comments = commentsIn(doc, start, end).map((comment) => comment.replace(SILENCING, '#$&'));
  if (comments.length === 0) return { start, end, text: '' };
  const gone = text.slice(start, end);
  const isLines = columnAt(text, start) === 0;
  const pad = isLines ? (/^ */.exec(gone)?.[0] ?? '') : ' '.repeat(columnAt(text, start));
  const lines = comments.join(eol + pad);
  if (isLines) return { start, end, text: pad + lines + (gone.endsWith('\n') ? eol : '') };
  // What comes behind it goes on on a line of its own.
  const space = /\s$/.test(text.slice(0, start)) ? '' : ' ';
  return { start, end, text: space + lines + eol + pad };
}

/** One of several between brackets, with the comma that it leaves over. */
export function inFlow(count: number, place: (index: number) => Stretch, index: number): Stretch {
  const own = place(index);
  if (index + 1 < count) return { start: own.start, end: place(index + 1).start };
  return { start: index > 0 ? place(index - 1).end : own.start, end: own.end };
}

function commentsIn(doc: CaseDocument, start: number, end: number): string[] {
  const found: string[] = [];
  for (let at = start; at < end; ) {
    const placed = doc.unitAt(at);
    if (!placed) break;
    const { unit, start: base } = placed;
    for (const comment of unit.comments)
      if (base + comment.start >= start && base + comment.start < end)
        found.push(unit.text.slice(comment.start, comment.end).trimEnd());
    at = Math.max(at + 1, base + unit.text.length);
  }
  return found;
}

function columnAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
