/** What `vangnet check` tells of the files that a case names. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dutchCase } from '../src/testing/marked.js';
import { BIN } from './lsp-client.js';

/** The lines about files of the plain report, without their words, and the exit code. */
function check(cwd: string, ...args: string[]): Promise<{ code: number; lines: string[] }> {
  const bin = path.resolve(BIN);
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, 'check', '--format', 'plain', ...args], { cwd }, (error, stdout) => {
      const lines = stdout.split('\n').filter((line) => / file-/.test(line));
      resolve({
        code: Number(error?.code ?? 0),
        lines: lines.map((line) => line.split(' ').slice(0, 3).join(' ')),
      });
    });
  });
}

const naming = (...files: string[]) =>
  dutchCase(
    `documents:\n${files.map((file, index) => `  - {id: d${index}, kind: other, title: D, file: '${file}'}\n`).join('')}`,
  );

describe('vangnet check and the files that a case names', function () {
  this.timeout(20_000);
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-check-'));
    await mkdir(path.join(folder, 'map', 'zaken'), { recursive: true });
    await writeFile(path.join(folder, 'map', 'besluit.pdf'), '');
    await writeFile(path.join(folder, 'geheim.pdf'), '');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('looks from the case file, within the working directory', async () => {
    await writeFile(
      path.join(folder, 'map', 'zaken', 'a.case.yaml'),
      naming('../besluit.pdf', '../besluit.pfd', '../../geheim.pdf', '%2e%2e/../geheim.pdf', '/etc/hosts'),
    );
    const { code, lines } = await check(path.join(folder, 'map'));
    assert.equal(code, 1);
    const at = (line: number) => `zaken/a.case.yaml:${line}:43:`;
    assert.deepEqual(lines, [
      `${at(15)} warning file-not-found`,
      `${at(16)} error file-outside-workspace`,
      `${at(17)} error file-outside-workspace`,
      `${at(18)} error file-outside-workspace`,
    ]);
  });

  it('keeps in the cache how each was found, whatever it is called', async () => {
    const map = path.join(folder, 'map');
    const names = ['__proto__', 'constructor'];
    await writeFile(path.join(map, 'a.case.yaml'), naming(...names));
    const missing = names.map((_, index) => `a.case.yaml:${14 + index}:43: warning file-not-found`);
    for (const _ of ['fresh', 'kept']) assert.deepEqual((await check(map, '--cache')).lines, missing);
    for (const [index, name] of names.entries()) {
      await writeFile(path.join(map, name), '');
      assert.deepEqual((await check(map, '--cache')).lines, missing.slice(index + 1), name);
    }
  });

  it('takes the folder of a case that lies elsewhere', async () => {
    await writeFile(path.join(folder, 'b.case.yaml'), naming('geheim.pdf', 'map/besluit.pdf', '../x.pdf'));
    const { lines } = await check(path.join(folder, 'map'), '../b.case.yaml');
    assert.deepEqual(lines, ['../b.case.yaml:16:43: error file-outside-workspace']);
  });

  it('follows symbolic links', async function () {
    if (process.platform === 'win32') this.skip();
    await symlink('../../geheim.pdf', path.join(folder, 'map', 'zaken', 'brief.pdf'));
    await writeFile(path.join(folder, 'map', 'zaken', 'a.case.yaml'), naming('brief.pdf'));
    const { lines } = await check(path.join(folder, 'map'));
    assert.deepEqual(lines, ['zaken/a.case.yaml:14:43: error file-outside-workspace']);
    assert.deepEqual((await check(folder)).lines, []);
  });
});
