import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runBundle } from './code-cache.js';

const PROGRAM =
  "globalThis.vangnetRan.push(['een', require('node:path').basename(__filename), typeof module]);";

describe('the code cache', () => {
  const before = process.env.NODE_COMPILE_CACHE;
  const ran: unknown[] = [];
  let folder = '';
  let file = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vangnet-code-'));
    file = path.join(folder, 'x.cjs');
    writeFileSync(file, PROGRAM);
    process.env.NODE_COMPILE_CACHE = path.join(folder, 'cache');
    Object.assign(globalThis, { vangnetRan: ran });
    ran.length = 0;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.NODE_COMPILE_CACHE;
    else process.env.NODE_COMPILE_CACHE = before;
    Reflect.deleteProperty(globalThis, 'vangnetRan');
    rmSync(folder, { recursive: true });
  });

  const run = (times = 1) => {
    for (let time = 0; time < times; time++) runBundle(file, 'test')();
  };
  const kept = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((name) => name !== file && statSync(name).isFile());
  const words = () => ran.map((one) => (one as string[])[0]);

  it('runs a bundle as Node does, the first time and later', () => {
    run(8);
    assert.deepEqual(ran, Array(8).fill(['een', 'x.cjs', 'object']));
    assert.equal(kept().length, 1);
  });

  it('keeps no code of a first run, which may be the only one; learns in some, and only reads after that', () => {
    run();
    const [cache = ''] = kept();
    assert.match(readFileSync(cache, 'utf8'), /^\n\{.*\}$/);
    run(5);
    assert.ok(statSync(cache).size > 500);
    const written = statSync(cache).ino;
    run(3);
    assert.equal(statSync(cache).ino, written);
  });

  it('learns again after a day', () => {
    run(6);
    const [cache = ''] = kept();
    const written = statSync(cache).ino;
    const yesterday = Date.now() / 1000 - 25 * 3600;
    utimesSync(cache, yesterday, yesterday);
    run();
    assert.notEqual(statSync(cache).ino, written);
  });

  it('is never used of a file that has changed since, also where V8 would take it: at the same length', () => {
    run(2);
    const { ctimeMs } = statSync(file);
    do writeFileSync(file, PROGRAM.replace('een', 'two'));
    while (statSync(file).ctimeMs === ctimeMs);
    run();
    assert.deepEqual(words(), ['een', 'een', 'two']);
  });

  it('is passed over where it is damaged, and made anew', () => {
    run(2);
    const [cache = ''] = kept();
    const whole = readFileSync(cache);
    const end = whole.lastIndexOf('\n');
    for (const damaged of [
      Buffer.alloc(0),
      whole.subarray(0, 10),
      whole.subarray(end),
      Buffer.concat([whole.subarray(0, end / 2), whole.subarray(end)]),
    ]) {
      writeFileSync(cache, damaged);
      run(2);
      assert.ok(readFileSync(cache).length >= end);
    }
    assert.deepEqual(words(), Array(10).fill('een'));
  });

  it('is not used where somebody else could have written it', function () {
    if (process.platform === 'win32') this.skip();
    run(6);
    const [cache = ''] = kept();
    const written = statSync(cache).ino;
    chmodSync(cache, 0o666);
    run();
    assert.notEqual(statSync(cache).ino, written, 'made anew');
    assert.equal(statSync(cache).mode & 0o777, 0o600);
  });

  it('waits for nothing that somebody put in its place', function () {
    if (process.platform === 'win32') this.skip();
    run();
    const [cache = ''] = kept();
    rmSync(cache);
    execFileSync('mkfifo', [cache]);
    run(2);
    assert.deepEqual(words(), ['een', 'een', 'een']);
  });

  it('is not kept where Node is told to keep none, or where it can’t be', () => {
    writeFileSync(path.join(folder, 'in-the-way'), '');
    process.env.NODE_COMPILE_CACHE = path.join(folder, 'in-the-way');
    run();
    process.env.NODE_COMPILE_CACHE = path.join(folder, 'cache');
    process.env.NODE_DISABLE_COMPILE_CACHE = '1';
    try {
      run();
    } finally {
      delete process.env.NODE_DISABLE_COMPILE_CACHE;
    }
    assert.deepEqual(words(), ['een', 'een']);
    assert.deepEqual(kept(), [path.join(folder, 'in-the-way')]);
  });
});
