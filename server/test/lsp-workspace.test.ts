/** What goes beyond one file: paths that follow files, symbols of all cases. */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type { SymbolInformation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { dutchCase } from '../src/testing/marked.js';
import { PULLING, TestClient } from './lsp-client.js';

const CAPABLE = {
  ...PULLING,
  workspace: {
    ...PULLING.workspace,
    fileOperations: { willRename: true, didRename: true, didDelete: true },
  },
};
const textOf = (name: string, file: string) =>
  dutchCase(`documents:\n  - {id: d, kind: other, title: "${name}", file: ${file}}\n`);

describe('the language server in a workspace', function () {
  this.timeout(30_000);
  let folder = '';
  let client: TestClient;
  const uriOf = (name = '') => pathToFileURL(path.join(folder, name)).href;
  const willRename = (oldName: string, newName: string) =>
    client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: uriOf(oldName), newUri: uriOf(newName) }],
    });
  const symbols = (query: string, token = new CancellationTokenSource().token) =>
    client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query }, token);

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), 'vangnet-workspace-')));
    await mkdir(path.join(folder, 'stukken'));
    await writeFile(path.join(folder, 'stukken/d.pdf'), '');
    await writeFile(path.join(folder, 'a.case.yaml'), textOf('Paspoort van Zoë', 'stukken/d.pdf'));
    await writeFile(path.join(folder, 'b.case.yaml'), `\uFEFF${textOf('Krant', './stukken/d.pdf')}`);
    await writeFile(path.join(folder, 'c.case.yaml'), dutchCase(''));
    client = await TestClient.startHere(CAPABLE, { language: 'nl' }, uriOf());
  });
  afterEach(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('asks to be told before files are moved, only of clients that can', async () => {
    const { fileOperations } = client.capabilities.workspace ?? {};
    assert.deepEqual(fileOperations?.willRename, { filters: [{ pattern: { glob: '**/*' } }] });
    const base = await TestClient.startHere({});
    assert.equal(base.capabilities.workspace?.fileOperations, undefined);
    await base.stop();
  });

  it('changes the paths in all case files, with the version of those that are open', async () => {
    await client.open(uriOf('a.case.yaml'), textOf('Heel ander', 'stukken/d.pdf'), 4);
    const edit = await willRename('stukken', 'oud/stukken');
    const [open, closed] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(open?.textDocument, { uri: uriOf('a.case.yaml'), version: 4 });
    assert.deepEqual(closed?.textDocument, { uri: uriOf('b.case.yaml'), version: null });
    const line = textOf('Heel ander', 'X')
      .split('\n')
      .findIndex((one) => one.includes('X'));
    const character = textOf('Heel ander', 'X').split('\n')[line]?.indexOf('X') ?? 0;
    assert.deepEqual(open?.edits, [
      {
        range: { start: { line, character }, end: { line, character: character + 'stukken/d.pdf'.length } },
        newText: 'oud/stukken/d.pdf',
      },
    ]);
    assert.equal(await willRename('stukken/e.pdf', 'stukken/f.pdf'), null);
    assert.equal((await willRename('a.case.yaml', 'zaken/a.case.yaml'))?.documentChanges?.length, 1);
  });

  it('looks again when they are moved or deleted', async () => {
    const uri = uriOf('a.case.yaml');
    await client.open(uri, textOf('D', 'stukken/d.pdf'));
    const found = async () => (await client.pull(uri)).items.some(({ code }) => code === 'file-not-found');
    assert.equal(await found(), false);
    await rename(path.join(folder, 'stukken'), path.join(folder, 'elders'));
    await client.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('stukken'), newUri: uriOf('elders') }],
    });
    assert.equal(await found(), true);
    await rename(path.join(folder, 'elders'), path.join(folder, 'stukken'));
    await client.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('elders'), newUri: uriOf('stukken') }],
    });
    assert.equal(await found(), false);
    await rm(path.join(folder, 'stukken/d.pdf'));
    await client.connection.sendNotification('workspace/didDeleteFiles', {
      files: [{ uri: uriOf('stukken/d.pdf') }],
    });
    assert.equal(await found(), true);
  });

  it('finds what is in all case files, open or not', async () => {
    assert.deepEqual(
      (await symbols('zoe')).map(({ name, containerName, location: { uri } }) => [name, containerName, uri]),
      [['Paspoort van Zoë', 'bewijsstukken · Test', uriOf('a.case.yaml')]],
    );
    assert.equal((await symbols('Ada')).length, 3);
    await client.open(uriOf('a.case.yaml'), textOf('Visum', 'stukken/d.pdf'));
    assert.deepEqual(await symbols('zoe'), []);
    const [visum] = await symbols('vsm');
    assert.equal(visum?.name, 'Visum');
    assert.ok((visum?.location.range.start.line ?? 0) > 10);
    await writeFile(path.join(folder, 'd.case.yaml'), textOf('Nieuw', 'x.pdf'));
    assert.equal((await symbols('nieuw')).length, 1);
    assert.ok((await symbols('')).length > 6);
  });

  it('stops looking when it is told to', async () => {
    const cancel = new CancellationTokenSource();
    const asked = symbols('ada', cancel.token);
    cancel.cancel();
    await assert.rejects(asked, (error: { code: number }) => error.code === -32800);
  });
});
