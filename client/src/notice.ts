import { window } from 'vscode';
import { plain } from './shownText.js';

/** The only way to a notice: whatever stands in the text is shown and does nothing. The button that was pressed. */
export function inform(text: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showInformationMessage(plain(text), ...buttons);
}

export function warn(text: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showWarningMessage(plain(text), ...buttons);
}

export function alarm(text: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showErrorMessage(plain(text), ...buttons);
}
