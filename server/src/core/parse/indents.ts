/** Lines that begin with a tab, at the wrong column, or with a dash that has no space behind it. */

import type { Mend } from '../tree.js';
import type { Detective } from './detective.js';
import {
  afterDashes,
  columnOf,
  isBlank,
  keyOnLine,
  lineWithContent,
  nextLine,
  previousLine,
  skipSpaces,
  type TextLine,
} from './lines.js';

export const tabs: Detective = (text, error) => {
  const line = lineWithContent(text, error.start);
  const at = [previousLine(text, line), line, nextLine(text, line)].find(
    (l) => l && !isBlank(l) && indentHasTab(text, l),
  );
  if (!at) return undefined;
  let first = at;
  for (
    let l = previousLine(text, first);
    l && !isBlank(l) && indentHasTab(text, l);
    l = previousLine(text, l)
  )
    first = l;
  const lines = [first, ...linesBelow(text, first, (l) => indentHasTab(text, l))];
  const last = lines.at(-1) as TextLine;
  const problem = {
    kind: 'tab-indent',
    start: first.start,
    end: first.content,
    mends: [tabsToSpaces(text, lines)],
  };
  return { problem, blankStart: first.start, blankEnd: last.end };
};

function indentHasTab(text: string, line: TextLine): boolean {
  return text.slice(line.start, line.content).includes('\t');
}

/** The lines right below for which this holds, up to the first for which it doesn't. */
function linesBelow(text: string, line: TextLine, holds: (line: TextLine) => boolean): TextLine[] {
  const lines: TextLine[] = [];
  for (let l = nextLine(text, line); l && !isBlank(l) && holds(l); l = nextLine(text, l)) lines.push(l);
  return lines;
}

/** As many spaces as line the first up with what stands above it; the others keep their distance from it. */
function tabsToSpaces(text: string, lines: readonly TextLine[]): Mend {
  const first = lines[0] as TextLine;
  const width = (line: TextLine) => text.slice(line.start, line.content).replaceAll('\t', '  ').length;
  const base = columnBelow(text, first) ?? width(first);
  const edits = lines.map((line) => ({
    start: line.start,
    end: line.content,
    text: ' '.repeat(Math.max(0, base + width(line) - width(first))),
  }));
  return { kind: 'tabs-to-spaces', safe: true, edits };
}

/** The column at which a line goes on with what stands above it; undefined where nothing does. */
function columnBelow(text: string, line: TextLine): number | undefined {
  const above = previousLine(text, line);
  if (!above || isBlank(above)) return undefined;
  if (/:\s*(?:#.*)?$/s.test(text.slice(above.content, above.end))) return columnOf(text, above) + 2;
  if (text[line.content] !== '-') return columnOf(text, above);
  // A further item stands below the dash of the one before.
  let item: TextLine | undefined = above;
  while (item && text[item.content] !== '-') item = previousLine(text, item);
  return item ? item.content - item.start : columnOf(text, above);
}

/** `-id: x`: a dash that has no space behind it, with the fields below it. */
export const dashWithoutSpace: Detective = (text, error) => {
  const line = lineWithContent(text, error.start);
  if (!/^-[A-Za-z][\w-]*:(?:\s|$)/.test(text.slice(line.content, line.end))) return undefined;
  const column = line.content - line.start;
  const fields = linesBelow(text, line, (l) => l.content - l.start > column);
  const shift = column + 2 - (fields[0] ? fields[0].content - fields[0].start : column + 2);
  const edits = [
    { start: line.content + 1, end: line.content + 1, text: ' ' },
    ...(shift > 0 ? fields.map((l) => ({ start: l.start, end: l.start, text: ' '.repeat(shift) })) : []),
  ];
  const problem = {
    kind: 'dash-without-space',
    start: line.content,
    end: line.content + 1,
    mends: shift < 0 ? [] : [{ kind: 'space-after-dash', safe: false, edits }],
  };
  return { problem, blankStart: line.content, blankEnd: (fields.at(-1) ?? line).end };
};

const INDENT_ERRORS: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'UNEXPECTED_TOKEN',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
]);

/** A line that sets a field but is not in line with its neighbours, with those below that stand like it. */
export const indentation: Detective = (text, error) => {
  if (!INDENT_ERRORS.has(error.code)) return undefined;
  const line = outOfLine(text, lineWithContent(text, error.start));
  const key = keyOnLine(text, line);
  const dash = text[line.content] === '-';
  if (!key && !dash) return undefined;
  const column = line.content - line.start;
  const like = linesBelow(
    text,
    line,
    (l) =>
      !dash && l.content - l.start === column && text[l.content] !== '-' && keyOnLine(text, l) !== undefined,
  );
  const mends: Mend[] = neighbourColumns(text, line, like.at(-1) ?? line)
    .filter((c) => c !== column)
    .map((c) => ({
      kind: 'indent-like-neighbours',
      safe: false,
      edits: [line, ...like].map((l) => ({ start: l.start, end: l.content, text: ' '.repeat(c) })),
    }));
  const end = key ? key.colon : Math.min(line.content + 1, line.end);
  return {
    problem: { kind: 'bad-indent', start: key?.start ?? line.content, end, mends },
    blankStart: afterDashes(text, line),
    blankEnd: (like.at(-1) ?? line).end,
  };
};

/**
 * Below `id: x`, which has its value already, a field further to the right is the one that is out of line; below the
 * first field of an item, one between it and its dash.
 */
function outOfLine(text: string, line: TextLine): TextLine {
  const key = keyOnLine(text, line);
  const below = nextLine(text, line);
  if (!key || !below || skipSpaces(text, key.colon + 1) >= line.end || !keyOnLine(text, below)) return line;
  const [own, other] = [columnOf(text, line), columnOf(text, below)];
  const isBetween = text[line.content] === '-' && other < own && other > line.content - line.start;
  return other > own || isBetween ? below : line;
}

/** The indentation of the nearest lines of the same sort above and below, nearest column first. */
function neighbourColumns(text: string, first: TextLine, last: TextLine): number[] {
  const wanted = text[first.content] === '-';
  const columns = new Set<number>();
  for (const [step, from] of [
    [previousLine, first],
    [nextLine, last],
  ] as const) {
    let at = step(text, from);
    for (let tries = 0; at && tries < 12; tries++, at = step(text, at)) {
      if (isBlank(at) || text[at.content] === '#') continue;
      columns.add(wanted && text[at.content] === '-' ? at.content - at.start : columnOf(text, at));
      break;
    }
  }
  const own = first.content - first.start;
  return [...columns].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
}
