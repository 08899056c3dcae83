/** Whatever is offered fits where it is offered: tried by putting it in, at many places of every sample. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { applyEdits } from '../../core/edits/draft.js';
import { type Analysis, analyse } from '../../pipeline/analysis.js';
import { applyStep, editStep } from '../../testing/edit-scripts.js';
import { analyseText } from '../../testing/marked.js';
import { completionsAt } from './complete.js';

const SAMPLES = readdirSync('samples').filter((name) => name.endsWith('.case.yaml'));

/** What says that something can't stand where it stands. */
const FORM = new Set([
  'yaml-syntax',
  'duplicate-key',
  'unknown-key',
  'wrong-type',
  'unknown-value',
  'bad-format',
  'duplicate-id',
  'unknown-reference',
  'unknown-source',
  'impossible-date',
  'unknown-rule-in-suppression',
]);

function errorsOf(analysis: Analysis): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of analysis.findings) if (FORM.has(rule)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** Offers at the place, put in one by one; none may bring an error that was not there. */
function tryAll(text: string, offset: number): number {
  const analysis = analyseText(text);
  const before = errorsOf(analysis);
  const offers = completionsAt(analysis, offset, 'nl');
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  for (const offer of [...new Set([offers[0], offers[offers.length >> 1], offers.at(-1)])]) {
    if (!offer) continue;
    assert.ok(offer.start <= offset && offset <= offer.end, 'the cursor stands in what is replaced');
    assert.ok(!text.slice(offer.start, offer.end).includes('\n'), 'on one line');
    if (offer.isOutdated) continue;
    const inserted = offer.withoutStops ?? offer.text;
    const isOpen = /: (?:>-\s*)?$/.test(inserted);
    const result = applyEdits(text, [
      { start: offer.start, end: offer.end, text: isOpen ? `${inserted}{{x}}` : inserted },
    ]);
    const after = analyse(result, analysis.inputs, analysis);
    for (const [rule, count] of errorsOf(after))
      assert.ok(
        count <= (before.get(rule) ?? 0),
        `${offer.kind} ${offer.label} behind ${JSON.stringify(line)} at ${offset} brings ${rule}:\n${JSON.stringify(text.slice(offset - 150, offset))}\n${result.slice(Math.max(0, offset - 200), offset + 200)}`,
      );
  }
  return offers.length;
}

/** How many places of each sample are tried in each way. */
const PLACES = Number(process.env.PLACES ?? 8);

describe('completion at any place of a case', function () {
  this.timeout(600_000);
  for (const [index, name] of SAMPLES.entries()) {
    const eol = index % 2 === 0 ? '\n' : '\r\n';
    const text = readFileSync(`samples/${name}`, 'utf8').replaceAll('\n', eol);
    const stride = Math.ceil(text.length / PLACES);
    const places = Array.from({ length: PLACES }, (_, place) => Math.min(text.length, place * stride + 7))
      // No cursor stands within a line break.
      .map((offset) => (text[offset - 1] === '\r' ? offset - 1 : offset));
    it(`offers nothing that would not fit: ${name}`, () => {
      for (const offset of places) tryAll(text, offset);
    });
    it(`nor while a line is half typed: ${name}`, () => {
      for (const offset of places) {
        const end = text.indexOf(eol, offset);
        tryAll(text.slice(0, offset) + (end === -1 ? '' : text.slice(end)), offset);
      }
    });
    it(`nor on an empty line, however it is indented: ${name}`, () => {
      let offered = 0;
      for (const [place, offset] of places.entries()) {
        const start = text.lastIndexOf('\n', offset) + 1;
        const indent = ' '.repeat((place % 5) * 2);
        offered += tryAll(
          `${text.slice(0, start)}${indent}${eol}${text.slice(start)}`,
          start + indent.length,
        );
        tryAll(`${text.slice(0, start)}${indent}-${eol}${text.slice(start)}`, start + indent.length + 1);
      }
      assert.ok(offered > 0);
    });
  }

  it('takes any text, and replaces only what the cursor touches', () => {
    const sample = readFileSync('samples/common-mistakes.case.yaml', 'utf8');
    fc.assert(
      fc.property(fc.array(editStep, { minLength: 1, maxLength: 6 }), fc.nat(2 ** 20), (steps, at) => {
        const text = steps.reduce(applyStep, sample);
        const analysis = analyseText(text);
        const { lines } = analysis.document;
        for (let part = 0; part < 8; part++) {
          const anywhere = Math.floor((((at + part * 2 ** 17) % 2 ** 20) / 2 ** 20) * (text.length + 1));
          const offset = lines.offsetAt(lines.positionAt(anywhere));
          for (const offer of completionsAt(analysis, offset, 'de')) {
            assert.ok(offer.start <= offset && offset <= offer.end);
            assert.equal(lines.lineAt(offer.start), lines.lineAt(offer.end));
            assert.ok(
              offer.stops.every(({ start, end }) => 0 <= start && start <= end && end <= offer.text.length),
            );
          }
        }
      }),
      { numRuns: 60, seed: 20_261_124 },
    );
  });
});
