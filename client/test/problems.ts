import { commands } from 'vscode';
import { press } from './driver.js';

/**
 * Shows in the list of problems only what holds the typed text. The list holds more than fits on the screen, and only
 * what is in sight is on the page.
 */
export async function filterProblems(typed: string): Promise<void> {
  await commands.executeCommand('problems.action.clearFilterText');
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await commands.executeCommand('workbench.actions.view.problems');
  await press(`Control+f ${[...typed].join(' ')}`);
}

export async function showAllProblems(): Promise<void> {
  await commands.executeCommand('problems.action.clearFilterText');
}
