import { extensions, Uri, window, workspace } from 'vscode';
import { equal, eventually, ok } from '../assert.js';
import { EXTENSION } from '../case.js';
import { screenshot, text } from '../driver.js';

describe('Vangnet in the editor', () => {
  it('activates on a case file', async () => {
    const [file] = await workspace.findFiles('**/*.case.yaml', undefined, 1);
    ok(file, 'the workspace holds a case file');
    const document = await workspace.openTextDocument(file);
    await window.showTextDocument(document);

    equal(document.languageId, 'vangnet-case');
    const extension = extensions.getExtension(EXTENSION);
    ok(extension, 'the extension is there');
    await eventually('activation', () => extension.isActive);
  });

  it('leaves other YAML alone', async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    ok(folder, 'a folder is open');
    const other = Uri.joinPath(folder, 'other.yaml');
    await workspace.fs.writeFile(other, new TextEncoder().encode('claim: 1\n'));
    const document = await workspace.openTextDocument(other);
    ok(document.languageId !== 'vangnet-case', `language ${document.languageId}`);
    await workspace.fs.delete(other);
  });

  it('shows the case file with its language in the status bar @page', async () => {
    const [file] = await workspace.findFiles('**/*.case.yaml', undefined, 1);
    ok(file, 'the workspace holds a case file');
    await window.showTextDocument(file);
    const status = await text('.statusbar [id="status.editor.mode"]');
    equal(status?.trim(), 'Vangnet case (zaak)');
    await screenshot('smoke');
  });
});
