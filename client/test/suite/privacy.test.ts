import { commands, TabInputTextDiff, type TextDocument, Uri, window, workspace } from 'vscode';
import { equal, eventually, ok } from '../assert.js';
import { closeCase, folder, HEAD, openCase, serverRuns, setLanguage } from '../case.js';
import { click, notices, screenshot } from '../driver.js';

/** What others may do with a case: send it away, or write it too. */
describe('real data', () => {
  before(async () => {
    await serverRuns();
    await setLanguage('nl');
    await commands.executeCommand('notifications.clearAll');
  });
  after(closeCase);

  it('brings a notice @page', async () => {
    await openCase(HEAD.replace('fictional', 'real'));
    await eventually('the notice', async () => (await notices()).includes('Deze zaak bevat echte gegevens'));
  });

  it('has a page that tells what may send it away', async () => {
    const uri = Uri.from({
      scheme: 'vangnet-sharing',
      path: '/Vangnet.md',
      query: 'file:///c/OneDrive/a.case.yaml',
    });
    const page = (await workspace.openTextDocument(uri)).getText();
    ok(page.includes('gesynchroniseerd met OneDrive'), page);
    ok(page.includes('Vangnet zelf verstuurt niets'), page);
  });
});

for (const [where, place] of [
  ['in the folder', () => folder()],
  ['outside it', () => Uri.joinPath(folder(), '..', 'elders')],
] as const)
  changedOnDisk(where, place);

function changedOnDisk(where: string, place: () => Uri): void {
  describe(`a case ${where} that changes on the disk under unsaved text`, () => {
    let document: TextDocument;
    let uri: Uri;

    before(async () => {
      await serverRuns();
      await setLanguage('nl');
      await commands.executeCommand('notifications.clearAll');
      uri = Uri.joinPath(place(), 'schijf.case.yaml');
      await workspace.fs.writeFile(uri, new TextEncoder().encode(HEAD));
      document = await workspace.openTextDocument(uri);
      const editor = await window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(document.positionAt(HEAD.length), '# van mij\n'));
    });
    after(async () => {
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await window.showTextDocument(document);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await workspace.fs.delete(uri);
    });

    it('stays as it is, is told of, and can be compared @page', async () => {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(`${HEAD}# van een ander\n`));
      await eventually('the notice', async () => (await notices()).includes('op de schijf veranderd'));
      equal(document.getText(), `${HEAD}# van mij\n`);
      await click('.notifications-center .monaco-button:has-text("Vergelijken")');
      const compared = await eventually('both beside each other', () => {
        const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
        return input instanceof TabInputTextDiff ? input : undefined;
      });
      equal(String(compared.modified), String(uri));
      const onDisk = await workspace.openTextDocument(compared.original);
      equal(onDisk.getText(), `${HEAD}# van een ander\n`);
      equal(document.getText(), `${HEAD}# van mij\n`);
      await screenshot('compare');
      await commands.executeCommand('notifications.clearAll');
    });
  });
}
