/** What must hold of papers on every text, however it came about. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../core/steps.js';
import { LANGUAGES } from '../../core/words/words.js';
import { analyse } from '../../pipeline/analysis.js';
import { applyStep, editStep } from '../../testing/edit-scripts.js';
import { analyseText } from '../../testing/marked.js';
import { runs } from '../../testing/properties.js';
import { caseText, randomCase } from '../../testing/random-case.js';
import { edited } from '../../testing/texts.js';
import { assertWellFormed } from '../../testing/xml.js';
import { readableCase } from '../readable/readable.js';
import { WHATS } from './choices.js';
import { paperOf } from './compose.js';
import { htmlBody } from './html.js';
import { markdownOf } from './markdown.js';

function assertSound(text: string): void {
  const analysis = analyseText(text);
  for (const what of WHATS) {
    const language = LANGUAGES[text.length % LANGUAGES.length] ?? 'nl';
    const paper = atOnce(paperOf(analysis, what, language));
    if (!paper) continue;
    // Our HTML closes what it opens but for two elements that HTML leaves open.
    assertWellFormed(atOnce(htmlBody(paper)).replaceAll(/<col( [^>]*)?>/g, ''));
    assert.ok(atOnce(markdownOf(paper)).endsWith('*\n'));
    for (const { at } of paper.blocks)
      if (at) assert.ok(at.start >= 0 && at.start <= at.end && at.end <= analysis.text.length);
  }
}

describe('papers of any text', function () {
  this.timeout(60_000);

  it('can be made and shown, whatever stands in it', () => {
    fc.assert(fc.property(edited, assertSound), runs(30, 5_001));
    fc.assert(
      fc.property(
        fc.constantFrom('nl' as const, 'de' as const).chain((jurisdiction) => randomCase(jurisdiction)),
        (data) => assertSound(caseText(data)),
      ),
      runs(30, 5_002),
    );
  });

  it('are the same for a text that was typed as for one that is opened', () => {
    fc.assert(
      fc.property(edited, editStep, (text, step) => {
        const before = analyseText(text);
        readableCase(before, 'nl');
        const typed = analyse(applyStep(text, step), before.inputs, before);
        assert.deepEqual(readableCase(typed, 'nl'), readableCase(analyseText(typed.text), 'nl'));
      }),
      runs(30, 5_003),
    );
  });
});
