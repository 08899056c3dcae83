import { type Diagnostic, languages, window } from 'vscode';
import { SOURCE } from './client.js';
import type { LanguageSetting } from './languageSetting.js';
import { caseInFront, showCase } from './places.js';

/**
 * Goes to the next thing to mend, the heaviest first, and from the last round to the first. Which one is next is told
 * by where the cursor is: after a fix the one that took its place comes.
 */
export async function nextFinding(language: LanguageSetting, by: 1 | -1): Promise<void> {
  const uri = caseInFront();
  const found = uri ? inOrder(languages.getDiagnostics(uri)) : [];
  if (!uri || found.length === 0) {
    void window.showInformationMessage(language.word(uri ? 'nothingToMend' : 'openCaseFirst'));
    return;
  }
  const { selection } = await showCase(uri);
  const here = found.findIndex(({ range }) => range.start.isEqual(selection.active));
  const next =
    found[here === -1 ? (by === 1 ? 0 : found.length - 1) : (here + by + found.length) % found.length];
  if (!next) return;
  await showCase(uri, next.range);
  const place = `${found.indexOf(next) + 1}/${found.length}`;
  window.setStatusBarMessage(`${place}: ${next.message.split('\n')[0]}`, 8_000);
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics
    .filter(({ source }) => source === SOURCE)
    .sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
}
