import {
  type Range,
  Selection,
  type TabGroup,
  TabInputText,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
} from 'vscode';
import { CASE_LANGUAGE } from './client.js';
import type { LanguageSetting } from './languageSetting.js';
import { inform } from './notice.js';

/** The case of the preview that has the focus, which is no text editor. */
let previewed: Uri | undefined;

export function setPreviewInFront(uri: Uri | undefined): void {
  previewed = uri;
}

/** The case in front, also where the overview or the preview has the focus. */
export function caseInFront(): Uri | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const editor = editors.find((one) => one?.document.languageId === CASE_LANGUAGE);
  return window.activeTextEditor === undefined ? (previewed ?? editor?.document.uri) : editor?.document.uri;
}

/** The same for a command that needs one: where there is none, the person is told to open one first. */
export function caseInFrontOrTell(language: LanguageSetting): Uri | undefined {
  const uri = caseInFront();
  if (!uri) void inform(language.word('openCaseFirst'));
  return uri;
}

/** An editor in sight that shows it. */
export function editorOf(uri: Uri | string): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => String(document.uri) === String(uri));
}

/**
 * Shows a case where it is open already, never over the preview that is beside it.
 * @param range where the cursor goes, in sight
 */
export async function showCase(uri: Uri, range?: Range): Promise<TextEditor> {
  const editor = await window.showTextDocument(uri, { viewColumn: columnOf(uri) });
  if (range) {
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
  return editor;
}

/** The group of editors in which it has a tab; documents that nobody sees stay in memory for a while. */
export function groupOf(uri: Uri | undefined): TabGroup | undefined {
  return window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && String(input.uri) === String(uri)),
  );
}

function columnOf(uri: Uri): ViewColumn {
  return groupOf(uri)?.viewColumn ?? (window.activeTextEditor ? ViewColumn.Active : ViewColumn.One);
}
