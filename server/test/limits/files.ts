/** Files and folders at the limits of what a workspace may hold. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { begin, requestsAt, type Told, walk } from '../fuzz/walk.js';
import { type Limit, measured, measuredServer } from './limit.js';
import { manyFindings } from './texts.js';

const MANY_FILES = 100_000;
const A_FOLDER = 500;
const HUNDRED_MEGABYTES = 100_000_000;
const MANY_ITEMS = 150_000;
/** Milliseconds for what may take long, above all on a machine that others use: the times are judged elsewhere. */
const LONG = 600_000;

const folderOnCommandLine: Limit = {
  name: 'folder-cli',
  what: `\`vangnet check\` over ${MANY_FILES.toLocaleString('en')} files`,
  mostMemory: 1000,
  async run(folder) {
    fill(folder);
    const { code, stderr, used } = await measured(
      ['check', '--format', 'json:report.json', '--stats'],
      folder,
    );
    assert.equal(code, 1, stderr.slice(-500));
    assert.match(stderr, /100,?000/, stderr.slice(-500));
    return { told: 'every file is in the report', used };
  },
};

const folderInServer: Limit = {
  name: 'folder-server',
  what: `all files of a workspace of ${MANY_FILES.toLocaleString('en')} checked by the server, which answers meanwhile`,
  mostMemory: 1000,
  async run(folder) {
    fill(folder);
    const { wire, end } = measuredServer(folder);
    const home = pathToFileURL(folder).href;
    await begin(wire, { rootUri: home, workspaceFolders: [{ uri: home, name: 'x' }] });
    const whole = wire.request('workspace/executeCommand', { command: 'vangnet.checkAllCaseFiles' }, LONG);
    let isDone = false;
    void whole.then(() => {
      isDone = true;
    });
    let [pings, slowest] = [0, 0];
    while (!isDone) {
      const begun = performance.now();
      await wire.request('vangnet/ping', undefined, LONG);
      slowest = Math.max(slowest, performance.now() - begun);
      pings++;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { error } = await whole;
    assert.equal(error, undefined);
    assert.ok((await wire.request('workspace/symbol', { query: 'x' }, LONG)).error === undefined);
    const said = wire.said.join('\n');
    assert.match(said, /100[.,]?000/, said.slice(-500));
    return {
      told: `asked ${pings} times meanwhile, it answered within ${Math.ceil(slowest)} ms`,
      used: await end(),
    };
  },
};

const largeOnCommandLine: Limit = {
  name: 'large-cli',
  what: '`vangnet check` of a file of 100 MB',
  mostMemory: 200,
  async run(folder) {
    writeFileSync(path.join(folder, 'a.case.yaml'), 'a: b\n'.repeat(HUNDRED_MEGABYTES / 5));
    const { code, stderr, used } = await measured(['check'], folder);
    assert.equal(code, 2);
    assert.match(stderr, /too large for a case file and was not read/);
    return { told: stderr.trim(), used };
  },
};

const largeInServer: Limit = {
  name: 'large-server',
  what: 'a file of 100 MB opened in the server, and every question about it',
  mostMemory: 2500,
  async run(folder) {
    const { wire, end } = measuredServer(folder);
    await begin(wire);
    const uri = 'file:///limits/large.case.yaml';
    const text = 'a: b\n'.repeat(HUNDRED_MEGABYTES / 5);
    wire.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'vangnet-case', version: 1, text },
    });
    const [findings] = await walk(
      wire,
      requestsAt(uri, { line: 9, character: 1 }, { line: 99, character: 0 }),
      LONG,
    );
    const { items } = (findings as Told).result as { items: { code: string; message: string }[] };
    assert.deepEqual(
      items.map(({ code }) => code),
      ['yaml-syntax'],
    );
    return { told: String(items[0]?.message).replaceAll('\n', ' '), used: await end() };
  },
};

const findingsOnCommandLine: Limit = {
  name: 'findings-cli',
  what: '`vangnet check` of a file with a million mistakes (6 MB), as text, JSON and SARIF',
  mostMemory: 2500,
  async run(folder) {
    writeFileSync(path.join(folder, 'a.case.yaml'), manyFindings(MANY_ITEMS));
    const { code, stdout, stderr, used } = await measured(
      ['check', '--format', 'plain', '--format', 'json:report.json', '--format', 'sarif:report.sarif'],
      folder,
    );
    assert.equal(code, 1, stderr);
    const lines = stdout.split('\n').filter((line) => line.includes(' unknown-key '));
    assert.match(stdout, /unknown-key There is more of this kind here than can be shown/);
    return {
      told: `${lines.length.toLocaleString('en')} of one kind, the last says that there are more`,
      used,
    };
  },
};

const findingsInServer: Limit = {
  name: 'findings-server',
  what: 'the same file in the server, and every question about it',
  mostMemory: 2500,
  async run(folder) {
    const { wire, end } = measuredServer(folder);
    await begin(wire);
    const uri = 'file:///limits/findings.case.yaml';
    const text = manyFindings(MANY_ITEMS);
    wire.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'vangnet-case', version: 1, text },
    });
    const last = { line: text.split('\n').length - 1, character: 0 };
    const askings = requestsAt(uri, { line: 12, character: 14 }, last);
    await walk(wire, askings, LONG);
    const { method, milliseconds } = wire.slowest;
    return { told: `the slowest answer: \`${method}\`, ${Math.round(milliseconds)} ms`, used: await end() };
  },
};

export const FILES: readonly Limit[] = [
  folderOnCommandLine,
  folderInServer,
  largeOnCommandLine,
  largeInServer,
  findingsOnCommandLine,
  findingsInServer,
];

/** Empty case files: what is told of each is not the question here. */
function fill(folder: string): void {
  for (let n = 0; n < MANY_FILES; n++) {
    const own = path.join(folder, `map-${Math.floor(n / A_FOLDER)}`);
    if (n % A_FOLDER === 0) mkdirSync(own);
    writeFileSync(path.join(own, `${n}.case.yaml`), '');
  }
}
