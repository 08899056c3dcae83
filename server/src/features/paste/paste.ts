/** What becomes of a text that is pasted into a case: an edit that puts it down as a person means it. */

import type { CaseDocument } from '../../core/document.js';
import type { Message, TextEdit } from '../../core/findings.js';
import type { Analysis } from '../../pipeline/analysis.js';
import { intoComment, intoText } from './into-text.js';
import { MARK, type Selection, siteAt } from './site.js';
import { intoStructure, isWhole, type Structure, structureOf } from './structure.js';

/** Longer texts are pasted as they are: no field of a case is that long, and nobody is to wait for one. */
export const MOST_PASTED = 200_000;
/** The same of case files. */
const MOST_TEXT = 2_000_000;

export interface Pasted {
  readonly as: 'text' | 'comment' | 'structure';
  readonly edit: TextEdit;
}

/** Why a text goes in as it is, where that is worth saying. */
export interface Unfit {
  readonly problem: Message;
}

export function tooLong(): Unfit {
  return { problem: { key: 'paste.too-long', args: { most: MOST_PASTED } } };
}

/** Undefined where pasting the text as it is does the same, or where it can't be told what is meant. */
export function pasteAt(
  { document, draft }: Pick<Analysis, 'document' | 'draft'>,
  selection: Selection,
  raw: string,
): Pasted | Unfit | undefined {
  if (isNoText(raw)) return { problem: { key: 'paste.no-text' } };
  if (raw.length > MOST_PASTED) return tooLong();
  if (!canPaste(document, selection, raw)) return undefined;
  const structure = structureOf(raw);
  const pasted = pastedAs(document, selection, raw, structure, draft);
  if (pasted) return changesNothing(document, selection, pasted.edit, raw) ? undefined : pasted;
  const isCase = structure?.kind === 'file' && structure.keys.some(isWhole) && document.entries.length > 0;
  return isCase ? { problem: { key: 'paste.whole-case' } } : undefined;
}

function pastedAs(
  document: CaseDocument,
  selection: Selection,
  raw: string,
  structure: Structure | undefined,
  { style }: Analysis['draft'],
): Pasted | undefined {
  const as = (kind: Pasted['as'], edit: TextEdit | undefined) => edit && { as: kind, edit };
  const site = siteAt(document, selection);
  if (site?.at === 'comment') return as('comment', intoComment(site, document, raw, style.eol));
  const inText = site && as('text', intoText(site, document, raw, style));
  if (inText) return inText;
  return structure && as('structure', intoStructure(document, selection, structure, style));
}

/** Half of it can't be read: a picture, a program. */
function isNoText(raw: string): boolean {
  if (raw.includes('\0')) return true;
  const odd = raw.match(/(?![\t\n\v\f\r\u0085])\p{Cc}|\uFFFD/gu)?.length ?? 0;
  return odd > raw.length / 20;
}

function canPaste({ text, conflicts }: CaseDocument, { start, end }: Selection, raw: string): boolean {
  if (raw.trim() === '' || text.length > MOST_TEXT || conflicts.length > 0) return false;
  if (text.includes(MARK) || raw.includes(MARK)) return false;
  if (start > end || end > text.length) return false;
  if ([start, end].some((at) => text[at - 1] === '\r' && text[at] === '\n')) return false;
  // A whole line of this file, as copying without a selection gives it: VS Code puts it above the cursor's line.
  return start !== end || !/^[^\r\n]+\r?\n$/.test(raw) || !`\n${text}`.includes(`\n${raw.trimEnd()}`);
}

/** Would pasting the text as it is give the same? Then that is what happens, with all that the editor does for it. */
function changesNothing(
  { text, eol }: CaseDocument,
  { start, end }: Selection,
  edit: TextEdit,
  raw: string,
): boolean {
  const plain = raw.replaceAll(/\r\n?|\n/g, eol);
  const as = (one: TextEdit) =>
    text.slice(Math.min(start, edit.start), one.start) +
    one.text +
    text.slice(one.end, Math.max(end, edit.end));
  return as(edit) === as({ start, end, text: plain });
}
