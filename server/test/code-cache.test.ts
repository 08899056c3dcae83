/** server/bin/load.cjs: a bundle runs the same with what was compiled of it before, and never as it was before. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { cacheOf, load } = createRequire(import.meta.url)(path.resolve('server/bin/load.cjs')) as {
  cacheOf: (file: string) => string;
  load: (file: string) => () => Buffer;
};

describe('the code cache', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-code-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is used where it is of this very text, and passed over where it is not', async () => {
    const file = path.join(folder, 'x.cjs');
    const ran: unknown[] = [];
    (globalThis as { vangnetRan?: unknown[] }).vangnetRan = ran;
    const program = (word: string) =>
      `globalThis.vangnetRan.push(['${word}', require('node:path').basename(__filename), typeof module]);`;
    await writeFile(file, program('een'));
    const compiled = load(file)();
    await writeFile(cacheOf(file), compiled);
    load(file);
    // V8 alone would take the old code for a text of the same length.
    await writeFile(file, program('two'));
    load(file);
    for (const damaged of [
      compiled.subarray(0, 10),
      compiled.subarray(0, compiled.length / 2),
      Buffer.alloc(0),
    ]) {
      await writeFile(file, program('een'));
      await writeFile(cacheOf(file), damaged);
      load(file);
    }
    assert.deepEqual(
      ran.map((one) => (one as string[])[0]),
      ['een', 'een', 'two', 'een', 'een', 'een'],
    );
    assert.deepEqual(ran[0], ['een', 'x.cjs', 'object']);
    delete (globalThis as { vangnetRan?: unknown[] }).vangnetRan;
  });
});
