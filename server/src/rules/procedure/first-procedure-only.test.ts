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

  it('(a) and (b) need no first procedure', () => {
    const alone = (claim: string) =>
      dutchCase(`claim:\n  id: v\n  kind: deferral\n  lodged: 2021-03-01\n${claim}`);
    checkRule(RULE, alone(`  scope: first-procedure\n#        ^^^^^^^^^^^^^^^ warning ${RULE}\n`));
    checkRule(RULE, alone(`  grounds: [nl.vb.3.6ba]\n#          ^^^^^^^^^^^^^ warning ${RULE}\n`));
    checkRule(RULE, alone('  raisedIn: []\n'));
  });

  it('(b) and (c): at the grounds, the other as related', () => {
    const { findings, document, text } = checkRule(
      RULE,
      claimed(
        `  raisedIn: [asiel]\n  scope: any-time\n  grounds: [nl.vb.3.6ba]\n#          ^^^^^^^^^^^^^ warning ${RULE}\n`,
      ),
    );
    const related = findings.find(({ rule }) => rule === RULE)?.related ?? [];
    assert.deepEqual(
      related.map(({ at }) => text.slice(document.startOf(at), document.endOf(at))),
      ['[asiel]'],
    );
  });

  it('(c) counts a later procedure of a co-applicant, and what began while the first is undecided', () => {
    const first = (fields: string, more = '', since = '2014') =>
      dutchCase(
        `procedures:\n  - {id: p, kind: regular, persons: [a], lodged: 2015-02-01${fields}}\n${more}circumstances:\n  - {id: c, kind: medical, title: T, since: ${since}}\nclaim:\n  id: v\n  kind: deferral\n  circumstances: [c]\n  raisedIn: [p]\n`,
      ).replace(
        'procedures:',
        '  - {id: b, name: Bo, role: co-applicant}\n  - {id: k, name: Kim, role: child}\nprocedures:',
      );
    const spoken = (text: string) => `${text}#           ^^^ warning ${RULE}\n`;
    const later = (persons: string) =>
      `  - {id: q, kind: medical-deferral, persons: [${persons}], lodged: 2017}\n`;
    checkRule(RULE, spoken(first('', later('b'))));
    checkRule(RULE, first('', later('k')));
    checkRule(RULE, spoken(first(', outcome: pending', '', '2016')));
    checkRule(RULE, first(', outcome: pending', '', '2015'));
    checkRule(RULE, spoken(first(', decided: 2016-01-01, outcome: rejected', '', '2017')));
    // The day of the decision can't be read, or isn't there: then nothing is known to have come after it.
    checkRule(RULE, first(', decided: 01-02-2016', '', '2017'));
    checkRule(RULE, first(', decided: "{{datum}}", outcome: rejected', '', '2017'));
    checkRule(RULE, first(', outcome: rejected', '', '2017'));
  });

  it('is silent about a scope or grounds that can not be read', () => {
    for (const scope of ['"{{reikwijdte}}"', 'anytime', '3'])
      checkRule(
        RULE,
        claimed(`  raisedIn: [asiel]\n  scope: ${scope}\n  grounds: [eu.return-directive.6-4]\n`),
      );
    for (const grounds of ['[nl.vb.3.6ba, "{{rechtsgrond}}"]', '[nl.vb.3.6ba, ~]', '[nl.vb.3.6ba, 14]'])
      checkRule(RULE, claimed(`  raisedIn: [asiel]\n  scope: any-time\n  grounds: ${grounds}\n`));
    checkRule(RULE, claimed('  raisedIn: [asiel]\n  scope: any-time\n  grounds: nl.vb.3.6ba\n'));
    checkRule(RULE, claimed('  raisedIn: "{{procedure}}"\n'));
    checkRule(RULE, claimed('  raisedIn: [asiel]\n  scope: any-time\n  ground: [eu.return-directive.6-4]\n'));
    checkRule(RULE, claimed('  raisedIn: [asiel]\n  scop: any-time\n  grounds: [eu.return-directive.6-4]\n'));
  });

  it('proposes the grounds of the day', () => {
    const offered = (lodged: string, kind = 'medical', grounds = 'nl.vw.64') =>
      analyseText(claimed(`  grounds: [${grounds}]\n`, lodged).replace('kind: medical', `kind: ${kind}`))
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .flatMap(({ id }) => (id.startsWith('add-ground-') ? [id.slice('add-ground-'.length)] : []));
    assert.deepEqual(offered('2019-04-30'), ['nl.vb.3.4-3', 'eu.return-directive.6-4']);
    assert.deepEqual(offered('2010-12-23'), ['nl.vb.3.4-3']);
    assert.deepEqual(offered('2021-03-01'), ['eu.return-directive.6-4']);
    assert.deepEqual(offered('2025-08-27'), ['eu.return-directive.6-4', 'nl.vw.14']);
    for (const kind of ['rooted', 'rooted-child', 'dependency'])
      assert.deepEqual(offered('2021-03-01', kind), ['eu.return-directive.6-4', 'echr.8']);
    assert.match(
      applyFix(claimed('  grounds: [nl.vb.3.6ba]\n', '2026-01-01'), RULE, 'widen').result,
      /grounds: \[nl\.vb\.3\.6ba, eu\.return-directive\.6-4, nl\.vw\.14\]/,
    );
  });

  it('says that the Directive stands in the alternative while a first decision on asylum is awaited', () => {
    const title = (text: string) =>
      say(applyFix(text, RULE, 'add-ground-eu.return-directive.6-4').fix.title, 'nl');
    const decided = claimed('  grounds: [nl.vb.3.6ba]\n');
    assert.equal(title(decided), 'Rechtsgrond ‘art. 6 lid 4 Terugkeerrichtlijn’ toevoegen');
    assert.match(
      title(decided.replace('    decided: 2016-02-01\n    outcome: rejected\n', '')),
      /subsidiair/,
    );
  });

  it('says what the one action brings with it', () => {
    const title = (text: string) => say(applyFix(text, RULE, 'widen').fix.title, 'nl');
    const AT_ANY_TIME = 'Het verzoek laten gelden op elk moment';
    const both = claimed('  grounds: [nl.vb.3.6ba]\n');
    assert.equal(title(both), `${AT_ANY_TIME}, met rechtsgrond en argument`);
    const scope = '  scope: first-procedure\n  grounds: [echr.8]\n';
    assert.equal(title(claimed(scope)), `${AT_ANY_TIME}, met argument`);
    const own =
      'arguments:\n  - {id: arg, snippet: hardship-arises-over-time, title: T, text: T, cites: [nl.awb.4-6]}\n';
    assert.equal(
      title(claimed(`  scope: first-procedure\n  grounds: [nl.vb.3.6ba]\n${own}`)),
      `${AT_ANY_TIME}, met rechtsgrond`,
    );
    assert.equal(
      title(both.replace('    decided: 2016-02-01\n    outcome: rejected\n', '')),
      `${AT_ANY_TIME}, met rechtsgrond en argument (de Terugkeerrichtlijn subsidiair, zolang op de asielaanvraag nog niet is beslist)`,
    );
  });

  it('has one action where one is all that is needed', () => {
    const argument =
      'arguments:\n  - id: arg\n    snippet: hardship-arises-over-time\n    title: T\n    text: T\n';
    const offered = (claim: string) =>
      analyseText(claimed(`${claim}${argument}`))
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .map(({ id, preferred }) => `${id}${preferred ? ' *' : ''}`);
    assert.deepEqual(offered('  scope: first-procedure\n  grounds: [eu.return-directive.6-4]\n'), [
      'set-scope *',
    ]);
    assert.deepEqual(offered('  grounds: [nl.vb.3.6ba]\n'), ['add-ground-eu.return-directive.6-4 *']);
    // What may be a ground that holds is not added to.
    assert.deepEqual(offered('  scope: first-procedure\n  grounds: ["https://a.example"]\n'), [
      'set-scope *',
    ]);
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
