// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findVsCode } from '../start/desktop.mjs';
import { isInstalled } from '../start/install.mjs';

const start = fileURLToPath(new URL('../start.mjs', import.meta.url));

/**
 * @param {string[]} args
 * @param {string} locale
 */
function call(args, locale = 'en_GB.UTF-8') {
  const env = { ...process.env, LC_ALL: locale };
  return spawnSync(process.execPath, [start, ...args], { encoding: 'utf8', env });
}

describe('npm start', () => {
  /** @type {string} */ let folder;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vangnet-start-'));
  });

  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('explains itself in the language of the terminal', () => {
    const { status, stdout } = call(['--help'], 'nl_NL.UTF-8');
    assert.equal(status, 0);
    assert.match(stdout, /^Gebruik: npm start/);
    assert.match(call(['--help'], 'C').stdout, /^Usage: npm start/);
  });

  for (const args of [
    ['--nope'],
    ['x'],
    ['--no-check'],
    ['--port'],
    ['--port', '1e3'],
    ['--folder', '/no/such'],
  ]) {
    it(`refuses ${args.join(' ')} before it installs anything`, () => {
      const { status, stdout, stderr } = call(args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.equal(stderr.trim().split('\n').length, 1);
    });
  }

  it('sees whether the installed packages are the locked ones', () => {
    const write = (/** @type {string} */ file, /** @type {object} */ packages) => {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
    };
    const yaml = { version: '2.9.1', integrity: 'sha512-a' };
    const optional = { version: '1.0.0', integrity: 'sha512-b', optional: true };
    write('package-lock.json', { '': {}, server: {}, 'node_modules/yaml': yaml, 'node_modules/o': optional });
    assert.equal(isInstalled(folder), false, 'nothing installed');
    const note = 'node_modules/.package-lock.json';
    write(note, { 'node_modules/yaml': yaml });
    assert.equal(isInstalled(folder), true, 'what is optional may be missing');
    write(note, { 'node_modules/yaml': { ...yaml, version: '2.9.0' } });
    assert.equal(isInstalled(folder), false, 'another version');
    write(note, { 'node_modules/yaml': { ...yaml, integrity: 'sha512-c' } });
    assert.equal(isInstalled(folder), false, 'other content');
    write(note, { 'node_modules/yaml': yaml, 'node_modules/left-over': yaml });
    assert.equal(isInstalled(folder), false, 'a package too many');
  });

  it('finds VS Code on PATH, but not the command of a remote window', () => {
    const name = process.platform === 'win32' ? 'code.cmd' : 'code';
    const remote = path.join(folder, 'remote-cli');
    for (const bin of [remote, path.join(folder, 'bin')]) {
      fs.mkdirSync(bin);
      fs.writeFileSync(path.join(bin, name), '', { mode: 0o755 });
    }
    const found = (/** @type {string[]} */ ...folders) => findVsCode({ PATH: folders.join(path.delimiter) });
    assert.equal(found(remote, folder), undefined);
    assert.equal(found(remote, path.join(folder, 'bin')), path.join(folder, 'bin', name));
  });
});
