import assert from 'node:assert/strict';
import { joined, LANGUAGES } from './words.js';

describe('lists in words', () => {
  it('have no comma before the last word in any of the languages', () => {
    assert.deepEqual(
      LANGUAGES.map((language) => joined(['a', 'b', 'c'], 'and', language)),
      ['a, b en c', 'a, b and c', 'a, b und c'],
    );
    assert.deepEqual(
      LANGUAGES.map((language) => joined(['a', 'b', 'c'], 'or', language)),
      ['a, b of c', 'a, b or c', 'a, b oder c'],
    );
  });
});
