import assert from 'node:assert/strict';
import { named } from './named.js';

describe('named parts', () => {
  const [a, b, again, nameless] = [
    { data: { id: 'a' } },
    { data: { id: 'b' } },
    { data: { id: 'a' } },
    { data: {} },
  ];
  const list = [a, b, again, nameless];

  it('come in the order of the list, each once, all of those that share an id', () => {
    assert.deepEqual(named(list, ['b', 'a', 'b']), [a, b, again]);
  });

  it('are those that an id names: no id names none', () => {
    assert.deepEqual(named(list, [undefined, 'c']), []);
  });
});
