import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'single-circumstance';

/** Three circumstances, and a claim with these circumstances and grounds. */
function claimed(circumstances: string, grounds = '[nl.vb.3.6ba, echr.8]'): string {
  return dutchCase(`
    circumstances:
      - {id: circ-ziek, kind: medical, title: Nierziekte}
      - {id: circ-hier, kind: rooted, title: Negen jaar hier}
      - {id: circ-zorg, kind: dependency, title: Zorg voor moeder}
    claim:
      id: v
      kind: deferral
      grounds: ${grounds}
      circumstances: ${circumstances}
  `);
}

describe(RULE, () => {
  it('speaks at a list of one', () => {
    checkRule(
      RULE,
      `${claimed('[circ-ziek]').trimEnd()}\n#                ^^^^^^^^^^^ warning single-circumstance\n`,
    );
    checkRule(
      RULE,
      `${claimed('[circ-ziek, circ-ziek]').trimEnd()}\n#                ^^^^^^^^^^^^^^^^^^^^^^ warning single-circumstance\n`,
    );
  });

  it('is silent with two or none, on another ground, and in a German case', () => {
    checkRule(RULE, claimed('[circ-ziek, circ-hier]'));
    checkRule(RULE, claimed('[]'));
    checkRule(RULE, claimed('[circ-ziek]', '[echr.8, nl.vw.14]'));
    checkRule(RULE, claimed('[circ-ziek]').replace('jurisdiction: nl', 'jurisdiction: de'));
  });

  it('is silent where the list may hold more than can be read', () => {
    checkRule(RULE, claimed('[circ-ziek, "{{omstandigheid}}"]'));
    checkRule(RULE, claimed('[circ-ziek, ]').replace('[circ-ziek, ]', '[circ-ziek, 3]'));
    checkRule(RULE, claimed('circ-ziek'));
    checkRule(RULE, claimed('[circ-zeik]'));
    checkRule(RULE, claimed('[circ-ziek, circ-her]'));
    checkRule(RULE, claimed('[circ-ziek]', '["{{rechtsgrond}}"]'));
  });

  it('adds the others of the file', () => {
    checkFix(RULE, 'add-others', claimed('[circ-ziek]'), claimed('[circ-ziek, circ-hier, circ-zorg]'));
    checkFix(RULE, 'add-one-circ-zorg', claimed('[circ-ziek]'), claimed('[circ-ziek, circ-zorg]'));
  });

  it('adds to a list with dashes', () => {
    checkFix(
      RULE,
      'add-one-circ-hier',
      claimed('\n        - circ-ziek # nu'),
      claimed('\n        - circ-ziek # nu\n        - circ-hier'),
    );
  });

  it('inserts another, preferred where there is none yet', () => {
    const alone = claimed('[circ-ziek]').replace(/ {2}- \{id: circ-(?:hier|zorg).*\n/g, '');
    const [finding] = analyseText(alone).findings.filter(({ rule }) => rule === RULE);
    assert.deepEqual(
      finding?.fixes().map(({ id, preferred }) => [id, preferred]),
      [['insert-other', true]],
    );
    const { result } = applyFix(alone, RULE, 'insert-other');
    assert.match(result, / {2}- id: circ-anders\n {4}kind: other\n {4}title: "\{\{titel\}\}"\n/);
    assert.match(result, /circumstances: \[circ-ziek, circ-anders\]/);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, claimed('[circ-ziek]'), 'nl'),
      'Dit verzoek op art. 3.6ba Vb noemt één omstandigheid. Dat artikel gaat over een samenstel van bijzondere omstandigheden, en volgens de IND is één omstandigheid niet genoeg. Noem ook wat er verder speelt.',
    );
  });
});
