/** What vangnet.config.yaml does to open cases, over real stdio: on the disk, and while it is open in the editor. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CompletionItem,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver';
import { dutchCase } from '../src/testing/marked.js';
import { PULLING, TestClient } from './lsp-client.js';

const TEXT = dutchCase('documents:\n  - id: doc\n    kind: media\n    title: Krant\n');

describe('the configuration in the editor', function () {
  this.timeout(30_000);
  let folder = '';
  let client: TestClient;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const severities = async () =>
    (await client.pull(uriOf('a.case.yaml'))).items.flatMap(({ code, severity }) =>
      code === 'unused-item' ? [severity] : [],
    );
  const changed = (name: string) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type: 2 }],
    });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-config-'));
    client = await TestClient.start(PULLING, { language: 'nl' }, pathToFileURL(folder).href);
    await client.open(uriOf('a.case.yaml'), TEXT);
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    await rm(folder, { recursive: true, force: true });
  });

  it('is known by its name, also where the editor has one language for it and for cases', async () => {
    const uri = uriOf('vangnet.config.yaml');
    await client.open(uri, 'rules: {no-such-check: off}\n', 1, 'vangnet-case');
    const { items } = await client.pull(uri);
    assert.equal(items.length, 1);
    assert.match(items[0]?.message ?? '', /‘no-such-check’/);
  });

  it('is followed without a restart when it comes, changes and goes', async () => {
    const file = path.join(folder, 'vangnet.config.yaml');
    assert.deepEqual(await severities(), [4]);
    await writeFile(file, 'rules: {unused-item: error}\n');
    await changed('vangnet.config.yaml');
    assert.deepEqual(await severities(), [1]);
    await writeFile(file, 'rules: {unused-item: off}\n');
    await changed('vangnet.config.yaml');
    assert.deepEqual(await severities(), []);
    await rm(file);
    await changed('vangnet.config.yaml');
    assert.deepEqual(await severities(), [4]);
    assert.ok(client.refreshes >= 3);
  });

  it('holds as it stands in the editor, and says there what is odd in it', async () => {
    const config = uriOf('vangnet.config.yaml');
    await writeFile(path.join(folder, 'vangnet.config.yaml'), 'rules: {}\n');
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: {
        uri: config,
        languageId: 'vangnet-config',
        version: 1,
        text: 'rules:\n  unused-item: warning\n',
      },
    });
    assert.deepEqual(await severities(), [2]);
    assert.deepEqual((await client.pull(config)).items, []);
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: config, version: 2 },
      contentChanges: [
        { range: { start: { line: 1, character: 2 }, end: { line: 1, character: 8 } }, text: 'unusd' },
      ],
    });
    const { items } = await client.pull(config);
    assert.deepEqual(
      items.map(({ code, message, range }) => [code, message, range.start.line]),
      [['unknown-key', '‘unusd-item’ bestaat hier niet.\nWaarschijnlijk is ‘unused-item’ bedoeld.', 1]],
    );
    assert.deepEqual(await severities(), [4]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: config } });
    assert.deepEqual((await client.pull(config)).items, []);
  });

  it('is looked for no further up than the folder of the workspace', async () => {
    await client.stop();
    await writeFile(path.join(folder, 'vangnet.config.yaml'), 'rules: {unused-item: off}\n');
    const inner = await mkdtemp(path.join(folder, 'inner-'));
    client = await TestClient.start(PULLING, { language: 'nl' }, pathToFileURL(inner).href);
    const uri = pathToFileURL(path.join(inner, 'a.case.yaml')).href;
    await client.open(uri, TEXT);
    assert.ok((await client.pull(uri)).items.some(({ code }) => code === 'unused-item'));
  });

  it('is not read while the folder isn’t trusted', async () => {
    await client.stop();
    await writeFile(path.join(folder, 'vangnet.config.yaml'), 'rules: {unused-item: off}\n');
    client = await TestClient.start(PULLING, { language: 'nl', trusted: false }, pathToFileURL(folder).href);
    await client.open(uriOf('a.case.yaml'), TEXT);
    assert.deepEqual(await severities(), [4]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { vangnet: { language: 'nl', trusted: true } },
    });
    assert.deepEqual(await severities(), []);
  });
});

/** A client that can do all that matters here. */
const FULL = {
  textDocument: {
    ...PULLING.textDocument,
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown'] },
    },
  },
  workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

