import assert from 'node:assert/strict';
import { atOnce, joined, lazily, mapped } from './steps.js';

describe('steps', () => {
  it('go on an item at a time, and come to what all of them make', () => {
    const steps = mapped([1, 2, 3], (n) => n * n);
    assert.equal(steps.next().done, false);
    assert.deepEqual(atOnce(steps), [1, 4, 9]);
    assert.equal(atOnce(joined(['a', '', 'b'])), 'ab');
    assert.equal(atOnce(joined([])), '');
  });

  it('make nothing before it is asked for, and make it anew each time', () => {
    let made = 0;
    const squares = lazily([1, 2, 3], (n) => {
      made++;
      return n * n;
    });
    assert.equal(made, 0);
    const [first] = squares;
    assert.deepEqual([first, made], [1, 1]);
    assert.deepEqual([...squares, ...squares], [1, 4, 9, 1, 4, 9]);
  });
});
