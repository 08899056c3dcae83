import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readShard, shardOf } from './shard.js';

describe('a part of the files', () => {
  it('is written as 2/5', () => {
    assert.deepEqual(readShard('2/5'), { number: 2, of: 5 });
    assert.deepEqual(readShard('1/1'), { number: 1, of: 1 });
    for (const odd of ['', '0/5', '6/5', '2', '2/', '/2', '2/5/6', '-1/5', '1.5/2', ' 2/5', '1/1000', '02/5'])
      assert.equal(readShard(odd), undefined, odd);
  });

  describe('of files on the disk', () => {
    const sizes = [40_000, 3, 10_000, 10_000, 9_000, 0, 12_000, 500, 500, 25_000, 7_000];
    let folder = '';
    const files = sizes.map((_, index) => `zaak-${String(index).padStart(2, '0')}.case.yaml`);
    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'vangnet-shard-'));
      for (const [index, file] of files.entries())
        await writeFile(path.join(folder, file), 'x'.repeat(sizes[index] as number));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    it('together the parts are all of them, each once and in their order', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 20 }), (of) => {
          const parts = Array.from({ length: of }, (_, index) =>
            shardOf(files, { number: index + 1, of }, folder),
          );
          assert.deepEqual(parts.flat().sort(), files);
          for (const part of parts) assert.deepEqual(part, [...part].sort());
        }),
      );
    });

    it('are of about the same size', () => {
      const sizeOf = (part: readonly string[]) =>
        part.reduce((sum, file) => sum + (sizes[files.indexOf(file)] as number), 0);
      const parts = [1, 2, 3].map((number) => sizeOf(shardOf(files, { number, of: 3 }, folder)));
      // The largest file alone is more than a third.
      assert.deepEqual(parts, [40_000, 35_003, 39_000]);
    });

    it('hold what is not there as well, so that somebody tells', () => {
      const some = [...files, 'weg.case.yaml'];
      const parts = [1, 2].flatMap((number) => shardOf(some, { number, of: 2 }, folder));
      assert.ok(parts.includes('weg.case.yaml'));
    });
  });
});