describe('help in the configuration over stdio', function () {
  this.timeout(30_000);
  const uri = 'file:///nowhere/vangnet.config.yaml';
  const text = 'rules:\n  unusd-item: off   \n  unexplained-gap:\n    months: 3\n';
  let client: TestClient;
  const ask = <T>(method: string, params: object): Promise<T> =>
    client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const at = (line: number, character: number) => ({ position: { line, character } });

  beforeEach(async () => {
    client = await TestClient.start(FULL, { language: 'nl', docsScheme: 'vangnet-docs' });
    await client.open(uri, text, 7, 'vangnet-config');
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
  });

  it('offers checks, with their page on demand, and tab stops where the client has them', async () => {
    const { items } = await ask<CompletionList>('completion', at(1, 4));
    const gap = items.find(({ label }) => label === 'remedy-late') as CompletionItem;
    assert.match(gap.labelDetails?.description ?? '', / · volgorde en datums$/);
    const { documentation } = await client.connection.sendRequest<CompletionItem>(
      'completionItem/resolve',
      gap,
    );
    assert.match(JSON.stringify(documentation), /geen juridisch advies/);
    await client.change(uri, 8, [{ text: 'rules:\n  unexplained-gap:\n    m' }]);
    const [months] = (await ask<CompletionList>('completion', at(2, 5))).items.filter(
      ({ label }) => label === 'months',
    );
    assert.match(JSON.stringify(months?.textEdit), /"months: \$\{1:24\}"/);
    assert.equal(months?.insertTextFormat, 2);
  });

  it('shows a check’s page, an outline, what folds and what belongs together', async () => {
    const hover = await ask<Hover>('hover', at(2, 5));
    assert.match(JSON.stringify(hover.contents), /# Gat in de tijd/);
    assert.deepEqual(hover.range, { start: { line: 2, character: 2 }, end: { line: 2, character: 17 } });
    const [rules] = await ask<DocumentSymbol[]>('documentSymbol', {});
    assert.deepEqual(
      rules?.children?.map(({ name, detail }) => `${name}: ${detail}`),
      ['unusd-item: off', 'Gat in de tijd: '],
    );
    const folds = await ask<FoldingRange[]>('foldingRange', {});
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 3],
        [2, 3],
      ],
    );
    const [stretch] = await ask<SelectionRange[]>('selectionRange', { positions: [at(3, 5).position] });
    assert.deepEqual(stretch?.range, { start: { line: 3, character: 4 }, end: { line: 3, character: 10 } });
  });

  it('mends a slip, and formats', async () => {
    const range = { start: at(1, 3).position, end: at(1, 3).position };
    const [fix, ...others] = await client.codeActions(uri, range, ['quickfix']);
    assert.deepEqual(others, []);
    assert.equal(fix?.title, 'Wijzigen in ‘unused-item’');
    assert.equal(fix?.isPreferred, true);
    const change = fix?.edit.documentChanges?.[0];
    assert.equal(change?.textDocument.version, 7);
    assert.deepEqual(await client.codeActions(uri, range, ['refactor']), []);
    const edits = await ask<TextEdit[]>('formatting', { options: { tabSize: 2, insertSpaces: true } });
    assert.deepEqual(edits, [
      { range: { start: { line: 1, character: 17 }, end: { line: 1, character: 20 } }, newText: '' },
    ]);
  });

  it('leads from a comment that silences a check in a case to its page', async () => {
    const file = 'file:///nowhere/a.case.yaml';
    await client.open(file, `# vangnet-ignore-file unused-item: zie stukken\n${TEXT}`);
    const links = await client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: file },
    });
    assert.deepEqual(links, [
      {
        range: { start: { line: 0, character: 22 }, end: { line: 0, character: 33 } },
        target: 'vangnet-docs:/nl/unused-item.md',
      },
    ]);
  });

  it('gives no case’s answers, and none once it is closed', async () => {
    assert.equal(await ask('codeLens', {}).then((lenses) => JSON.stringify(lenses)), '[]');
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.equal(await ask('hover', at(2, 5)), null);
  });
});
