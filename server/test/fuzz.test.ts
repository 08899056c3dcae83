/** A short round of every kind of fuzzing, and everything that longer ones (`npm run fuzz`) ever found. */

import assert from 'node:assert/strict';
import { corpus } from './fuzz/corpus.js';
import { Bench } from './fuzz/kind.js';
import { KINDS, round } from './fuzz/round.js';

const SEED = 20_261_128;
const RUNS: Readonly<Record<string, number>> = { yaml: 30, edits: 12, traffic: 15, fixes: 10 };

describe('fuzzing', function () {
  // A guard against hanging, not a measure of speed.
  this.timeout(120_000);
  const bench = new Bench();
  after(() => bench.stop());

  for (const { file, kind: name, failure, input } of corpus())
    it(`${file} holds: ${failure.split('\n')[0]}`, async () => {
      const kind = KINDS.find((one) => one.name === name);
      assert.ok(kind, `no such kind: ${name}`);
      await kind.check(input, bench);
    });

  for (const kind of KINDS)
    it(`a round of ${kind.name} finds nothing`, async () => {
      const failure = await round(kind, bench, RUNS[kind.name] ?? 10, SEED);
      assert.equal(failure, undefined, failure && `${failure.message}\n${JSON.stringify(failure.input)}`);
    });
});
