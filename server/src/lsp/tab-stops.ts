/**
 * Blanks of inserted text as tab stops, for editors that know snippets in edits (LSP 3.18). A stop keeps its braces
 * until something is typed over it, so that a blank that was passed over is still told of. Where there is no blank, the
 * cursor goes to the inserted lines, since they may stand out of sight.
 */

import { TextEdit as LspTextEdit, type SnippetTextEdit } from 'vscode-languageserver';
import type { CaseDocument } from '../core/document.js';
import type { TextEdit } from '../core/findings.js';
import type { Lines } from './positions.js';

const BLANK = /\{\{[^{}\n]*\}\}/g;

export interface StopOptions {
  /** This text is a stop too: a reason that is still to be written. */
  readonly text?: string | undefined;
  /**
   * Where the person is, as an offset: of lines inserted below it the end is shown, of lines above it the beginning, so
   * that an editor that scrolls no further than it must shows them all. Without it the cursor stays.
   */
  readonly from?: number | undefined;
}

export function withTabStops(
  { lines: own, text }: CaseDocument,
  lines: Lines,
  edits: readonly TextEdit[],
  { text: isStop, from }: StopOptions = {},
): (LspTextEdit | SnippetTextEdit)[] {
  let stop = 0;
  const hasBlank = edits.some((edit) => splitAround(edit.text, isStop).some(({ isBlank }) => isBlank));
  const shown = hasBlank || from === undefined ? undefined : edits.find(isInsertedLines);
  const marked = (inserted: string) =>
    splitAround(inserted, isStop)
      .map(({ part, isBlank }) => (isBlank ? `\${${++stop}:${escaped(part)}}` : escaped(part)))
      .join('');
  const made = edits.map((edit): LspTextEdit | SnippetTextEdit => {
    const range = (start: number) => lines.range(start, edit.end);
    const whole = fromLineStart(edit, edits, own.lineStart(own.lineAt(edit.start)));
    // What was there before is no blank of ours: an edit that moves text moves its blanks as they are.
    const isNew = !text.slice(edit.start, edit.end).includes('{{');
    const snippet = (value: string): SnippetTextEdit => ({
      range: range(whole ?? edit.start),
      snippet: { kind: 'snippet', value: escaped(text.slice(whole, edit.start)) + value },
    });
    if (whole !== undefined && edit === shown) return snippet(withCursor(edit, from ?? 0));
    if (!isNew || whole === undefined || !splitAround(edit.text, isStop).some(({ isBlank }) => isBlank))
      return LspTextEdit.replace(range(edit.start), edit.text);
    return snippet(marked(edit.text));
  });
  if (!made.some((edit) => 'snippet' in edit)) return made;
  // Beside a snippet the other lines are put in as snippets too, and indented as such.
  const isOther = (index: number) =>
    !('snippet' in (made[index] as object)) && edits[index]?.text.includes('\n') === true;
  const starts = edits.map((edit) => fromLineStart(edit, edits, own.lineStart(own.lineAt(edit.start))));
  const areSafe = edits.every((_, index) => !isOther(index) || starts[index] !== undefined);
  return edits.map(({ start, end, text: added }, index) => {
    if (!areSafe) return LspTextEdit.replace(lines.range(start, end), added);
    const from = starts[index];
    if (!isOther(index) || from === undefined) return made[index] as LspTextEdit;
    // As one of our own making: VS Code trims what is no snippet to what differs, which begins in the line.
    const value = escaped(text.slice(from, start) + added);
    return { range: lines.range(from, end), snippet: { kind: 'snippet', value } };
  });
}

function isInsertedLines({ start, end, text }: TextEdit): boolean {
  return start === end && text.trim().includes('\n');
}

function withCursor({ start, text }: TextEdit, from: number): string {
  const at = start >= from ? text.trimEnd().length : text.search(/\S/);
  return `${escaped(text.slice(0, at))}$0${escaped(text.slice(at))}`;
}

/**
 * VS Code indents each further line of a snippet by the blanks before its first: so it begins at the start of the
 * line, where there are none. Undefined where another edit stands in between.
 */
function fromLineStart(edit: TextEdit, edits: readonly TextEdit[], lineStart: number): number | undefined {
  if (!edit.text.includes('\n')) return edit.start;
  const isTaken = edits.some(
    (other) => other !== edit && other.end >= lineStart && other.start <= edit.start,
  );
  return isTaken ? undefined : lineStart;
}

function splitAround(text: string, isStop: string | undefined): { part: string; isBlank: boolean }[] {
  const parts: { part: string; isBlank: boolean }[] = [];
  let at = 0;
  const add = (start: number, end: number) => {
    parts.push(
      { part: text.slice(at, start), isBlank: false },
      { part: text.slice(start, end), isBlank: true },
    );
    at = end;
  };
  for (const found of text.matchAll(BLANK)) add(found.index, found.index + found[0].length);
  const reason = isStop === undefined ? -1 : text.indexOf(isStop, at);
  if (isStop !== undefined && reason !== -1) add(reason, reason + isStop.length);
  parts.push({ part: text.slice(at), isBlank: false });
  return parts;
}

export function escaped(text: string): string {
  return text.replaceAll(/[\\$}]/g, '\\$&');
}
