/** How long VS Code itself says that our activation took: for `npm run bench -- start`, not among the tests. */

import { commands, extensions, Uri, window, workspace } from 'vscode';
import { eventually, ok } from '../assert.js';
import { openControl, writeJson } from '../control.js';
import { text } from '../driver.js';

const EXTENSION = 'vangnet.vangnet-vscode';
const ROW = '.runtime-extensions-editor .monaco-list-row:has-text("Vangnet") .activation-time';

/** What VS Code calls. */
export async function run(testsPath: string): Promise<void> {
  const control = await openControl(testsPath);
  const [file] = await workspace.findFiles('**/*.case.yaml', undefined, 1);
  ok(file, 'the workspace holds a case file');
  await window.showTextDocument(file);
  await eventually('activation', () => extensions.getExtension(EXTENSION)?.isActive === true);
  await commands.executeCommand('workbench.action.showRuntimeExtensions');
  const shown = await text(ROW);
  console.log(`[suite] activation: ${shown}`);
  const results = { stats: { passes: 1, failures: 0, pending: 0 }, failures: [] };
  await writeJson(Uri.joinPath(control.folder, 'results.json'), results);
}
