import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'first-procedure-only';

/** An asylum procedure of 2015 refused in 2016 and still before the court, a later one, and a claim with this body. */
function claimed(claim: string, lodged = '2021-03-01'): string {
  return `${dutchCase(`
    procedures:
      - id: asiel
        kind: asylum
        lodged: 2015-02-01
        decided: 2016-02-01
        outcome: rejected
        remedies:
          - id: hoger-beroep
            kind: higher-appeal
            lodged: 2017-02-01
            outcome: pending
      - id: later
        kind: repeat-asylum
        lodged: 2018-02-01
        decided: 2018-05-01
        outcome: rejected
    circumstances:
      - id: circ
        kind: medical
        title: Ziek geworden
        since: 2019
    claim:
      id: verzoek
      kind: residence-on-hardship
      lodged: ${lodged}
      circumstances: [circ]
`)}${claim}`;
}

describe(RULE, () => {
  it('(a) speaks at a scope that is the first procedure', () => {
    checkRule(
      RULE,
      claimed(
        `
  scope: first-procedure
#        ^^^^^^^^^^^^^^^ warning first-procedure-only
`.slice(1),
      ),
    );
  });

  it('(b) speaks at grounds of which none holds at any time', () => {
    checkRule(
      RULE,
      claimed(
        `
  grounds: [nl.vb.3.6ba]
#          ^^^^^^^^^^^^^ warning first-procedure-only
`.slice(1),
      ),
    );
  });

  it('(c) speaks at raisedIn where more happened later', () => {
    checkRule(
      RULE,
      claimed(
        `
  raisedIn: [asiel]
#           ^^^^^^^ warning first-procedure-only
`.slice(1),
      ),
    );
  });

  it('(c) is cleared by the scope and a ground together', () => {
    checkRule(
      RULE,
      claimed('  raisedIn: [asiel]\n  scope: any-time\n  grounds: [nl.vb.3.6ba, eu.return-directive.6-4]\n'),
    );
    checkRule(
      RULE,
      claimed(
        `
  raisedIn: [asiel]
#           ^^^^^^^ warning first-procedure-only
  grounds: [nl.vb.3.6ba, eu.return-directive.6-4]
`.slice(1),
      ),
    );
  });

  it('(c) asks for something that came certainly later', () => {
    const only = (lodged: string, since: string) =>
      dutchCase(`
      procedures:
        - id: asiel
          kind: asylum
          lodged: ${lodged}
          decided: 2016
          outcome: rejected
      circumstances:
        - id: circ
          kind: medical
          title: Ziek geworden
          since: ${since}
      claim:
        id: verzoek
        kind: residence-on-hardship
        circumstances: [circ]
        raisedIn: [asiel]
    `);
    checkRule(RULE, only('2015', '2016-06'));
    checkRule(RULE, only('2015', '2017?'));
    checkRule(RULE, only('2015?', '2015'));
    checkRule(RULE, `${only('2015', '2017').trimEnd()}\n#           ^^^^^^^ warning first-procedure-only\n`);
  });

  it('(b) leaves a ground that is closed or was not in force to the rules on those', () => {
    const ended = claimed('  grounds: [nl.vb.3.6ba]\n').replace(
      'outcome: pending',
      'decided: 2018-02-01\n            outcome: rejected',
    );
    checkRule(RULE, ended);
    checkRule(RULE, claimed('  grounds: [nl.vb.3.4-3]\n'));
  });

  it('is silent where a ground may be anything, or in a German case', () => {
    checkRule(RULE, claimed('  grounds: [nl.vb.3.6ba, "ECLI:NL:RVS:2022:285"]\n'));
    checkRule(RULE, claimed('  scope: first-procedure\n').replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, claimed('  kind: residence-on-hardship\n'));
  });

  it('names one place and the others as related', () => {
    const { findings } = checkRule(
      RULE,
      claimed(
        `
  raisedIn: [asiel]
  scope: first-procedure
#        ^^^^^^^^^^^^^^^ warning first-procedure-only
  grounds: [nl.vb.3.6ba]
`.slice(1),
      ),
    );
    assert.equal(findings.find(({ rule }) => rule === RULE)?.related?.length, 2);
  });

  it('speaks in the words of the regime', () => {
    const scope = '  scope: first-procedure\n';
    assert.equal(
      messageOf(RULE, claimed(scope, '2019-04-30'), 'nl'),
      'Dit verzoek is beperkt tot de eerste procedure. Tot 1 mei 2019 kon schrijnendheid op elk moment worden aangevoerd. Zet de reikwijdte op elk moment.',
    );
    assert.equal(
      messageOf(RULE, claimed(scope, '2019-05-01'), 'en'),
      'This claim is limited to the first procedure. Only there does the IND look at hardship, but hardship often arises later. Widen the scope to any time.',
    );
    assert.equal(
      messageOf(RULE, claimed('  grounds: [nl.vb.3.6ba]\n', '2025-08-27'), 'de'),
      'Dieser Härtefallantrag ist auf das erste Verfahren beschränkt. Härten entstehen oft erst später, und nach Ansicht des Raad van State hat der Minister die Befugnis weiterhin. Nennen Sie auch eine Rechtsgrundlage, die jederzeit gilt.',
    );
    assert.equal(
      messageOf(RULE, claimed(scope, '2019'), 'nl'),
      'Dit verzoek is beperkt tot de eerste procedure. Zet de reikwijdte op elk moment.',
    );
  });

  it('sets the scope', () => {
    checkFix(
      RULE,
      'set-scope',
      claimed('  scope: first-procedure # later?\n'),
      claimed('  scope: any-time # later?\n'),
    );
  });

  it('adds grounds in flow and block lists', () => {
    checkFix(
      RULE,
      'add-ground-eu.return-directive.6-4',
      claimed('  grounds: [nl.vb.3.6ba]\n'),
      claimed('  grounds: [nl.vb.3.6ba, eu.return-directive.6-4]\n'),
    );
    checkFix(
      RULE,
      'add-ground-nl.vw.14',
      claimed('  grounds:\n    - nl.vb.3.6ba # nu\n', '2026-01-01'),
      claimed('  grounds:\n    - nl.vb.3.6ba # nu\n    - nl.vw.14\n', '2026-01-01'),
    );
  });

  it('says of what settles one of two triggers that it only helps, behind what settles all', () => {
    const text = claimed('  scope: first-procedure\n  grounds: [nl.vb.3.6ba]\n');
    const [finding] = analyseText(text).findings.filter(({ rule }) => rule === RULE);
    assert.deepEqual(
      finding?.fixes().map(({ id, onlyHelps }) => [id, onlyHelps]),
      [
        ['widen', false],
        ['set-scope', true],
        ['add-ground-eu.return-directive.6-4', true],
        ['insert-argument', true],
      ],
    );
    assert.match(say(finding?.fixes().at(-1)?.title ?? { key: '' }, 'nl'), /helpt, maar lost dit niet op/);
  });

  it('does all at once, and is cleared by it', () => {
    for (const claim of [
      '  scope: first-procedure\n',
      '  grounds: [nl.vb.3.6ba]\n',
      '  raisedIn: [asiel]\n  scope: first-procedure\n  grounds: [nl.vb.3.6ba]\n',
    ]) {
      const text = claimed(claim);
      const result = widened(text);
      checkRule(RULE, result);
      assert.match(result, /snippet: hardship-arises-over-time/);
    }
  });
});

function widened(text: string): string {
  return applyFix(text, RULE, 'widen').result;
}
