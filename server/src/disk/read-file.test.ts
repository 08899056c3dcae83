import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readWhole } from './read-file.js';

const MOST = 1000;

describe('reading a file', () => {
  let folder = '';
  const at = (name: string) => path.join(folder, name);
  const refused = (file: string, code: string) =>
    assert.throws(
      () => readWhole(file, MOST),
      (error: NodeJS.ErrnoException) => error.code === code,
      file,
    );

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vangnet-read-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives all of it, up to the length that it may have', () => {
    for (const length of [0, 1, MOST]) {
      writeFileSync(at('x'), 'x'.repeat(length));
      assert.equal(readWhole(at('x'), MOST).toString(), 'x'.repeat(length));
    }
    writeFileSync(at('x'), 'x'.repeat(MOST + 1));
    refused(at('x'), 'EFBIG');
  });

  it('refuses a hundred gigabytes by their length, which no disk need hold', () => {
    writeFileSync(at('x'), '');
    truncateSync(at('x'), 100_000_000_000);
    refused(at('x'), 'EFBIG');
  });

  it('tells folders and what isn’t there apart', () => {
    refused(folder, 'EISDIR');
    refused(at('weg'), 'ENOENT');
  });

  if (process.platform !== 'win32')
    it('waits for no pipe and reads no device, however much they would give', () => {
      execFileSync('mkfifo', [at('pipe')]);
      refused(at('pipe'), 'ENOTFILE');
      for (const device of ['/dev/zero', '/dev/null', '/dev/random', '/dev/tty'])
        assert.throws(() => readWhole(device, MOST), device);
    });

  if (process.platform === 'linux')
    it('holds no more of a file that tells no length', () => {
      assert.ok(readWhole('/proc/self/stat', MOST).length > 10);
      refused('/proc/self/smaps', 'EFBIG');
    });
});
