// @ts-check
/** Finds a text or a regular expression in one text. Pure, so that it can be tested without a worker. */
import { EditorError } from './errors.mjs';

/**
 * @typedef {{
 *   pattern: string, isRegExp: boolean, isCaseSensitive: boolean, isWordMatch: boolean, isMultiline: boolean,
 * }} TextQuery
 * @typedef {{ line: number, character: number }} Position
 * @typedef {{ start: Position, end: Position, preview: string, previewStart: number, previewEnd: number }} Match
 */

const previewBefore = 80;
const previewLength = 400;

/**
 * @param {TextQuery} query
 * @returns {RegExp}
 */
export function expressionOf(query) {
  const source = query.isRegExp ? query.pattern : query.pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const words = query.isWordMatch ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source;
  const flags = `g${query.isCaseSensitive ? '' : 'i'}${query.isMultiline ? 'm' : ''}`;
  try {
    return new RegExp(words, `${flags}u`);
  } catch {
    return withoutUnicode(source, flags, query.isWordMatch);
  }
}

/**
 * What the editor's search box takes, such as `\-`, is not always right under the `u` flag.
 * @param {string} source
 * @param {string} flags
 * @param {boolean} isWordMatch
 */
function withoutUnicode(source, flags, isWordMatch) {
  try {
    return new RegExp(isWordMatch ? `\\b(?:${source})\\b` : source, flags);
  } catch {
    throw new EditorError('EINVAL');
  }
}

/**
 * @param {string} text without byte-order mark
 * @param {RegExp} expression from `expressionOf`
 * @param {boolean} isMultiline
 * @returns {Generator<Match>}
 */
export function* matchesIn(text, expression, isMultiline) {
  const lines = text.split(/\r\n|\r|\n/);
  if (isMultiline) yield* matchesAcross(lines, expression);
  else {
    for (const [line, content] of lines.entries()) {
      for (const match of content.matchAll(expression)) {
        const end = match.index + match[0].length;
        if (end > match.index)
          yield matchAt(lines, { line, character: match.index }, { line, character: end });
      }
    }
  }
}

/**
 * The editor writes a line break as `\n` in its search box, whatever the file has.
 * @param {string[]} lines
 * @param {RegExp} expression
 * @returns {Generator<Match>}
 */
function* matchesAcross(lines, expression) {
  let line = 0;
  let lineStart = 0;
  /** @param {number} offset never before the last one */
  const positionAt = (offset) => {
    while (offset > lineStart + (lines[line]?.length ?? 0)) {
      lineStart += (lines[line]?.length ?? 0) + 1;
      line++;
    }
    return { line, character: offset - lineStart };
  };
  for (const match of lines.join('\n').matchAll(expression)) {
    if (match[0] === '') continue;
    const start = positionAt(match.index);
    yield matchAt(lines, start, positionAt(match.index + match[0].length));
  }
}

/**
 * A match with a stretch of its first line around it: a line can be far longer than what is shown.
 * @param {string[]} lines
 * @param {Position} start
 * @param {Position} end
 * @returns {Match}
 */
function matchAt(lines, start, end) {
  const content = lines[start.line] ?? '';
  const from = start.character > previewLength / 2 ? start.character - previewBefore : 0;
  const preview = content.slice(from, from + previewLength);
  const last = end.line === start.line ? end.character - from : preview.length;
  return {
    start,
    end,
    preview,
    previewStart: start.character - from,
    previewEnd: Math.min(last, preview.length),
  };
}
