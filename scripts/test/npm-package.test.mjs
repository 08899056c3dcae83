// @ts-check
/** The npm package as somebody gets it: packed, installed into an empty folder without a network, and used there. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packNpm } from '../release/npm-package.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

describe('the npm package', function () {
  this.timeout(60_000);
  /** @type {string} */ let folder;
  /** @type {string[]} */ let files;

  before(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'vangnet-npm-'));
    const { file, contents } = packNpm(folder);
    files = contents;
    fs.writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
    npm('install', '--offline', '--no-audit', '--no-fund', file);
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** @param {string[]} args */
  function npm(...args) {
    const isWindows = process.platform === 'win32';
    const run = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, {
      cwd: folder,
      encoding: 'utf8',
      shell: isWindows,
    });
    assert.equal(run.status, 0, run.stderr);
  }

  /** @param {string[]} args */
  function vangnet(...args) {
    const program = path.join(folder, 'node_modules/vangnet/bin/vangnet.js');
    const env = { ...process.env, LC_ALL: 'en_GB.UTF-8', NO_COLOR: '1' };
    return spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', env });
  }

  it('holds what runs and what people read, and nothing of our own machines', () => {
    for (const wanted of [
      'LICENSE',
      'README.md',
      'bin/vangnet.js',
      'dist/cli.cjs',
      'dist/server.cjs',
      'dist/writers-web.js',
    ])
      assert.ok(files.includes(wanted), wanted);
    assert.deepEqual(
      files.filter(
        (file) => !/^(?:package\.json|README\.md|LICENSE|bin\/[\w.]+|dist\/[\w./-]+\.c?js)$/.test(file),
      ),
      [],
    );
  });

  it('puts its command where npm looks for it, and brings nothing else along', () => {
    const bin = path.join(
      folder,
      'node_modules/.bin',
      process.platform === 'win32' ? 'vangnet.cmd' : 'vangnet',
    );
    assert.ok(fs.existsSync(bin));
    const installed = fs
      .readdirSync(path.join(folder, 'node_modules'))
      .filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['vangnet']);
  });

  it('begins, checks and exports a case, and tells its law', () => {
    const made = vangnet('new', 'amina.case.yaml', '--name', 'Amina', '--no-ask');
    assert.equal(made.status, 0, made.stderr);
    const checked = vangnet('check', '--format', 'json');
    assert.ok(checked.status === 0 || checked.status === 1, checked.stderr);
    assert.equal(JSON.parse(checked.stdout).files.length, 1);
    for (const format of ['docx', 'html']) {
      const exported = vangnet(
        'export',
        'amina.case.yaml',
        '--what',
        'case',
        '--to',
        format,
        '-o',
        `zaak.${format}`,
      );
      assert.equal(exported.status, 0, exported.stderr);
      assert.ok(fs.statSync(path.join(folder, `zaak.${format}`)).size > 1000);
    }
    assert.match(vangnet('explain', 'remedy-late').stdout, /^# /);
    assert.match(vangnet('--version').stdout, /^\d+\.\d+\.\d+\nlaw as of /);
  });

  it('serves an editor', async () => {
    const program = path.join(folder, 'node_modules/vangnet/bin/vangnet.js');
    const server = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    for await (const piece of server.stdout) {
      answer += piece;
      if (answer.includes('"serverInfo"')) break;
    }
    server.kill();
    assert.match(answer, /"name":"Vangnet"/);
  });

  it('says the same version as the extension', () => {
    const read = (/** @type {string} */ file) =>
      JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')).version;
    assert.equal(read('server/package.json'), read('package.json'));
  });
});
