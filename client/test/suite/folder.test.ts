import { commands, languages, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { equal, eventually, ok } from '../assert.js';

const TEXT = `vangnet: 1
case: {id: t, title: T, jurisdiction: nl, confidentiality: fictional}
persons: [{id: a, name: A, role: applicant}]
documents:
  - {id: d, kind: other, title: Krant, file: stukken/krant.pdf}
`;

/** Files that nobody has opened: checked when the person wants it, and followed. */
describe('The whole folder', () => {
  let folder: Uri;
  const at = (name: string) => Uri.joinPath(folder, 'heel', name);
  const write = (name: string, text: string) =>
    workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  const codes = (name: string) =>
    languages
      .getDiagnostics(at(name))
      .filter(({ source }) => source === 'vangnet')
      .map(({ code }) => String(typeof code === 'object' ? code.value : code));
  const settings = () => workspace.getConfiguration('vangnet');

  before(async () => {
    const root = workspace.workspaceFolders?.[0]?.uri;
    ok(root, 'a folder is open');
    folder = root;
    await write('een.case.yaml', TEXT.replace('role: applicant', 'role: niemand'));
    await write('twee.case.yaml', TEXT);
    await write('stukken/krant.pdf', '');
    // Any case file starts the server.
    await window.showTextDocument(Uri.joinPath(root, 'minimal.case.yaml'));
  });
  after(async () => {
    await settings().update('check.files', undefined, true);
    await workspace.fs.delete(at(''), { recursive: true });
  });

  it('is left alone as long as nobody asks for it', async () => {
    const opened = await window.showTextDocument(at('twee.case.yaml'));
    await eventually('findings of the open file', () => codes('twee.case.yaml').length > 0);
    equal(codes('een.case.yaml').length, 0);
    ok(opened, 'the file is open');
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually('a closed file has none', () => codes('twee.case.yaml').length === 0);
  });

  it('is checked by the command, and then follows the disk', async () => {
    await commands.executeCommand('vangnet.checkFolder');
    await eventually('findings of a file that is not open', () =>
      codes('een.case.yaml').includes('unknown-value'),
    );
    ok(codes('twee.case.yaml').length > 0, 'the other one too');
    await write('een.case.yaml', TEXT);
    await eventually('the disk is followed', () => !codes('een.case.yaml').includes('unknown-value'));
    await write('drie.case.yaml', TEXT.replace('role: applicant', 'role: niemand'));
    await eventually('a new file', () => codes('drie.case.yaml').includes('unknown-value'));
    await workspace.fs.delete(at('drie.case.yaml'));
    await eventually('a deleted file', () => codes('drie.case.yaml').length === 0);
  });

  it('is followed by the setting, there and back', async () => {
    await settings().update('check.files', 'all', true);
    await eventually('findings', () => codes('een.case.yaml').length > 0);
    await settings().update('check.files', 'open', true);
    await eventually('none', () => codes('een.case.yaml').length === 0);
  });

  it('takes the paths along when a file is moved', async () => {
    const edit = new WorkspaceEdit();
    edit.renameFile(at('stukken'), at('post'));
    ok(await workspace.applyEdit(edit), 'moved');
    let document: TextDocument | undefined;
    await eventually('the path is changed', async () => {
      document = await workspace.openTextDocument(at('een.case.yaml'));
      return document.getText().includes('file: post/krant.pdf');
    });
    await document?.save();
  });

  it('is searched for symbols', async () => {
    const found = await eventually('symbols', async () => {
      const symbols = await commands.executeCommand<{ name: string; location: { uri: Uri } }[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'Krant',
      );
      const ours = symbols.filter(({ location: { uri } }) => uri.path.includes('/heel/'));
      return ours.length >= 2 ? ours : undefined;
    });
    ok(
      found.every(({ name }) => name === 'Krant'),
      'by their titles',
    );
  });
});
