import assert from 'node:assert/strict';
import { meantByAny, nearest } from './nearest.js';

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

  it('of a text that is no name are guessed only where they are the same', () => {
    const long = 'a'.repeat(300);
    assert.deepEqual(nearest(`${long}b`, [long]), []);
    assert.deepEqual(nearest(long, [long.toUpperCase()]), [long.toUpperCase()]);
  });

  it('of many words are all the names, where there are too many to compare', () => {
    const names = Array.from({ length: 1_000 }, (_, n) => `brief-${n}`);
    assert.deepEqual([...meantByAny(['breif-7'], ['brief-7', 'kaart'])], ['brief-7']);
    assert.equal(meantByAny(['kaart'], names).size, 0);
    assert.equal(meantByAny(new Array(1_000).fill('kaart'), names).size, names.length);
  });
});
