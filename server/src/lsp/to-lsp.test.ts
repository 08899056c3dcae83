import assert from 'node:assert/strict';
import { firstSentenceApart } from './to-lsp.js';

describe('the line that the list of problems shows', () => {
  it('is the first sentence', () => {
    assert.equal(firstSentenceApart('Een tekst. Nog een. En nog een.'), 'Een tekst.\nNog een. En nog een.');
    assert.equal(firstSentenceApart('Steht hier „so.“ Bitte ändern.'), 'Steht hier „so.“\nBitte ändern.');
  });

  it('does not end at the day of a German date', () => {
    assert.equal(
      firstSentenceApart('Die Frist lief bis zum 3. März 2014. Es zählt der Tag.'),
      'Die Frist lief bis zum 3. März 2014.\nEs zählt der Tag.',
    );
  });
});
