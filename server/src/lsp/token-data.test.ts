import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { LineIndex } from '../core/text.js';
import type { Token } from '../features/tokens.js';
import { encodeTokens, LEGEND, tokenEdits } from './token-data.js';

describe('tokens on the wire', () => {
  it('have types and modifiers of the protocol alone', () => {
    const types: readonly string[] = Object.values(SemanticTokenTypes);
    const modifiers: readonly string[] = Object.values(SemanticTokenModifiers);
    for (const type of LEGEND.tokenTypes) assert.ok(types.includes(type), type);
    for (const modifier of LEGEND.tokenModifiers) assert.ok(modifiers.includes(modifier), modifier);
  });

  it('count their place from the one before', () => {
    const text = 'a: 😀 b\r\n  c: d\n';
    const token = (kind: Token['kind'], what: string): Token => ({
      kind,
      start: text.indexOf(what),
      end: text.indexOf(what) + what.length,
    });
    const data = encodeTokens(
      [token('field', 'a'), token('own-id', 'b'), token('field', 'c'), token('choice', 'd')],
      new LineIndex(text),
    );
    const type = (name: string) => LEGEND.tokenTypes.indexOf(name);
    const declared = 1 << LEGEND.tokenModifiers.indexOf('declaration');
    assert.deepEqual(data, [
      ...[0, 0, 1, type('property'), 0],
      ...[0, 6, 1, type('variable'), declared],
      ...[1, 2, 1, type('property'), 0],
      ...[0, 3, 1, type('enumMember'), 0],
    ]);
  });

  it('change by what is sent of the difference', () => {
    const numbers = fc.array(fc.nat(2), { maxLength: 12 });
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        const edits = tokenEdits(before, after);
        assert.ok(edits.length <= 1);
        const result = [...before];
        for (const { start, deleteCount, data } of edits) result.splice(start, deleteCount, ...(data ?? []));
        assert.deepEqual(result, after);
      }),
      { numRuns: 500, seed: 20261124 },
    );
    assert.deepEqual(tokenEdits([1, 2], [1, 2]), []);
    assert.deepEqual(tokenEdits([1, 2, 3], [1, 9, 3]), [{ start: 1, deleteCount: 1, data: [9] }]);
  });
});
