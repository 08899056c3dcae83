import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'ground-closed';

/** A first procedure refused on 1 February 2021, a later one, and a claim with these fields. */
const claimed = (claim: string, { lodged = '2022-03-01', first = 'outcome: rejected' } = {}): string =>
  `${dutchCase(`
    procedures:
      - id: asiel
        kind: asylum
        lodged: 2020-02-01
        decided: 2021-02-01
        ${first}
      - id: later
        kind: repeat-asylum
        lodged: 2022-02-01
    claim:
      id: verzoek
      kind: residence-on-hardship
  `)}  lodged: ${lodged}\n${claim}`;

const GROUND = '  grounds: [nl.vb.3.6ba]\n';
const MARKED = `${GROUND}#           ^^^^^^^^^^^ warning ${RULE}\n`;
const PENDING = 'outcome: rejected\n        remedies: [{id: b, kind: appeal, lodged: 2021-02-20}]';

describe(RULE, () => {
  it('speaks at the ground of a claim lodged after the first procedure ended', () => {
    checkRule(RULE, claimed(MARKED));
    checkRule(
      RULE,
      claimed(`  grounds:\n    - nl.vw.64\n    - nl.vb.3.6ba\n#     ^^^^^^^^^^^ warning ${RULE}\n`),
    );
  });

  it('does not wait for a decision on a remedy that was withdrawn', () => {
    const first =
      'outcome: rejected\n        remedies: [{id: b, kind: appeal, lodged: 2021-02-20, outcome: withdrawn}]';
    checkRule(RULE, claimed(MARKED, { first }).replace('  lodged: 2022-03-01\n  grounds', '  grounds'));
    // When it was withdrawn isn't told: on an earlier day it may still have run.
    checkRule(RULE, claimed(GROUND, { first }));
    checkRule(RULE, claimed(MARKED, { first: first.replace('withdrawn', 'withdrawn, decided: 2021-05') }));
    checkRule(
      RULE,
      claimed(GROUND, { first: first.replace('withdrawn', 'rejected') }).replace(
        '  lodged: 2022-03-01\n',
        '',
      ),
    );
  });

  it('speaks where the claim is raised only in other procedures, though the first runs', () => {
    checkRule(RULE, claimed(`  raisedIn: [later]\n${MARKED}`, { first: PENDING }));
    checkRule(RULE, claimed(`  raisedIn: [later, asiel]\n${GROUND}`, { first: PENDING }));
    checkRule(RULE, claimed(GROUND, { first: PENDING }));
  });

  it('is silent where a ground holds at any time, or may', () => {
    for (const other of ['eu.return-directive.6-4', 'nl.vw.14', 'echr.8', 'ECLI:NL:RVS:2019:1', 'nl.vw14'])
      checkRule(RULE, claimed(`  grounds: [nl.vb.3.6ba, "${other}"]\n`));
    checkRule(RULE, claimed('  grounds: [nl.vb.3.6ba, "{{rechtsgrond}}"]\n'));
    checkRule(RULE, claimed('  grounds: [nl.vb.3.6ba, 14]\n'));
    checkRule(RULE, claimed('  grounds: [nl.vb.3.6ba, ~]\n'));
    checkRule(
      RULE,
      claimed(`  grounds: [nl.vb.3.6ba, nl.vb.3.4-3]\n#           ^^^^^^^^^^^ warning ${RULE}\n`),
    );
    checkRule(RULE, claimed('  grounds: [nl.vw.64]\n'));
  });

  it('compares the days only where they leave no doubt', () => {
    checkRule(RULE, claimed(GROUND, { lodged: '2021-02-15' }));
    checkRule(RULE, claimed(GROUND, { lodged: '2021' }));
    checkRule(RULE, claimed(GROUND, { lodged: '2022?' }));
    checkRule(RULE, claimed(MARKED, { lodged: '2022' }));
    checkRule(RULE, claimed(GROUND, { first: 'outcome: withdrawn', lodged: '2021-01' }));
    checkRule(RULE, claimed(MARKED, { first: 'outcome: withdrawn' }));
    checkRule(RULE, claimed(GROUND).replace('decided: 2021-02-01', 'decided: 2021-02-01?'));
    checkRule(RULE, claimed(GROUND).replace('kind: asylum', 'kind: extension'));
  });

  it('judges a claim that is not lodged yet on the reference date', () => {
    const unlodged = (text: string) =>
      claimed(text, { first: 'outcome: granted' }).replace(/ {2}lodged: 2022-03-01\n/, '');
    checkRule(RULE, unlodged(MARKED));
    checkRule(RULE, unlodged(MARKED).replace('    decided: 2021-02-01\n', ''));
  });

  it('leaves a ground that did not exist yet to the rule on that, and is silent in Germany', () => {
    checkRule(RULE, claimed(`  raisedIn: [later]\n${GROUND}`, { lodged: '2019-02-01' }));
    checkRule(RULE, claimed(GROUND).replace('jurisdiction: nl', 'jurisdiction: de'));
  });

  it('silences first-procedure-only by grounds, not by scope', () => {
    checkRule('first-procedure-only', claimed(GROUND));
    checkRule(
      'first-procedure-only',
      claimed(`  scope: first-procedure\n#        ^^^^^^^^^^^^^^^ warning first-procedure-only\n${GROUND}`),
    );
  });

  it('offers grounds that hold at any time, and at the end the argument, which only helps', () => {
    const offered = (text: string) =>
      analyseText(text)
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .map(({ id, preferred, onlyHelps }) => `${id}${preferred ? ' *' : ''}${onlyHelps ? ' ~' : ''}`);
    assert.deepEqual(offered(claimed(GROUND)), ['add-ground-eu.return-directive.6-4 *', 'insert-argument ~']);
    const rooted = claimed(GROUND, { lodged: '2025-08-27' }).replace(
      'claim:',
      'circumstances: [{id: c, kind: rooted, title: T}]\nclaim:',
    );
    assert.deepEqual(offered(rooted), [
      'add-ground-nl.vw.14 *',
      'add-ground-eu.return-directive.6-4',
      'add-ground-echr.8',
      'insert-argument ~',
    ]);
  });

  it('adds a ground', () => {
    checkFix(
      RULE,
      'add-ground-eu.return-directive.6-4',
      claimed(GROUND),
      claimed('  grounds: [nl.vb.3.6ba, eu.return-directive.6-4]\n'),
    );
    checkFix(
      RULE,
      'add-ground-nl.vw.14',
      claimed('  grounds:\n  - nl.vb.3.6ba\n', { lodged: '2026' }),
      claimed('  grounds:\n  - nl.vb.3.6ba\n  - nl.vw.14\n', { lodged: '2026' }),
    );
  });

  it('inserts the argument of the day, once', () => {
    const { result, fix } = applyFix(claimed(GROUND), RULE, 'insert-argument');
    assert.match(result, /snippet: minister-remains-competent\n[\s\S]*cites: \[nl\.rvs\.advies-2019/);
    assert.match(say(fix.title, 'nl'), /^Argument invoegen dat de minister bevoegd blijft \(helpt/);
    const fixes =
      analyseText(result)
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes() ?? [];
    assert.ok(fixes.length > 0 && fixes.every(({ id }) => id !== 'insert-argument'));
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, claimed(GROUND), 'nl'),
      'Art. 3.6ba Vb geldt alleen in de eerste procedure, en die was bij dit verzoek al afgelopen. Een rechtsgrond die op elk moment geldt, staat er niet bij. Noem er een, zoals art. 6 lid 4 van de Terugkeerrichtlijn.',
    );
    assert.match(
      messageOf(RULE, claimed(`  raisedIn: [later]\n${GROUND}`, { first: PENDING }), 'en'),
      /^Art\. 3\.6ba Vb holds in the first procedure only, and this claim is raised in other procedures only\. /,
    );
    assert.match(
      messageOf(RULE, claimed(GROUND, { lodged: '2025-09-01' }), 'de'),
      /Nennen Sie auch Art\. 14 Vw: .* ist unsere Lesart; bitte die Entscheidung prüfen\.$/,
    );
  });
});
