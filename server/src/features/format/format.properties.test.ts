/** What must hold of formatting whatever the text: nothing is said differently, and once is enough. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { parseCase } from '../../core/document.js';
import { applyEdits } from '../../core/edits/draft.js';
import { applyStep, editStep } from '../../testing/edit-scripts.js';
import { runs } from '../../testing/properties.js';
import { SAMPLES } from '../../testing/texts.js';
import { yamlText } from '../../testing/yaml-text.js';
import { formatEdits, isReadable, layoutEdits } from './format.js';

/** By the layout alone: that the result is compared in the end may not hide what it does wrong. */
function formatted(text: string, tabSize?: number): string {
  const doc = parseCase(text);
  const edits = layoutEdits(doc, tabSize === undefined ? {} : { tabSize });
  for (const edit of edits)
    assert.match(text.slice(edit.start, edit.end) + edit.text, /^[ \t\r\n]*$/, 'only blanks change');
  return applyEdits(text, edits);
}

/** By `yaml` itself; aliases by their names. */
function valuesOf(text: string): unknown {
  return plainValue(parseDocument(text, { uniqueKeys: false, logLevel: 'silent' }).contents);
}

function plainValue(node: unknown): unknown {
  if (isAlias(node)) return `*${node.source}`;
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map(plainValue);
  if (isMap(node)) return node.items.map(plainValue);
  return isPair(node) ? { key: plainValue(node.key), value: plainValue(node.value) } : node;
}

function commentsOf(text: string): string[] {
  return parseCase(text).units.flatMap(({ unit }) =>
    unit.comments.map(({ start, end }) => unit.text.slice(start, end).trimEnd()),
  );
}

function check(text: string): void {
  const doc = parseCase(text);
  const result = formatted(text);
  if (!isReadable(doc)) {
    assert.equal(result, text);
    return;
  }
  assert.deepEqual(valuesOf(result), valuesOf(text));
  assert.deepEqual(commentsOf(result), commentsOf(text));
  assert.equal(formatted(result), result, 'a second time changes nothing');
  assert.deepEqual(formatEdits(doc), layoutEdits(doc, {}), 'the layout was right');
  const breaks = (of: string) => new Set(of.match(/\r?\n/g));
  if (breaks(text).size === 1) assert.deepEqual(breaks(result), breaks(text));
}

describe('formatting any text', function () {
  this.timeout(120_000);

  it('keeps values, comments and line breaks, and is done at once', () => {
    fc.assert(fc.property(yamlText, check), runs(300, 20_261_125));
  });

  it('keeps to the lines that it is asked for', () => {
    const asked = fc.record({ text: yamlText, from: fc.nat(30), count: fc.nat(12) });
    fc.assert(
      fc.property(asked, ({ text, from, count }) => {
        const doc = parseCase(text);
        const lines = { first: from, last: from + count };
        const edits = layoutEdits(doc, { lines });
        const result = applyEdits(text, edits);
        assert.deepEqual(valuesOf(result), valuesOf(text));
        assert.deepEqual(commentsOf(result), commentsOf(text));
        for (const { start } of edits) {
          const line = doc.lines.lineAt(start);
          assert.ok(line >= lines.first && line <= lines.last);
        }
      }),
      runs(300, 20_261_125),
    );
  });

  it('does so with the samples, damaged at random', () => {
    const damaged = fc
      .tuple(fc.constantFrom(...SAMPLES), fc.array(editStep, { minLength: 1, maxLength: 4 }), fc.boolean())
      .map(([text, steps, crlf]) => steps.reduce(applyStep, crlf ? text.replaceAll('\n', '\r\n') : text));
    fc.assert(fc.property(damaged, check), runs(60, 20_261_126));
  });

  it('leaves the samples as they are', () => {
    for (const text of SAMPLES) assert.equal(formatted(text, 4), text);
  });
});
