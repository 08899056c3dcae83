import {
  commands,
  type DocumentSymbol,
  env,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { deepEqual, equal, eventually, match, ok } from '../assert.js';
import { codeOf, findings, folder, putCursor, rangeOf, serverRuns, setLanguage } from '../case.js';
import { fillFields, fillForm, paste, press, screenshot, text } from '../driver.js';
import { answer, asked } from '../quick.js';
import { ADDED, CONNECTED, FILLED_IN, NEW_CASE } from '../walk.js';

/** From an empty folder to a case of the size of Sem'on: by forms, lists, a paste and fixes, never a character of YAML. */
describe('a whole case without YAML', () => {
  const place = () => Uri.joinPath(folder(), 'leeg');
  let document: TextDocument;

  before(async () => {
    await serverRuns();
    await setLanguage('nl');
    await workspace.fs.createDirectory(place());
  });
  after(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.fs.delete(place(), { recursive: true });
  });

  const cursorAt = async (where: string) =>
    putCursor(await window.showTextDocument(document), rangeOf(document, where).start);

  const change = async (changes: typeof FILLED_IN) => {
    for (const [where, answers] of changes) {
      await cursorAt(where);
      const done = commands.executeCommand('vangnet.editItem');
      await fillFields(answers);
      await done;
    }
  };

  it('comes to be, and has nothing to correct @page', async function () {
    this.timeout(300_000);
    this.retries(0);
    const begun = commands.executeCommand('vangnet.newCase.nl', place());
    await fillForm('Nieuwe zaak', NEW_CASE);
    await begun;
    await eventually('the case', () => window.activeTextEditor?.document.isUntitled);
    await press('Control+s');
    // The saved file takes the place of the one without a file.
    document = await eventually('the file', () => {
      const shown = window.activeTextEditor?.document;
      return shown && !shown.isUntitled && shown.uri.path.includes('/leeg/') ? shown : undefined;
    });
    await change(FILLED_IN);
    for (const [list, form, answers] of ADDED) {
      const added = commands.executeCommand('vangnet.addItem', list);
      await fillForm(form, answers);
      await added;
    }
    await change(CONNECTED);
    await screenshot('walk-text');
    console.log(document.getText());
    console.log(
      findings(document)
        .map((f) => `${f.severity} ${codeOf(f)} ${f.range.start.line + 1} ${f.message.split('\n')[0]}`)
        .join('\n'),
    );
  });
});
