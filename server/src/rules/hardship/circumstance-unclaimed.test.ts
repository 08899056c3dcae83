import assert from 'node:assert/strict';
import { analyseText, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'circumstance-unclaimed';
const TWO = `circumstances:
  - id: circ-ziek
    kind: medical
    title: Nierziekte
  - id: circ-hier
    kind: rooted
    title: Negen jaar hier
`;
const claim = (circumstances: string) => `claim:\n  id: v\n  kind: deferral\n${circumstances}`;

describe(RULE, () => {
  it('speaks at the circumstance that the claim does not name', () => {
    checkRule(
      RULE,
      dutchCase(
        `${TWO.replace('id: circ-hier\n', 'id: circ-hier\n#       ^^^^^^^^^ warning circumstance-unclaimed\n')}${claim('  circumstances: [circ-ziek]\n')}`,
      ),
    );
  });

  it('speaks at each where the claim names none', () => {
    const marked = TWO.replaceAll(
      /(id: circ-....\n)/g,
      '$1#       ^^^^^^^^^ warning circumstance-unclaimed\n',
    );
    checkRule(RULE, dutchCase(`${marked}${claim('')}`));
    checkRule(RULE, dutchCase(`${marked}${claim('  circumstances: []\n')}`));
  });

  it('is silent when all are named, without a claim and without an id', () => {
    checkRule(RULE, dutchCase(`${TWO}${claim('  circumstances: [circ-hier, circ-ziek]\n')}`));
    checkRule(RULE, dutchCase(TWO));
    checkRule(RULE, dutchCase(`circumstances:\n  - kind: medical\n    title: Ziek\n${claim('')}`));
  });

  it('is silent where it can not be told what the claim names', () => {
    checkRule(RULE, dutchCase(`${TWO}${claim('  circumstances: [circ-ziek, circ-heir]\n')}`));
    checkRule(RULE, dutchCase(`${TWO}${claim('  circumstances: ["{{omstandigheid}}"]\n')}`));
    checkRule(RULE, dutchCase(`${TWO}${claim('  circumstances: alle\n')}`));
    checkRule(RULE, dutchCase(`${TWO}${claim('  circumstnces: [circ-ziek, circ-hier]\n')}`));
    checkRule(RULE, dutchCase(`${TWO}claim: komt nog\n`));
  });

  it('adds it, or all of them', () => {
    const before = dutchCase(`${TWO}${claim('')}`);
    checkFix(RULE, 'add', before, dutchCase(`${TWO}${claim('  circumstances: [circ-ziek]\n')}`));
    checkFix(
      RULE,
      'add-all',
      before,
      dutchCase(`${TWO}${claim('  circumstances: [circ-ziek, circ-hier]\n')}`),
    );
    checkFix(
      RULE,
      'add',
      dutchCase(`${TWO}${claim('  circumstances:\n    - circ-ziek\n')}`),
      dutchCase(`${TWO}${claim('  circumstances:\n    - circ-ziek\n    - circ-hier\n')}`),
    );
  });

  it('offers all of them only where there are more, and leaves a list that stands elsewhere alone', () => {
    const ids = (text: string) =>
      analyseText(text)
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .map(({ id }) => id);
    assert.deepEqual(ids(dutchCase(`${TWO}${claim('  circumstances: [circ-ziek]\n')}`)), ['add']);
    const elsewhere = dutchCase(
      `${TWO.replace('title: Nierziekte\n', 'title: Nierziekte\n    x-lijst: &lijst [circ-ziek]\n')}${claim('  circumstances: *lijst\n')}`,
    );
    assert.deepEqual(ids(elsewhere), []);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, dutchCase(`${TWO}${claim('  circumstances: [circ-ziek]\n')}`), 'nl'),
      'Deze omstandigheid staat niet in het verzoek. Wie beslist, kan dan denken dat het verzoek er niet op steunt. Noem haar in het verzoek bij ‘circumstances’ (omstandigheden van het verzoek).',
    );
  });
});
