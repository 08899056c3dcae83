/** What must hold of everything that an editor shows of a text, however the text came about. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { LANGUAGES, say } from '../core/words/words.js';
import { type Analysis, analyse } from '../pipeline/analysis.js';
import { editStep } from '../testing/edit-scripts.js';
import { analyseText } from '../testing/marked.js';
import { caseText, randomCase } from '../testing/random-case.js';
import { ODD, versionsOf } from '../testing/texts.js';
import { completionsAt } from './completion/complete.js';
import { documentLinksOf } from './document-links.js';
import { hierarchyStep } from './hierarchy.js';
import { hintsOf, tooltipOf } from './hints/hints.js';
import { hoverAt } from './hover/hover.js';
import { lensesOf } from './lenses/lenses.js';
import { indexOf } from './links.js';
import { occurrencesOf } from './navigation.js';
import { overviewOf } from './overview/overview.js';
import { foldsOf, stretchesAt } from './ranges.js';
import { readableCase } from './readable/readable.js';
import { outlineOf } from './symbols.js';
import { tokensOf } from './tokens.js';

/** All of it, in words, as far as it must be the same for the same text. @param at places to ask about, from 0 to 1 */
function everything(analysis: Analysis, at: readonly number[] = []) {
  const offsets = at.map((share) => Math.floor(share * analysis.text.length));
  const ids = [...indexOf(analysis.model).definitions.keys()];
  return {
    hints: hintsOf(analysis).map(({ at, label }) => `${at} ${say(label, 'nl')}`),
    lenses: lensesOf(analysis).map(({ start, end, title, offer }) => [start, end, say(title, 'nl'), offer]),
    tokens: tokensOf(analysis),
    links: documentLinksOf(analysis),
    hierarchy: ids.map((id) => hierarchyStep(analysis, id, 'carriedBy', 'nl').map((item) => item.id)),
    occurrences: ids.map((id) => occurrencesOf(analysis, id)),
    outline: LANGUAGES.map((language) => outlineOf(analysis, language)),
    overview: overviewOf(analysis, 'nl'),
    folds: foldsOf(analysis.document),
    readable: LANGUAGES.map((language) => told(readableCase(analysis, language))),
    hovers: offsets.map((offset) => hoverAt(analysis, offset, 'nl')),
    completions: offsets.map((offset) => told(completionsAt(analysis, offset, 'nl'))),
    stretches: offsets.map((offset) => stretchesAt(analysis.document, offset)),
  };
}

/** As it would be sent: without functions, which nothing compares. */
function told(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer));
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
        fc.constantFrom(...samples, ODD),
        fc.array(editStep, { minLength: 1, maxLength: 5 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 4 }),
        (start, steps, at) => {
          let typed = analyseText(start);
          everything(typed, at);
          for (const text of versionsOf(start, steps).slice(1)) {
            typed = analyse(text, typed.inputs, typed);
            assertSound(typed);
            assert.deepEqual(everything(typed, at), everything(analyseText(text), at));
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
