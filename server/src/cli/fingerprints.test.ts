import assert from 'node:assert/strict';
import { analyse, DEFAULT_SETTINGS } from '../pipeline/analysis.js';
import { dutchCase } from '../testing/marked.js';
import { withFingerprints } from './fingerprints.js';

/** `rule fingerprint` of what is found. */
function names(text: string, rule: string): readonly string[] {
  const { document, findings, suppressed } = analyse(text, { settings: DEFAULT_SETTINGS, today: 18_000 });
  return withFingerprints({ path: 'a.case.yaml', document, findings, suppressed })
    .filter((finding) => finding.rule === rule)
    .map((finding) => finding.fingerprint());
}

const events = (...dates: readonly string[]) =>
  dutchCase(
    `timeline:\n${dates.map((date, n) => `  - id: ev-${n}\n    date: ${date}\n    title: T\n    persons: [a]\n`).join('')}`,
  );

describe('fingerprints', () => {
  it('are those of the finding, wherever its line is, and of no other', () => {
    const [one, two, ...more] = names(events('2013-02-30', '2013-02-31', '2013-02-30'), 'impossible-date');
    assert.equal(more.length, 1);
    assert.equal(new Set([one, two, ...more]).size, 3);
    assert.deepEqual(names(`# erboven\n${events('2013-02-31', '2013-02-30')}`, 'impossible-date'), [
      two,
      one,
    ]);
  });

  it('tell nothing about numbers that lead to a person', () => {
    const of = (number: string) =>
      names(
        dutchCase('').replace('    name: Ada', `    name: Ada\n    vNumber: "${number}"`),
        'v-number-present',
      );
    assert.equal(of('0123456789').length, 1);
    assert.deepEqual(of('0123456789'), of('9876543210'));
  });
});
