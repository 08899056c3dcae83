import assert from 'node:assert/strict';
import { analyseText, checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'duplicate-key';
const HEAD = `vangnet: 1
case:
  id: test
  title: Test
  jurisdiction: nl
  confidentiality: fictional
persons:
  - id: a
    name: Ada
    role: applicant
`;

describe(RULE, () => {
  it('speaks at the later field', () => {
    checkRule(RULE, `${HEAD}    name: Bo\n#   ^^^^ error duplicate-key\n`);
    checkRule(RULE, `${HEAD}vangnet: 1\n^^^^^^^ error duplicate-key\n`);
  });

  it('is silent where the same name stands in two places', () => {
    checkRule(RULE, `${HEAD}  - id: b\n    name: Ada\n    role: other\n`);
  });

  it('removes the later one where they are equal, and only there', () => {
    checkFix(RULE, 'remove-later', `${HEAD}    name: Ada\n    gender: f\n`, `${HEAD}    gender: f\n`);
    checkFix(
      RULE,
      'remove-later',
      `${HEAD}    traits: [isolated]\n    traits:\n      - isolated\n`,
      `${HEAD}    traits: [isolated]\n`,
    );
    checkFix(
      RULE,
      'remove-later',
      `${HEAD}letters: []\ntimeline: []\nletters: []\n`,
      `${HEAD}letters: []\ntimeline: []\n`,
    );
    for (const text of [`${HEAD}    name: Bo\n`, `${HEAD}letters: []\nletters: [{}]\n`]) {
      const found = analyseText(text).findings.find(({ rule }) => rule === RULE);
      assert.deepEqual(found?.fixes(), []);
    }
  });
});
