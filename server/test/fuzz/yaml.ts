/** Any text: read like plain `yaml`, and every question about it is answered with ranges inside it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex, splitByteOrderMark } from '../../src/core/text.js';
import { edited, inherited, SAMPLES } from '../../src/testing/texts.js';
import { assertReadLikeYaml } from '../../src/testing/yaml-reference.js';
import { yamlText } from '../../src/testing/yaml-text.js';
import type { Kind } from './kind.js';
import { exportsOf, rangesIn, requestsAt, requestsOfAll, walk } from './walk.js';
import type { Wire } from './wire.js';

interface Input {
  readonly text: string;
  /** Where the cursor stands, by parts of 2^20. */
  readonly at: number;
  readonly papers: boolean;
}

const hostile = fc
  .array(fc.constantFrom(...'ab:-?#&*!|>\'"%@`{}[], \t\r\n\uFEFF\uD83D\uDE00\u2028\u0000<~\u202E\u001B'), {
    maxLength: 80,
  })
  .map((parts) => parts.join(''));

/** Up to a megabyte: more of what a sample has. */
const large = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.integer({ min: 2, max: 60 }), fc.boolean())
  .map(([text, times, isItems]) => {
    const items = text.split(/(?=^ {2}- )/m);
    const more = (isItems ? items.slice(1) : items.slice(-1)).join('').repeat(times);
    return `${text}${more}`.slice(0, 1_000_000);
  });

const text = fc.oneof(
  { weight: 5, arbitrary: edited },
  { weight: 3, arbitrary: yamlText },
  { weight: 2, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...SAMPLES), hostile).map(([sample, odd]) => sample + odd),
  },
  { weight: 1, arbitrary: large },
  { weight: 2, arbitrary: inherited },
);

export const yamlKind: Kind<Input> = {
  name: 'yaml',
  inputs: fc.record({ text, at: fc.nat(2 ** 20), papers: fc.nat(9).map((n) => n === 0) }),
  check: async ({ text, at, papers }, bench) => {
    if (text.length < 100_000) assertReadLikeYaml(splitByteOrderMark(text).text);
    const wire = await bench.server();
    const before = wire.asked;
    const uri = bench.address();
    wire.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'vangnet-case', version: 1, text },
    });
    // As the client has it: a byte-order mark is a character of the first line.
    const lines = new LineIndex(text);
    const cursor = lines.positionAt(Math.floor((at / 2 ** 20) * lines.text.length));
    const end = lines.positionAt(lines.text.length);
    const told = await walk(wire, [...requestsAt(uri, cursor, end), ...(papers ? exportsOf(uri) : [])]);
    for (const { method, result } of told) {
      assertInside(method, result, lines);
      assert.doesNotMatch(JSON.stringify(result), NO_WORDS, method);
    }
    await walk(wire, requestsOfAll());
    await assertUnchanged(wire, uri);
    wire.notify('textDocument/didClose', { textDocument: { uri } });
    bench.count(wire, before);
  },
};

/** What JavaScript makes of what is no text. */
const NO_WORDS = /\[native code\]|\[object [A-Z]\w+\]/;

/** Who says which result it has is told that it is still the one. */
async function assertUnchanged(wire: Wire, uri: string): Promise<void> {
  const ask = async (more: object) => {
    const { result } = await wire.request('textDocument/diagnostic', { textDocument: { uri }, ...more });
    return result as { kind: string; resultId?: string } | undefined;
  };
  const first = await ask({});
  if (first?.resultId === undefined) return;
  const { kind } = (await ask({ previousResultId: first.resultId })) ?? {};
  assert.equal(kind, 'unchanged', 'nothing changed, and yet the findings are others');
  assert.equal((await ask({ previousResultId: `${first.resultId}x` }))?.kind, 'full');
}

function assertInside(method: string, result: unknown, lines: LineIndex): void {
  for (const { start, end } of rangesIn(result)) {
    const place = `${method} ${JSON.stringify({ start, end })}`;
    for (const { line, character } of [start, end]) {
      assert.ok(Number.isInteger(line) && line >= 0 && line < lines.lineCount, `${place}: no such line`);
      const length = lines.lineEnd(line) - lines.lineStart(line);
      assert.ok(character >= 0 && character <= length, `${place}: past the line`);
    }
    assert.ok(
      start.line < end.line || (start.line === end.line && start.character <= end.character),
      `${place}: turned round`,
    );
  }
}
