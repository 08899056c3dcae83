import assert from 'node:assert/strict';
import { inStretches, lullFor, Stale } from './schedule.js';

describe('schedule', () => {
  it('does nothing of work that a message makes void which is here already', async () => {
    let steps = 0;
    let isWanted = true;
    function* work() {
      steps++;
      yield;
    }
    const outcome = inStretches(work(), () => isWanted);
    setImmediate(() => {
      isWanted = false;
    });
    await assert.rejects(outcome, Stale);
    assert.equal(steps, 0);
  });

  it('gives others their turn in long work, and gives it up between two steps', async () => {
    let steps = 0;
    let isWanted = true;
    function* work() {
      // A message that comes while the work is under way.
      setTimeout(() => {
        isWanted = false;
      }, 1);
      for (;;) {
        const begun = performance.now();
        while (performance.now() - begun < 5);
        steps++;
        yield;
      }
    }
    await assert.rejects(
      inStretches(work(), () => isWanted),
      Stale,
    );
    assert.ok(steps > 0);
  });

  it('waits for a pause in the typing only where the file is huge, and never long', () => {
    assert.equal(lullFor(0), 0);
    assert.equal(lullFor(40), 0);
    assert.ok(lullFor(300) > 0);
    assert.equal(lullFor(10_000), 200);
  });
});
