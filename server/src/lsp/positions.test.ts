import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCase } from '../core/document.js';
import { chooseEncoding, type Encoding, Positions } from './positions.js';

const TEXT = 'a: é😀x\r\nb: 日本\rc: \u{1F468}\u200d\u{1F469}\nd';

describe('how a client counts', () => {
  it('is UTF-16 wherever it lists that or lists nothing', () => {
    assert.equal(chooseEncoding(undefined), 'utf-16');
    assert.equal(chooseEncoding([]), 'utf-16');
    assert.equal(chooseEncoding(['utf-8', 'utf-16']), 'utf-16');
    assert.equal(chooseEncoding(['utf-32', 'utf-8']), 'utf-32');
    assert.equal(chooseEncoding(['utf-8']), 'utf-8');
    assert.equal(chooseEncoding(['utf-7']), 'utf-16');
  });

  const columns: [Encoding, number, number, number][] = [
    ['utf-8', 9, 9, 14],
    ['utf-16', 6, 5, 8],
    ['utf-32', 5, 5, 6],
  ];
  for (const [encoding, x, japanese, family] of columns)
    it(`puts ${encoding} columns behind what is longer than a letter`, () => {
      const lines = new Positions(encoding).inText(TEXT);
      assert.deepEqual(lines.positionAt(TEXT.indexOf('x')), { line: 0, character: x });
      assert.deepEqual(lines.positionAt(TEXT.indexOf('\rc')), { line: 1, character: japanese });
      assert.deepEqual(lines.positionAt(TEXT.indexOf('\nd')), { line: 2, character: family });
    });

  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const) {
    it(`goes there and back in ${encoding}`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom('a', 'é', '日', '😀', '\r\n', '\n', '\r', '\u200d')),
          (parts) => {
            const text = parts.join('');
            const lines = new Positions(encoding).inText(text);
            const known = new Set<string>();
            let at = 0;
            for (const part of [...parts, '']) {
              // Between CR and LF there is no position.
              if (!(text[at] === '\n' && text[at - 1] === '\r')) {
                const position = lines.positionAt(at);
                assert.equal(lines.offsetAt(position), at);
                known.add(`${position.line}:${position.character}`);
              }
              at += part.length;
            }
            assert.ok(known.size <= parts.length + 1);
          },
        ),
      );
    });

    it(`clamps in ${encoding} what lies past the line, the text or before a character’s end`, () => {
      const lines = new Positions(encoding).inText('😀\nb');
      assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
      assert.equal(lines.offsetAt({ line: 9, character: 0 }), 4);
      if (encoding === 'utf-8') assert.equal(lines.offsetAt({ line: 0, character: 3 }), 0);
    });

    it(`counts a byte-order mark in ${encoding} only on the first line, and only where the client has one`, () => {
      const positions = new Positions(encoding);
      const [marked, plain] = [parseCase('a: 1\nb: 2'), parseCase('a: 1\nb: 2')];
      positions.noteMark(marked);
      const mark = encoding === 'utf-8' ? 3 : 1;
      assert.deepEqual(positions.in(marked).positionAt(3), { line: 0, character: 3 + mark });
      assert.deepEqual(positions.in(marked).positionAt(5), { line: 1, character: 0 });
      assert.equal(positions.in(marked).offsetAt({ line: 0, character: mark }), 0);
      assert.equal(positions.in(marked).offsetAt({ line: 0, character: 0 }), 0);
      assert.deepEqual(positions.in(plain).positionAt(3), { line: 0, character: 3 });
    });
  }
});
