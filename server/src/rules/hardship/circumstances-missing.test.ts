import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'circumstances-missing';
const CLAIM = 'claim:\n  id: v\n  kind: deferral\n  grounds: [echr.8]\n';

describe(RULE, () => {
  it('speaks at the first field, or at the empty list', () => {
    checkRule(
      RULE,
      dutchCase(CLAIM).replace('vangnet: 1\n', 'vangnet: 1\n^^^^^^^ warning circumstances-missing\n'),
    );
    checkRule(RULE, dutchCase(`circumstances: []\n^^^^^^^^^^^^^ warning circumstances-missing\n${CLAIM}`));
  });

  it('is silent without a claim, and where a circumstance is or may be there', () => {
    checkRule(RULE, dutchCase(''));
    checkRule(RULE, dutchCase('circumstances: []\n'));
    checkRule(RULE, dutchCase(`circumstances:\n  - {id: c, kind: medical, title: Ziek}\n${CLAIM}`));
    checkRule(RULE, dutchCase(`circumstances:\n  - {id: c, kind: medcal}\n${CLAIM}`));
    checkRule(RULE, dutchCase(`circumstances:\n  -\n${CLAIM}`));
    checkRule(RULE, dutchCase(`circumstances: ziek\n${CLAIM}`));
    checkRule(RULE, dutchCase(`circumstances:\n${CLAIM}`));
    checkRule(RULE, dutchCase(`circumstance:\n  - {id: c, kind: medical, title: Ziek}\n${CLAIM}`));
    checkRule(RULE, dutchCase('claim: komt nog\n'));
  });

  it('inserts what the facts show, and names it in the claim', () => {
    checkFix(
      RULE,
      'insert-rooted',
      dutchCase(CLAIM),
      dutchCase(`circumstances:
  - id: circ-worteling
    kind: rooted
    title: Worteling
    persons: [a]
    since: 2015
    description: "{{beschrijving}}"
${CLAIM}  circumstances: [circ-worteling]
`),
    );
  });

  it('inserts one to be filled in', () => {
    checkFix(
      RULE,
      'insert-other',
      dutchCase(`circumstances: []\n${CLAIM}`),
      dutchCase(`circumstances:
  - id: circ-anders
    kind: other
    title: "{{titel}}"
    persons: [a]
    description: "{{beschrijving}}"
${CLAIM}  circumstances: [circ-anders]
`),
    );
    const { result } = applyFix(
      dutchCase('claim: {id: v, kind: deferral, circumstances: []}\n').replace(
        'arrivalDate: 2015',
        'gender: f',
      ),
      RULE,
      'insert-other',
    );
    assert.match(result, /\nclaim: \{id: v, kind: deferral, circumstances: \[circ-anders\]\}\n/);
  });

  it('keeps a comment behind an empty list out of what it puts there', () => {
    checkFix(
      RULE,
      'insert-other',
      dutchCase(`circumstances: []   # nog op te schrijven\n${CLAIM}`),
      dutchCase(`circumstances:   # nog op te schrijven
  - id: circ-anders
    kind: other
    title: "{{titel}}"
    persons: [a]
    description: "{{beschrijving}}"
${CLAIM}  circumstances: [circ-anders]
`),
    );
  });

  it('prefers what the facts show, else the one to be filled in', () => {
    const fixes = (text: string) =>
      analyseText(text)
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .map(({ id, preferred }) => [id, preferred]);
    assert.deepEqual(fixes(dutchCase(CLAIM)), [
      ['insert-rooted', true],
      ['insert-other', false],
    ]);
    assert.deepEqual(fixes(dutchCase(CLAIM).replace('2015', '2020')), [['insert-other', true]]);
    // What the claim names can't be read: nothing is written into it.
    assert.deepEqual(fixes(dutchCase(`${CLAIM}  circumstances: ziek\n`)), []);
  });

  it('has words', () => {
    assert.match(
      messageOf(RULE, dutchCase(CLAIM), 'nl'),
      /^Er is een verzoek, maar er staat nog geen omstandigheid in dit bestand\. /,
    );
  });
});
