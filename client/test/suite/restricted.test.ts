import { commands, type TextDocument, Uri, window, workspace } from 'vscode';
import { equal, eventually, ok } from '../assert.js';
import { findings, setLanguage } from '../case.js';
import { click, hover, press, screenshot, text } from '../driver.js';
import { registerMemory } from '../memory.js';
import { STATUS } from '../status.js';

const LETTERS = 'supporting-letters-missing';

/** Two folders, the second with a configuration of its own, opened without trust. */
describe('two folders that are not trusted', () => {
  let samples: TextDocument;
  let archive: TextDocument;

  before(async () => {
    await setLanguage('nl');
    const [first, second] = workspace.workspaceFolders ?? [];
    ok(first && second, 'two folders are open');
    samples = await workspace.openTextDocument(Uri.joinPath(first.uri, 'semon-weak.case.yaml'));
    archive = await workspace.openTextDocument(Uri.joinPath(second.uri, 'oud.case.yaml'));
    await window.showTextDocument(samples, { preview: false });
    await window.showTextDocument(archive, { preview: false });
  });

  it('have their cases checked', async () => {
    equal(workspace.isTrusted, false, 'restricted mode');
    for (const document of [samples, archive])
      await eventually('findings', () => findings(document).length > 0);
  });

  it('have their configuration left unread, and nobody looks for the files that a case names', async () => {
    await eventually(
      'the check that the configuration turns off speaks',
      () => findings(archive, LETTERS).length > 0,
    );
    equal(findings(archive, 'file-not-found').length, 0);
  });

  it('say so in the status bar @page', async () => {
    const shown = await eventually('the status', () => text(STATUS));
    ok(shown.includes('beperkte modus'), shown);
    await screenshot('restricted');
  });

  it('say why beside the language of the file, with the way to trust the folder @page', async () => {
    const entry = await trustEntry((shown) => shown?.includes('niet vertrouwd') === true);
    ok(entry.includes('Map vertrouwen'), entry);
    await screenshot('trust-status');
    await hover('.tabs-and-actions-container');
  });

  describe('then trusted', () => {
    before(async function () {
      // Only a person can do it, by a click: no command trusts a folder.
      await commands.executeCommand('workbench.trust.manage');
      if ((await text('.workspace-trust-editor')) === undefined) this.skip();
      await click('.workspace-trust-editor a.monaco-button:has-text("Trust")');
      await eventually('trust', () => workspace.isTrusted);
      await press('Escape');
      await window.showTextDocument(archive, { preview: false });
    });

    it('have their configuration read at once, each for its own cases', async () => {
      await eventually(
        'the check is off in the second folder',
        () => findings(archive, LETTERS).length === 0,
      );
      equal(findings(samples, LETTERS).length, 1, 'and on in the first');
    });

    it('have the files looked for that a case names', async () => {
      await eventually('the missing file', () => findings(archive, 'file-not-found').length === 1);
    });

    it('are joined by one that is on no disk, with its own cases checked', async () => {
      const scheme = 'vangnet-memory';
      const content = new TextEncoder().encode(archive.getText());
      const registered = registerMemory(scheme, new Map([['/zaak.case.yaml', content]]));
      const uri = Uri.from({ scheme, path: '/' });
      ok(workspace.updateWorkspaceFolders(2, 0, { uri, name: 'elders' }), 'added');
      const document = await workspace.openTextDocument(Uri.joinPath(uri, 'zaak.case.yaml'));
      await window.showTextDocument(document, { preview: false });
      await eventually('findings', () => findings(document, LETTERS).length === 1);
      equal(findings(document, 'file-not-found').length, 0, 'nobody can look for files there');
      registered.dispose();
    });

    it('no longer say that they are not trusted', async () => {
      await eventually('the status', async () => !((await text(STATUS)) ?? '').includes('beperkte'));
      await trustEntry((shown) => shown?.includes('niet vertrouwd') === false);
      await hover('.tabs-and-actions-container');
    });
  });
});

/** What opens at the language in the status bar, once it is as expected. */
function trustEntry(isExpected: (shown: string | undefined) => boolean): Promise<string> {
  return eventually('what is told beside the language', async () => {
    await hover('.statusbar-item[id="status.languageStatus"]');
    const shown = await text('.hover-language-status');
    return isExpected(shown) ? (shown ?? '') : undefined;
  });
}
