/** What the built server tells of the files that a case names, over real stdio. */

import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { dutchCase } from '../src/testing/marked.js';
import { type Diagnostic, PULLING, TestClient } from './lsp-client.js';

const TEXT = dutchCase(`
  documents:
    - {id: d1, kind: other, title: D, file: besluit.pdf}
    - {id: d2, kind: other, title: D, file: ../weg.pdf}
`);
const WATCHING = {
  ...PULLING,
  workspace: {
    ...PULLING.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};
const CREATED = 1;

describe('the language server and the files that a case names', function () {
  this.timeout(30_000);
  let folder = '';
  let client: TestClient;
  const address = (name = '') => pathToFileURL(path.join(folder, name)).href;
  const uri = () => address('a.case.yaml');
  const start = async (capabilities: object, options: object = {}, open = true) => {
    client = await TestClient.start(capabilities, options, open ? address() : undefined);
    await client.open(uri(), TEXT);
  };
  const told = (items: readonly Diagnostic[]) =>
    items.map(({ code }) => code).filter((code) => code.startsWith('file-'));
  const pulled = async () => told((await client.pull(uri())).items);
  const tell = () =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: address('besluit.pdf'), type: CREATED }],
    });

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), 'vangnet-lsp-')));
  });
  afterEach(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('tells what is missing or outside, and follows the changes that it asked to be told of', async () => {
    await start(WATCHING);
    const first = await client.pull(uri());
    assert.deepEqual(told(first.items), ['file-not-found', 'file-outside-workspace']);
    assert.ok(client.registered.has('workspace/didChangeWatchedFiles'));
    await tell();
    assert.equal((await client.pull(uri(), first.resultId)).kind, 'unchanged');
    assert.equal(client.refreshes, 0);
    await writeFile(path.join(folder, 'besluit.pdf'), '');
    await tell();
    const second = await client.pull(uri(), first.resultId);
    assert.deepEqual(told(second.items), ['file-outside-workspace']);
    assert.equal(client.refreshes, 1);
  });

  it('looks again after a few seconds where nobody tells', async () => {
    await start(PULLING);
    const { resultId } = await client.pull(uri());
    assert.equal(client.registered.size, 0);
    await writeFile(path.join(folder, 'besluit.pdf'), '');
    await wait(3100);
    const next = await client.pull(uri(), resultId);
    assert.deepEqual(told(next.items), ['file-outside-workspace']);
  });

  it('looks only where a folder is open, and at files of it', async () => {
    await start(WATCHING, {}, false);
    assert.deepEqual(await pulled(), []);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: address(), name: 'folder' }], removed: [] },
    });
    assert.deepEqual(await pulled(), ['file-not-found', 'file-outside-workspace']);
    const other = 'untitled:b.case.yaml';
    await client.open(other, TEXT);
    assert.deepEqual(told((await client.pull(other)).items), []);
  });

  it('does not look in a folder that is not trusted, until it is', async () => {
    await start(PULLING, { trusted: false });
    assert.deepEqual(await pulled(), []);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { vangnet: { language: 'auto', trusted: true } },
    });
    assert.deepEqual(await pulled(), ['file-not-found', 'file-outside-workspace']);
    assert.equal(client.refreshes, 1);
  });

  it('pushes again to a client that can not ask', async () => {
    await start({});
    assert.deepEqual(told(await client.pushed(uri(), 1)), ['file-not-found', 'file-outside-workspace']);
    await writeFile(path.join(folder, 'besluit.pdf'), '');
    client.published.clear();
    await tell();
    assert.deepEqual(told(await client.pushed(uri(), 1)), ['file-outside-workspace']);
  });

  it('asks the client where only that can look, once for all files, and again when one comes', async () => {
    const there = new Set<string>();
    const asked: string[][] = [];
    client = await TestClient.startHere(WATCHING, { readsFiles: true }, 'memfs:/zaken', {
      disk: null,
      prepare: (connection) =>
        connection.onRequest('vangnet/filesThere', ({ uris }: { uris: string[] }) => {
          asked.push(uris);
          return uris.map((one) => there.has(one));
        }),
    });
    const file = 'memfs:/zaken/besluit.pdf';
    const caseFile = 'memfs:/zaken/a.case.yaml';
    const untilRefreshed = async (count: number) => {
      while (client.refreshes < count) await wait(10);
      return told((await client.pull(caseFile)).items);
    };
    await client.open(caseFile, TEXT);
    assert.deepEqual(told((await client.pull(caseFile)).items), ['file-outside-workspace']);
    assert.deepEqual(await untilRefreshed(1), ['file-not-found', 'file-outside-workspace']);
    assert.deepEqual(asked, [[file]]);
    there.add(file);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: file, type: 1 }],
    });
    assert.deepEqual(await untilRefreshed(2), ['file-outside-workspace']);
    assert.equal(asked.length, 2);
  });
});
