/** What must hold of hints, lenses, tokens, links and the hierarchy on every text, however it came about. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { LANGUAGES, say } from '../core/words/words.js';
import { type Analysis, analyse } from '../pipeline/analysis.js';
import { applyStep, editStep } from '../testing/edit-scripts.js';
import { analyseText } from '../testing/marked.js';
import { caseText, randomCase } from '../testing/random-case.js';
import { documentLinksOf } from './document-links.js';
import { hierarchyStep } from './hierarchy.js';
import { hintsOf, tooltipOf } from './hints/hints.js';
import { lensesOf } from './lenses/lenses.js';
import { indexOf } from './links.js';
import { tokensOf } from './tokens.js';

/** All of it, in words, as far as it must be the same for the same text. */
function everything(analysis: Analysis) {
  const ids = [...indexOf(analysis.model).definitions.keys()];
  return {
    hints: hintsOf(analysis).map(({ at, label }) => `${at} ${say(label, 'nl')}`),
    lenses: lensesOf(analysis).map(({ start, end, title, offer }) => [start, end, say(title, 'nl'), offer]),
    tokens: tokensOf(analysis),
    links: documentLinksOf(analysis),
    hierarchy: ids.map((id) => hierarchyStep(analysis, id, 'carriedBy', 'nl').map((item) => item.id)),
  };
}

function assertSound(analysis: Analysis): void {
  const { text } = analysis;
  const spans = [...tokensOf(analysis), ...lensesOf(analysis), ...documentLinksOf(analysis)];
  for (const { start, end } of spans) {
    assert.ok(start >= 0 && end >= start && end <= text.length);
    assert.ok(!text.slice(start, end).includes('\n'), text.slice(start, end));
  }
  for (const inOrder of [tokensOf(analysis), documentLinksOf(analysis)])
    for (const [index, { start }] of inOrder.entries())
      assert.ok(index === 0 || start >= (inOrder[index - 1]?.end ?? 0));
  for (const { at } of hintsOf(analysis)) assert.ok(at > 0 && at <= text.length);
}

describe('reading aids', function () {
  this.timeout(60_000);

  it('are the same for a text that was typed as for one that is opened, and stay inside it', () => {
    const samples = ['minimal', 'common-mistakes', 'afia-weak'].map((name) =>
      readFileSync(`samples/${name}.case.yaml`, 'utf8'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(editStep, { minLength: 1, maxLength: 5 }),
        (text, steps) => {
          let typed = analyseText(text);
          everything(typed);
          for (const step of steps) {
            typed = analyse(applyStep(typed.text, step), typed.inputs, typed);
            assertSound(typed);
            assert.deepEqual(everything(typed), everything(analyseText(typed.text)));
          }
        },
      ),
      { numRuns: 25, seed: 20261124 },
    );
  });

  it('say what they say in three languages, whatever the case says', () => {
    fc.assert(
      fc.property(fc.oneof(randomCase('nl'), randomCase('de')), (data) => {
        const analysis = analyseText(caseText(data));
        assertSound(analysis);
        for (const language of LANGUAGES) {
          const said = [
            ...hintsOf(analysis).flatMap((hint) => [say(hint.label, language), tooltipOf(hint, language)]),
            ...lensesOf(analysis).map(({ title }) => say(title, language)),
          ];
          for (const text of said)
            assert.doesNotMatch(text, /undefined|\[object|^$|(?:hints|lenses|grounds)\.[a-z-]+/);
        }
      }),
      { numRuns: 60, seed: 20261124 },
    );
  });
});
