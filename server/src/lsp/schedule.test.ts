import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver';
import { Cancelled, Foreground, InTurn, inStretches, lullFor, Stale } from './schedule.js';

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

  it('pauses long work while somebody waits for an answer, and gives it up where it isn’t wanted', async () => {
    const foreground = new Foreground();
    const source = new CancellationTokenSource();
    const done: string[] = [];
    function* work() {
      yield;
      done.push('work');
    }
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const answered = foreground.during(waiting).then(() => done.push('answer'));
    const outcome = foreground.behind(work(), source.token, () => true);
    setTimeout(answer, 5);
    await Promise.all([answered, outcome]);
    assert.deepEqual(done, ['answer', 'work']);
    await assert.rejects(
      foreground.behind(work(), source.token, () => false),
      Stale,
    );
    source.cancel();
    await assert.rejects(
      foreground.behind(work(), source.token, () => false),
      Cancelled,
    );
    assert.equal(done.length, 2);
  });

  it('does one thing after another, whatever became of the one before', async () => {
    const inTurn = new InTurn();
    const done: string[] = [];
    const first = inTurn.after(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push('first');
      throw new Stale();
    });
    const second = inTurn.after(async () => done.push('second'));
    await assert.rejects(first, Stale);
    await second;
    assert.deepEqual(done, ['first', 'second']);
  });

  it('waits for a pause in the typing only where the file is huge, and never long', () => {
    assert.equal(lullFor(0), 0);
    assert.equal(lullFor(40), 0);
    assert.ok(lullFor(300) > 0);
    assert.equal(lullFor(10_000), 200);
  });
});
