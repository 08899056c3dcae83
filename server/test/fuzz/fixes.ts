/** Every change that is offered leaves a file that can still be read. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/edits/draft.js';
import { LineIndex, splitByteOrderMark } from '../../src/core/text.js';
import { analyseText } from '../../src/testing/marked.js';
import { caseText, randomCase } from '../../src/testing/random-case.js';
import { edited, inherited } from '../../src/testing/texts.js';
import type { Kind } from './kind.js';
import { type Place, requestsAt, walk } from './walk.js';

interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}

/** A change of one document takes a while to check: this many a file. */
const MOST = 40;

const CHANGING =
  /codeAction$|ormatting$|\/rename$|^vangnet\/(?:addItem|addBelow|setField|moveItem|setLetter|pseudonymise|paste|drop)$|inlayHint$/;

export const fixesKind: Kind<{ readonly text: string; readonly at: number }> = {
  name: 'fixes',
  inputs: fc.record({
    text: fc.oneof(
      { weight: 4, arbitrary: edited },
      { weight: 1, arbitrary: inherited },
      { weight: 2, arbitrary: fc.oneof(randomCase('nl'), randomCase('de')).map(caseText) },
    ),
    at: fc.nat(2 ** 20),
  }),
  check: async ({ text: given, at }, bench) => {
    const { text } = splitByteOrderMark(given);
    if (unreadable(text) > 0) return;
    const wire = await bench.server('plain');
    const before = wire.asked;
    const uri = bench.address();
    wire.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'vangnet-case', version: 1, text },
    });
    const lines = new LineIndex(text);
    const cursor = lines.positionAt(Math.floor((at / 2 ** 20) * text.length));
    const askings = requestsAt(uri, cursor, lines.positionAt(text.length));
    const told = await walk(
      wire,
      askings.filter(([method]) => CHANGING.test(method)),
    );
    let tried = 0;
    for (const { method, result } of told)
      for (const edits of changesIn(result)) {
        if (tried++ > MOST) break;
        bench.figures.edits++;
        const changed = applyEdits(
          text,
          edits.map(({ range, newText }) => ({
            start: lines.offsetAt(range.start),
            end: lines.offsetAt(range.end),
            text: newText,
          })),
        );
        assert.equal(
          unreadable(changed),
          0,
          `${method} leaves what can’t be read:\n${JSON.stringify(edits)}`,
        );
      }
    wire.notify('textDocument/didClose', { textDocument: { uri } });
    bench.count(wire, before);
  },
};

function unreadable(text: string): number {
  return analyseText(text).findings.filter(({ rule }) => rule === 'yaml-syntax' || rule === 'alias-cycle')
    .length;
}

/** Each list of edits to one document, wherever in an answer. */
function* changesIn(value: unknown): Generator<readonly Edit[]> {
  if (typeof value !== 'object' || value === null) return;
  if (isEdit(value)) yield [value];
  else if (Array.isArray(value) && value.length > 0 && value.every(isEdit)) yield value;
  else for (const inner of Object.values(value)) yield* changesIn(inner);
}

function isEdit(value: unknown): value is Edit {
  return typeof value === 'object' && value !== null && 'newText' in value && 'range' in value;
}
