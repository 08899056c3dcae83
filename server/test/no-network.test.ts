/** Nothing leaves: no connection, no name looked up, no port opened, whatever is asked of the server and the program. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { begin, exportsOf, requestsAt, walk } from './fuzz/walk.js';
import { Wire } from './fuzz/wire.js';
import { vangnet } from './run-cli.js';

const HOOK = path.resolve('server/test/no-network.cjs');
const WEAK = readFileSync('samples/semon-weak.case.yaml', 'utf8');
/** Addresses in all places that could tempt a program to look. */
const TEMPTING = `${WEAK.replace(/^letters:/m, 'x-web: https://example.org/x\nletters:')}
documents:
  - {id: web, kind: media, title: T, file: "https://example.org/brief.pdf"}
  - {id: unc, kind: media, title: T, file: "\\\\\\\\server.example.org\\\\map\\\\x.pdf"}
  - {id: ftp, kind: media, title: T, file: "file://server.example.org/x.pdf", source: "https://example.org"}
`;

describe('the network', function () {
  this.timeout(120_000);
  let folder = '';
  let log = '';
  let env: NodeJS.ProcessEnv = {};

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vangnet-network-'));
    log = path.join(folder, 'network.log');
    writeFileSync(log, '');
    env = { NODE_OPTIONS: `--require ${JSON.stringify(HOOK)}`, VANGNET_NETWORK_LOG: log };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const noted = () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
  const assertNothingTried = () => {
    assert.ok(noted().includes('PROCESS'), 'the guard was not there');
    assert.deepEqual(
      noted().filter((line) => line.startsWith('TRIED')),
      [],
    );
  };

  it('has a guard that sees what is tried', () => {
    for (const code of [
      'require("net").connect(9, "127.0.0.1")',
      'require("dns").lookup("localhost", () => {})',
      'fetch("http://127.0.0.1:9").catch(() => {})',
      'import("node:https").then(({ get }) => get("https://127.0.0.1:9"))',
      'new (require("worker_threads").Worker)("require(\'dgram\').createSocket(\'udp4\')", { eval: true })',
    ]) {
      const before = noted().length;
      spawnSync(process.execPath, ['-e', code], { env: { ...process.env, ...env }, stdio: 'ignore' });
      assert.ok(
        noted()
          .slice(before)
          .some((line) => line.startsWith('TRIED')),
        code,
      );
    }
  });

  it('is not touched by the server, whatever is asked of it', async () => {
    const wire = Wire.start({ env });
    const home = pathToFileURL(folder).href;
    await begin(wire, { rootUri: home, workspaceFolders: [{ uri: home, name: 'x' }] });
    const uri = `${home}/a.case.yaml`;
    wire.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'vangnet-case', version: 1, text: TEMPTING },
    });
    const end = { line: TEMPTING.split('\n').length - 1, character: 0 };
    for (let line = 0; line < end.line; line += 9)
      await walk(wire, requestsAt(uri, { line, character: 8 }, end));
    const told = await walk(wire, exportsOf(uri));
    assert.ok(told.some(({ result }) => JSON.stringify(result).length > 1000));
    await wire.request('shutdown');
    wire.notify('exit');
    await wire.end();
    assertNothingTried();
  });

  it('is not touched by the command line and its threads, whatever is asked of them', async () => {
    const file = path.join(folder, 'a.case.yaml');
    writeFileSync(file, TEMPTING);
    const many = Array.from({ length: 40 }, (_, n) => {
      const name = path.join(folder, `b${n}.case.yaml`);
      writeFileSync(name, TEMPTING);
      return name;
    });
    const runs = [
      ['check', '--jobs', '2', ...many],
      ['check', '--format', 'sarif', file],
      ['check', '--fix-dry-run', file],
      ['check', '--cache', '--cache-location', path.join(folder, 'cache'), '--stats', file],
      ['explain', 'unknown-key'],
      ['new', '--help'],
      ['export', '--what', 'case', '--to', 'docx', file],
      ['export', '--to', 'html', file],
      ['pseudonymise', file],
    ];
    for (const args of runs) {
      const { code, stderr } = await vangnet(args, { cwd: folder, env });
      assert.ok(code === 0 || (code === 1 && args[0] === 'check'), `${args.join(' ')}: ${code} ${stderr}`);
      assert.doesNotMatch(stderr, /no network/);
    }
    assert.ok(noted().includes('THREAD'), 'no thread was looked at');
    assertNothingTried();
  });
});
