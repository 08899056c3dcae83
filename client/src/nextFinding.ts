import { type Diagnostic, languages, Selection, window } from 'vscode';
import { SOURCE } from './client.js';
import type { LanguageSetting } from './languageSetting.js';
import { inform } from './notice.js';
import { caseInFront, showCase } from './places.js';

const BLANK = 'unfilled-placeholder';

/**
 * Goes to the next thing to mend, the heaviest first, and from the last round to the first. Which one is next is told
 * by where the cursor is: after a fix the one that took its place comes.
 */
export async function nextFinding(language: LanguageSetting, by: 1 | -1): Promise<void> {
  const uri = caseInFront();
  const found = uri ? inOrder(languages.getDiagnostics(uri)) : [];
  if (!uri || found.length === 0) {
    void inform(language.word(uri ? 'nothingToMend' : 'openCaseFirst'));
    return;
  }
  const { selection } = await showCase(uri);
  const here = found.findIndex(({ range }) => range.start.isEqual(selection.active));
  const next =
    found[here === -1 ? (by === 1 ? 0 : found.length - 1) : (here + by + found.length) % found.length];
  if (!next) return;
  const editor = await showCase(uri, next.range);
  // What is typed takes the place of a blank.
  if (codeOf(next) === BLANK) editor.selection = new Selection(next.range.end, next.range.start);
  const place = `${found.indexOf(next) + 1}/${found.length}`;
  window.setStatusBarMessage(`${place}: ${next.message.split('\n')[0]}`, 8_000);
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics
    .filter(({ source }) => source === SOURCE)
    .sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
}

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
