/** What must hold of actions and of formatting while typing, on any case file and at any place. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../core/edits/draft.js';
import type { Analysis } from '../pipeline/analysis.js';
import { applyStep, editStep } from '../testing/edit-scripts.js';
import { analyseText } from '../testing/marked.js';
import { runs } from '../testing/properties.js';
import { caseText, randomCase } from '../testing/random-case.js';
import { actionsAt } from './actions/all.js';
import { layoutEdits } from './format/format.js';
import { typedEdits } from './format/on-type.js';

const aCase = fc.oneof(randomCase('nl'), randomCase('de')).map(caseText);

function errorsOf(analysis: Analysis): string[] {
  return analysis.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, start, end }) => `${rule} at ${analysis.text.slice(start, end)}`);
}

/** Every line that holds a comment, whatever stands before it. */
function commentsOf({ document }: Analysis): string[] {
  return document.units
    .flatMap(({ unit }) => unit.comments.map(({ start, end }) => unit.text.slice(start, end)))
    .sort();
}

describe('writing aids on any case file', function () {
  this.timeout(120_000);

  it('offer actions that bring no error, change something, and keep every comment', () => {
    fc.assert(
      fc.property(aCase, fc.nat(2 ** 20), fc.nat(60), (plain, at, length) => {
        const text = plain.replace(/^( *)- id:/gm, '$1# of it\n$1- id:');
        const start = Math.floor((at / 2 ** 20) * text.length);
        const analysis = analyseText(text);
        for (const action of actionsAt(analysis, { start, end: start + length }, () => true)) {
          const after = analyseText(applyEdits(text, action.edits));
          assert.notEqual(after.text, text, action.id);
          const known = errorsOf(analysis);
          for (const error of errorsOf(after)) {
            const index = known.indexOf(error);
            assert.notEqual(index, -1, `${action.id} brings ${error}\n${after.text}`);
            known.splice(index, 1);
          }
          assert.deepEqual(commentsOf(after), commentsOf(analysis), action.id);
        }
      }),
      runs(60, 20_261_131),
    );
  });

  it('put what is inserted where formatting leaves it', () => {
    fc.assert(
      fc.property(aCase, fc.nat(2 ** 20), (plain, at) => {
        const formatted = (text: string) => applyEdits(text, layoutEdits(analyseText(text).document, {}));
        const text = formatted(plain);
        const start = Math.floor((at / 2 ** 20) * text.length);
        for (const { id, edits } of actionsAt(analyseText(text), { start, end: start + 20 }, () => true)) {
          const result = applyEdits(text, edits);
          assert.equal(formatted(result), result, id);
        }
      }),
      runs(40, 20_261_132),
    );
  });

  it('change only blanks while someone types, and only on the line and the one above', () => {
    fc.assert(
      fc.property(
        aCase,
        fc.array(editStep, { maxLength: 2 }),
        fc.nat(2 ** 20),
        fc.constantFrom('\n', '-'),
        (plain, steps, at, typed) => {
          const damaged = steps.reduce(applyStep, plain);
          const place = Math.floor((at / 2 ** 20) * damaged.length);
          const text = `${damaged.slice(0, place)}${typed}${damaged.slice(place)}`;
          const analysis = analyseText(text);
          const { lines } = analysis.document;
          const line = lines.lineAt(place + 1);
          for (const edit of typedEdits(analysis, place + 1, typed)) {
            assert.match(text.slice(edit.start, edit.end) + edit.text, /^[ \t]*$/);
            assert.ok([line, line - 1].includes(lines.lineAt(edit.start)));
          }
        },
      ),
      runs(120, 20_261_133),
    );
  });
});
