import assert from 'node:assert/strict';
import { Workload } from './workload.js';

/** After so many of the files have taken so long each, of which a cache knew all but each `step`-th. */
function after(done: number, of: number, milliseconds: number, step = 1): Workload {
  const workload = new Workload();
  for (let file = 0; file < done; file += step) workload.add(milliseconds, of - file);
  return workload;
}

describe('the work of a run', () => {
  it('is worth threads where there is much of it', () => {
    assert.equal(after(1_000, 20_000, 1.1).isWorth(2, 19_000), true);
    assert.equal(after(1_000, 2_000, 1.1).isWorth(2, 1_000), false);
    assert.equal(after(300, 2_000, 10).isWorth(2, 1_700), true);
  });

  it('is sooner worth many threads than two', () => {
    const workload = after(1_100, 3_100, 1);
    assert.equal(workload.isWorth(2, 2_000), false);
    assert.equal(workload.isWorth(8, 2_000), true);
    assert.equal(workload.isWorth(1, 2_000_000), false);
  });

  it('is not judged by its first milliseconds', () => {
    assert.equal(new Workload().isWorth(8, 1_000_000), false);
    assert.equal(after(10, 1_000_000, 20).isWorth(8, 999_990), false);
  });

  it('is judged by the last files: the first are slow', () => {
    const workload = after(20, 3_000, 30);
    for (let file = 20; file < 500; file++) workload.add(1, 3_000 - file);
    assert.equal(workload.isWorth(2, 2_500), false);
  });

  it('is less where a cache knows most', () => {
    assert.equal(after(10_000, 20_000, 5, 20).isWorth(2, 10_000), false);
    assert.equal(after(10_000, 20_000, 5).isWorth(2, 10_000), true);
  });
});
