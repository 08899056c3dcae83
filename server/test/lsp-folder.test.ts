/** The findings of case files that are not open: asked for, sent, followed, and never in the way. */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type MessageConnection } from 'vscode-jsonrpc/node';
import type {
  PreviousResultId,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { CaseSummary } from '../src/lsp/features/cases.js';
import { dutchCase } from '../src/testing/marked.js';
import { PULLING, TestClient } from './lsp-client.js';

const ALL = { language: 'nl', check: { files: 'all' } };
const OPEN = { language: 'nl', check: { files: 'open' } };
const WATCHING = {
  ...PULLING,
  window: { workDoneProgress: true },
  workspace: {
    ...PULLING.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};
const STATIC = {
  ...WATCHING,
  textDocument: { ...PULLING.textDocument, diagnostic: { dynamicRegistration: false } },
};
const PUSHED = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
const [CREATED, CHANGED, DELETED] = [1, 2, 3] as const;

/** Names a reference that isn't there. */
const ODD = dutchCase('circumstances:\n  - {id: c, kind: rooted, title: T, persons: [nobody]}\n');
const FINE = dutchCase('');
type Report = WorkspaceFullDocumentDiagnosticReport;

describe('all case files of the workspace', function () {
  this.timeout(60_000);
  let folder = '';
  let client: TestClient;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const write = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const tell = (name: string, type: number) =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type }],
    });
  const configure = (vangnet: object) =>
    client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { vangnet } });
  const ask = (
    previousResultIds: readonly PreviousResultId[] = [],
    more: object = {},
    token = new CancellationTokenSource().token,
  ) =>
    client.connection
      .sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds, ...more }, token)
      .then(({ items }) => items as Report[]);
  const idsOf = (reports: readonly Report[]) =>
    reports.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
  const shown = (reports: readonly Report[]) =>
    Object.fromEntries(
      reports.map(({ uri, items }) => [
        decodeURIComponent(uri)
          .slice(decodeURIComponent(uriOf('')).length + 0)
          .replace(/^\//, ''),
        items.some(({ code }) => code === 'unknown-reference'),
      ]),
    );
  /** Waits until the server has nothing else to do than to hold what it was asked. */
  const settle = async (asked: Promise<unknown>) => {
    let answered = false;
    void asked.then(
      () => {
        answered = true;
      },
      () => {
        answered = true;
      },
    );
    for (let n = 0; n < 5; n++) await client.connection.sendRequest('vangnet/ping');
    await new Promise((resolve) => setTimeout(resolve, 50));
    return answered;
  };

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(path.join(tmpdir(), "vangnet folder' ")));
    await write('a.case.yaml', ODD);
    await write('onder/b.zaak.yml', FINE);
    await write('onder/notes.yaml', ODD);
    await write('node_modules/x/c.case.yaml', ODD);
  });
  afterEach(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  describe('for a client that asks', () => {
    it('are not looked at unless the person wants it: the request waits, until it is cancelled', async () => {
      client = await TestClient.startHere(STATIC, { language: 'nl' }, uriOf(''));
      const cancel = new CancellationTokenSource();
      const asked = ask([], {}, cancel.token);
      assert.equal(await settle(asked), false);
      cancel.cancel();
      await assert.rejects(asked, (error: { code: number }) => error.code === -32800);
    });

    it('are answered at once, and again when something has changed', async () => {
      client = await TestClient.startHere(WATCHING, ALL, uriOf(''));
      const first = await ask();
      assert.deepEqual(shown(first), { 'a.case.yaml': true, 'onder/b.zaak.yml': false });
      assert.ok(first.every(({ version }) => version === null));
      const held = ask(idsOf(first));
      assert.equal(await settle(held), false);
      await write('onder/b.zaak.yml', ODD);
      await write('d.case.yml', FINE);
      await tell('onder/b.zaak.yml', CHANGED);
      const second = await held;
      assert.deepEqual(shown(second), { 'onder/b.zaak.yml': true });
      await tell('d.case.yml', CREATED);
      const known = [...new Map([...idsOf(first), ...idsOf(second)].map((one) => [one.uri, one])).values()];
      assert.deepEqual(shown(await ask(known)), { 'd.case.yml': false });
    });

    it('are taken back when they are deleted or left out, and follow the configuration and the evidence', async () => {
      await write('a.case.yaml', `${ODD}documents:\n  - {id: d, kind: other, title: D, file: d.pdf}\n`);
      client = await TestClient.startHere(WATCHING, ALL, uriOf(''));
      const first = await ask();
      const codes = ([report]: readonly Report[]) => report?.items.map(({ code }) => code) ?? [];
      assert.ok(codes(first).includes('file-not-found'));
      let held = ask(idsOf(first));
      await write('d.pdf', '');
      await tell('d.pdf', CREATED);
      const second = await held;
      assert.deepEqual(shown(second), { 'a.case.yaml': true });
      assert.ok(!codes(second).includes('file-not-found'));
      held = ask([...idsOf(second), ...idsOf(first).slice(1)]);
      await settle(held);
      await write('vangnet.config.yaml', 'ignore: [onder/**]\nrules: {unknown-reference: off}\n');
      await tell('vangnet.config.yaml', CREATED);
      const third = await held;
      assert.deepEqual(shown(third), { 'a.case.yaml': false, 'onder/b.zaak.yml': false });
      assert.deepEqual(third.find(({ uri }) => uri.includes('onder'))?.items, []);
      held = ask(idsOf(third));
      await rm(path.join(folder, 'a.case.yaml'));
      await tell('a.case.yaml', DELETED);
      assert.deepEqual(await held, [{ kind: 'full', uri: uriOf('a.case.yaml'), version: null, items: [] }]);
    });

    it('are as the editor has them where they are open, and as the disk has them after that', async () => {
      client = await TestClient.startHere(WATCHING, ALL, uriOf(''));
      // VS Code writes the same address in its own way.
      const uri = uriOf('a.case.yaml').replace("'", '%27');
      await client.open(uri, FINE, 7);
      const first = await ask();
      assert.deepEqual(
        first.map(({ version }) => version),
        [7, null],
      );
      assert.equal(first[0]?.uri, uri);
      assert.deepEqual(shown(first)['a.case.yaml'], false);
      const { resultId } = await client.pull(uri);
      assert.equal(resultId, first[0]?.resultId);
      const held = ask(idsOf(first));
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual(shown(await held), { 'a.case.yaml': true });
    });

    it('come piece by piece, with progress', async () => {
      for (let n = 0; n < 60; n++) await write(`veel/${n}.case.yaml`, FINE);
      client = await TestClient.startHere(WATCHING, ALL, uriOf(''));
      const rest = await ask([], { partialResultToken: 'pieces' });
      assert.deepEqual(
        client.progress.get('pieces')?.map(({ items }) => items?.length),
        [20, 20, 20, 2],
      );
      assert.deepEqual(rest, []);
      await client.connection.sendRequest('vangnet/ping');
      client.progress.delete('pieces');
      const [[begin, ...more] = []] = [...client.progress.values()];
      assert.deepEqual([begin?.kind, begin?.title], ['begin', 'Vangnet controleert de zaakbestanden']);
      assert.equal(more.at(-2)?.message, '62 van 62');
      assert.equal(more.at(-1)?.kind, 'end');
    });

    it('are looked at no further when the person stops it, until something changes', async () => {
      for (let n = 0; n < 60; n++) await write(`veel/${n}.case.yaml`, FINE);
      client = await TestClient.startHere(WATCHING, ALL, uriOf(''), {
        prepare: (connection) =>
          connection.onNotification('$/progress', ({ token, value: { kind } }) => {
            if (kind === 'begin')
              void connection.sendNotification('window/workDoneProgress/cancel', { token });
          }),
      });
      const first = await ask();
      assert.ok(first.length >= 20 && first.length < 62, String(first.length));
      const held = ask(idsOf(first));
      assert.equal(await settle(held), false);
    });

    it('are of every folder of the workspace, once', async () => {
      const other = await realpath(await mkdtemp(path.join(tmpdir(), 'vangnet-other-')));
      await writeFile(path.join(other, 'z.case.yaml'), ODD);
      await symlink(other, path.join(folder, 'link'));
      client = await TestClient.startHere(WATCHING, ALL, [uriOf(''), uriOf('onder')]);
      const first = await ask();
      assert.deepEqual(Object.keys(shown(first)), ['a.case.yaml', 'onder/b.zaak.yml']);
      const held = ask(idsOf(first));
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [{ uri: pathToFileURL(other).href, name: 'other' }], removed: [] },
      });
      assert.deepEqual(
        (await held).map(({ uri }) => uri),
        [pathToFileURL(path.join(other, 'z.case.yaml')).href],
      );
      await rm(other, { recursive: true });
    });

    it('are announced anew when the person wants all of them, or no more', async () => {
      client = await TestClient.startHere(WATCHING, OPEN, uriOf(''));
      assert.equal(client.capabilities.diagnosticProvider?.workspaceDiagnostics, false);
      await configure(ALL);
      const announced = async () => {
        for (;;) {
          await client.connection.sendRequest('vangnet/ping');
          const found = client.registered.get('textDocument/diagnostic');
          if (found) return (found as { workspaceDiagnostics: boolean }).workspaceDiagnostics;
        }
      };
      assert.equal(await announced(), true);
      const first = await ask();
      assert.equal(first.length, 2);
      const held = ask(idsOf(first));
      client.registered.clear();
      await configure(OPEN);
      // What was found is taken back.
      assert.deepEqual(
        (await held).map(({ items }) => items),
        [[], []],
      );
      assert.equal(await announced(), false);
    });

    it('are not looked at in a folder that is not trusted', async () => {
      client = await TestClient.startHere(WATCHING, { ...ALL, trusted: false }, uriOf(''));
      const held = ask();
      assert.equal(await settle(held), false);
      await configure({ ...ALL, trusted: true });
      assert.equal((await held).length, 2);
    });

    it('are counted for who asks for all of them by command', async () => {
      client = await TestClient.startHere(WATCHING, { language: 'nl', pullsFolder: true }, uriOf(''));
      const counted = client.connection.sendRequest<Record<string, number>>('workspace/executeCommand', {
        command: 'vangnet.checkAllCaseFiles',
      });
      const reports = await ask();
      assert.equal(reports.length, 2);
      const { files, error } = await counted;
      assert.equal(files, 2);
      assert.equal(
        error,
        reports.flatMap(({ items }) => items).filter(({ severity }) => severity === 1).length,
      );
    });

    it('are listed for a side bar: as the editor has them, else as the disk has them, and never out of date', async () => {
      client = await TestClient.startHere(WATCHING, OPEN, uriOf(''));
      const list = async () => {
        const cases = await client.connection.sendRequest<CaseSummary[]>('vangnet/cases');
        return Object.fromEntries(
          cases.map(({ uri, title, counts }) => [`${uri.split('/').at(-1)} ${title}`, counts.error]),
        );
      };
      const first = await list();
      assert.deepEqual(Object.keys(first), ['a.case.yaml Test', 'b.zaak.yml Test']);
      assert.deepEqual(await list(), first);
      await write('onder/b.zaak.yml', FINE.replace('title: Test', 'title: Anders'));
      await tell('onder/b.zaak.yml', CHANGED);
      assert.ok('b.zaak.yml Anders' in (await list()));
      await client.open(uriOf('onder/b.zaak.yml'), FINE.replace('title: Test', 'title: Open'));
      assert.ok('b.zaak.yml Open' in (await list()));
      await write('vangnet.config.yaml', 'ignore: ["a.*"]\n');
      await tell('vangnet.config.yaml', CREATED);
      assert.deepEqual(Object.keys(await list()), ['b.zaak.yml Open']);
    });

    it('wait for whatever somebody is waiting for', async () => {
      for (let n = 0; n < 120; n++) await write(`veel/${n}.case.yaml`, ODD);
      client = await TestClient.startHere(WATCHING, ALL, uriOf(''));
      const all = ask([], { partialResultToken: 'pieces' });
      await client.open(uriOf('a.case.yaml'), ODD);
      await client.pull(uriOf('a.case.yaml'));
      const before = client.progress.get('pieces')?.length ?? 0;
      await all;
      assert.ok(before <= 2, `answered after ${before * 20} others`);
      const given = client.progress.get('pieces')?.flatMap(({ items }) => items ?? []);
      assert.ok(given && given.length >= 121, String(given?.length));
    });
  });

  describe('for a client that can not ask', () => {
    it('are sent, followed and taken back', async () => {
      client = await TestClient.startHere(PUSHED, ALL, uriOf(''));
      const closed = undefined as unknown as number;
      const codes = async (name: string) =>
        (await client.pushed(uriOf(name), closed)).map(({ code }) => code);
      assert.ok((await codes('a.case.yaml')).includes('unknown-reference'));
      await client.pushed(uriOf('onder/b.zaak.yml'), closed);
      // An open one is sent as the editor has it.
      await client.open(uriOf('a.case.yaml'), FINE, 3);
      assert.ok(
        !(await client.pushed(uriOf('a.case.yaml'), 3)).some(({ code }) => code === 'unknown-reference'),
      );
      client.published.clear();
      await client.connection.sendNotification('textDocument/didClose', {
        textDocument: { uri: uriOf('a.case.yaml') },
      });
      while (!(await codes('a.case.yaml')).includes('unknown-reference'))
        client.published.delete(uriOf('a.case.yaml'));
      client.published.clear();
      await rm(path.join(folder, 'a.case.yaml'));
      await tell('a.case.yaml', DELETED);
      assert.deepEqual(await codes('a.case.yaml'), []);
      client.published.clear();
      await configure(OPEN);
      assert.deepEqual(await codes('onder/b.zaak.yml'), []);
    });

    it('are not sent unless the person wants it, and never before the open file’s own answer', async () => {
      for (let n = 0; n < 30; n++) await write(`veel/${n}.case.yaml`, ODD);
      const order: string[] = [];
      client = await TestClient.startHere(PUSHED, OPEN, uriOf(''), {
        prepare: (connection: MessageConnection) => {
          connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
            order.push(uri);
          });
        },
      });
      await client.connection.sendRequest('vangnet/ping');
      await client.open(uriOf('a.case.yaml'), ODD, 1);
      await configure(ALL);
      await client.connection.sendRequest('workspace/executeCommand', {
        command: 'vangnet.checkAllCaseFiles',
      });
      assert.equal(order[0], uriOf('a.case.yaml'));
      assert.equal(order.length, 32);
    });
  });

  it('are read by the client for a server that can not look at the disk', async () => {
    let config = '';
    const texts = new Map([
      ['memfs:/zaken/a.case.yaml', ODD],
      ['memfs:/zaken/b.case.yaml', FINE],
    ]);
    client = await TestClient.startHere(WATCHING, { ...ALL, readsFiles: true }, 'memfs:/zaken', {
      disk: null,
      prepare: (connection) => {
        connection.onRequest('vangnet/findCaseFiles', ({ folders }) => {
          assert.deepEqual(folders, ['memfs:/zaken']);
          return [...texts.keys()];
        });
        connection.onRequest('vangnet/findConfigFiles', () =>
          config === '' ? [] : ['memfs:/zaken/vangnet.config.yaml'],
        );
        connection.onRequest('vangnet/fileStamp', ({ uri }) => texts.get(uri)?.length.toString() ?? null);
        connection.onRequest('vangnet/readCaseFile', ({ uri }) => {
          const text = uri.endsWith('config.yaml') ? config : texts.get(uri);
          return text === undefined ? null : { text, stamp: String(text.length) };
        });
      },
    });
    const first = await ask();
    assert.deepEqual(
      first.map(({ uri, items }) => [uri, items.some(({ code }) => code === 'unknown-reference')]),
      [
        ['memfs:/zaken/a.case.yaml', true],
        ['memfs:/zaken/b.case.yaml', false],
      ],
    );
    const held = ask(idsOf(first));
    texts.delete('memfs:/zaken/a.case.yaml');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'memfs:/zaken/a.case.yaml', type: DELETED }],
    });
    assert.deepEqual(
      (await held).map(({ uri, items }) => [uri, items]),
      [['memfs:/zaken/a.case.yaml', []]],
    );
    config = 'ignore: [b.*]\n';
    const again = ask([{ uri: 'memfs:/zaken/b.case.yaml', value: first[1]?.resultId ?? '' }]);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: 'memfs:/zaken/vangnet.config.yaml', type: CREATED }],
    });
    assert.deepEqual(
      (await again).map(({ uri, items }) => [uri, items]),
      [['memfs:/zaken/b.case.yaml', []]],
    );
  });
});
