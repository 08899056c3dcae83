import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../testing/properties.js';
import { countGraphemes, graphemes, printable } from './printable.js';

describe('text for a terminal', () => {
  it('counts characters as a person does', () => {
    for (const [text, count] of [
      ['', 0],
      ['Afia', 4],
      ['Zoë', 3],
      ['Zoe\u0308', 3],
      ['👩‍👩‍👧 thuis', 7],
      ['\t- id', 5],
    ] as const)
      assert.equal(countGraphemes(text), count, JSON.stringify(text));
  });

  it('counts the same as cutting the text into characters', () => {
    const piece = fc.constantFrom('a', ' ', 'ë', 'e\u0308', '😀', '👩‍👩‍👧', '🇳🇱', '\u0308', '\t', '漢', '한');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        assert.equal(countGraphemes(text), graphemes(text).length);
      }),
      runs(500, 8),
    );
  });

  it('counts through a line of megabytes', () => {
    assert.equal(countGraphemes('x'.repeat(3_000_000)), 3_000_000);
    assert.equal(countGraphemes('é'.repeat(3_000_000)), 3_000_000);
  });

  it('shows control characters instead of obeying them', () => {
    assert.equal(printable('a\u001B[31mb\u202Ec'), 'a\\u001b[31mb\\u202ec');
  });
});
