/** The examples in the documentation of procedure/ and hardship/: the bad one makes its rule speak, the good one doesn’t. */

import assert from 'node:assert/strict';
import { docs } from '../src/generated/rule-docs.nl.js';
import { RULES } from '../src/generated/rules.js';
import { analyseText } from '../src/testing/marked.js';

/** What every file needs, and an applicant where the example has no persons of its own. */
function asFile(example: string): string {
  const persons = 'persons:\n  - {id: fatmata, name: Fatmata Kanu, role: applicant, pseudonym: true}\n';
  return `vangnet: 1
case:
  id: voorbeeld
  title: Voorbeeld
  jurisdiction: nl
  confidentiality: pseudonymised
  referenceDate: 2026-05-04
${/^persons:/m.test(example) ? '' : persons}${example}`;
}

const spokenBy = (rule: string, example: string) =>
  analyseText(asFile(example)).findings.filter((finding) => finding.rule === rule).length;

describe('the examples of procedure/ and hardship/', () => {
  for (const { meta } of RULES) {
    if (meta.group !== 'procedure' && meta.group !== 'hardship') continue;
    const { bad, good } = docs[meta.id] ?? { bad: '', good: '' };

    it(`${meta.id}: the bad one makes it speak, the good one does not`, () => {
      assert.ok(spokenBy(meta.id, bad) > 0, bad);
      assert.equal(spokenBy(meta.id, good), 0, good);
    });

    it(`${meta.id}: the good one is a file without errors`, () => {
      const errors = analyseText(asFile(good)).findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ rule }) => rule),
        [],
        good,
      );
    });
  }
});
