import { commands, extensions, type Hover, languages, Position, Uri, window, workspace } from 'vscode';
import { equal, eventually, ok } from '../assert.js';

/**
 * Most people who edit YAML have the extension by Red Hat, and some tell VS Code that every *.yaml is YAML: the runs of
 * this suite have both (a stand-in for the former, see client/test/beside/).
 */
describe('beside the YAML extension by Red Hat', () => {
  let folder: Uri;

  before(async () => {
    ok(extensions.getExtension('redhat.vscode-yaml'), 'it is installed');
    const first = workspace.workspaceFolders?.[0]?.uri;
    ok(first, 'a folder is open');
    folder = first;
    const associations = workspace.getConfiguration('files').inspect<object>('associations')?.globalValue;
    ok(associations && '*.yaml' in associations, 'the person has an association for *.yaml');
  });

  it('leaves ordinary YAML to it', async () => {
    const uri = Uri.joinPath(folder, 'compose.yaml');
    await workspace.fs.writeFile(uri, new TextEncoder().encode('a: 1\n'));
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    equal(document.languageId, 'yaml');
    await eventually('its finding', () =>
      languages.getDiagnostics(uri).some(({ source }) => source === 'YAML'),
    );
    equal(
      languages.getDiagnostics(uri).some(({ source }) => source === 'vangnet'),
      false,
    );
    await workspace.fs.delete(uri);
  });

  for (const name of ['semon-weak.case.yaml', 'nieuw.zaak.yml', 'vangnet.config.yaml'])
    it(`has ${name} for itself`, async () => {
      const uri = Uri.joinPath(folder, name);
      const isNew = name !== 'semon-weak.case.yaml';
      if (isNew) await workspace.fs.writeFile(uri, new TextEncoder().encode('onzin: 1\n'));
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document);
      ok(document.languageId.startsWith('vangnet-'), `language: ${document.languageId}`);
      await eventually('our findings', () => languages.getDiagnostics(uri).length > 0);
      equal(
        languages.getDiagnostics(uri).every(({ source }) => source === 'vangnet'),
        true,
      );
      const hovers = await commands.executeCommand<Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new Position(0, 0),
      );
      ok(!JSON.stringify(hovers).includes('general YAML'), 'no hover of the other');
      if (isNew) await workspace.fs.delete(uri);
    });
});
