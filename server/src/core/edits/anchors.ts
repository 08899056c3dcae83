/** Anchors and aliases in what an edit takes away. */

import type { TextEdit } from '../findings.js';
import { applyEdits } from './draft.js';

const ANCHOR = /(?<![^\s[{,])&([^\s[\]{},]+)/g;
const ALIAS = /(?<![^\s[{,])\*([^\s[\]{},]+)/g;

/** Would an anchor go, and an alias of it stay, which then stands for nothing? */
export function cutsOffAnAlias(text: string, edits: readonly TextEdit[]): boolean {
  const gone = new Set(edits.flatMap(({ start, end }) => namesIn(text.slice(start, end), ANCHOR)));
  for (const edit of edits) for (const name of namesIn(edit.text, ANCHOR)) gone.delete(name);
  return gone.size > 0 && namesIn(applyEdits(text, edits), ALIAS).some((name) => gone.has(name));
}

function namesIn(text: string, form: RegExp): string[] {
  return [...text.matchAll(form)].map(([, name]) => name as string);
}
