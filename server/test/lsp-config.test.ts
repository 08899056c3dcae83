/** What vangnet.config.yaml does to open cases, over real stdio: on the disk, and while it is open in the editor. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
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
