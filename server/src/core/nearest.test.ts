import assert from 'node:assert/strict';
import { nearest } from './nearest.js';

describe('the nearest names', () => {
  it('are a slip or two away, nearest first', () => {
    assert.deepEqual(nearest('tile', ['file', 'title', 'name']), ['file', 'title']);
    assert.deepEqual(nearest('titl', ['file', 'title', 'name']), ['title']);
    assert.deepEqual(nearest('naem', ['name', 'kind']), ['name']);
    assert.deepEqual(nearest('hobby', ['name', 'kind']), []);
  });

  it('are one, where only capitals or hyphens differ', () => {
    assert.deepEqual(nearest('birthdate', ['deathDate', 'birthDate']), ['birthDate']);
    assert.deepEqual(nearest('de-sh', ['DE-HH', 'DE-SL', 'DE-SH']), ['DE-SH']);
  });

  it('of a word of one or two letters are guessed only where they are the same', () => {
    assert.deepEqual(nearest('v', ['m', 'f', 'x']), []);
    assert.deepEqual(nearest('UK', ['CK', 'DK', 'FK']), []);
    assert.deepEqual(nearest('iq', ['IQ', 'IR']), ['IQ']);
  });
});
