import assert from 'node:assert/strict';
import { analyseText, applyFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'ruling-unanswered';

/** A procedure with one remedy, and what the test adds. */
const ruled = (more = '', { kind = 'appeal', outcome = 'outcome: rejected' } = {}): string =>
  dutchCase(`procedures:
  - id: asiel
    kind: asylum
    lodged: 2015-02-01
    decided: 2016-02-01
    outcome: rejected
    remedies:
      - id: beroep
        kind: ${kind}
        lodged: 2016-02-20
        ${outcome}
${more}`);
const marked = (text: string): string =>
  text.replace('- id: beroep\n', `- id: beroep\n#           ^^^^^^ warning ${RULE}\n`);
const counter = (kind = 'court-already-ruled', id = 'contra'): string =>
  `counterArguments:\n  - id: ${id}\n    kind: ${kind}\n    text: T\n`;
const argument = (answers: string, snippet = ''): string =>
  `arguments:\n  - id: arg\n${snippet}    title: T\n    text: T\n    cites: [nl.awb.4-84]\n    answers: ${answers}\n`;

describe(RULE, () => {
  it('speaks at an appeal or higher appeal that was dismissed or inadmissible', () => {
    for (const kind of ['appeal', 'higher-appeal'])
      for (const outcome of ['rejected', 'inadmissible'])
        checkRule(RULE, marked(ruled('', { kind, outcome: `outcome: ${outcome}` })));
  });

  it('is silent about other remedies and outcomes', () => {
    for (const kind of ['objection', 'interim-relief']) checkRule(RULE, ruled('', { kind }));
    for (const outcome of ['granted', 'withdrawn', 'pending', '"{{uitkomst}}"', 'verloren'])
      checkRule(RULE, ruled('', { outcome: `outcome: ${outcome}` }));
    checkRule(RULE, ruled('', { outcome: 'decided: 2016-05-01' }));
    checkRule(RULE, ruled().replace('jurisdiction: nl', 'jurisdiction: de'));
  });

  it('is silent where an argument answers that the court has ruled', () => {
    checkRule(RULE, ruled(argument('[contra]') + counter()));
    checkRule(RULE, marked(ruled(argument('[contra]') + counter('false-hope'))));
    checkRule(RULE, marked(ruled(argument('[]') + counter())));
    checkRule(RULE, marked(ruled(counter())));
    checkRule(
      RULE,
      ruled(`${argument('[ander]') + counter()}  - {id: ander, kind: court-already-ruled, text: T}\n`),
    );
  });

  it('is silent where a link can not be read', () => {
    checkRule(RULE, ruled(argument('"{{tegenargument}}"') + counter()));
    checkRule(RULE, ruled(argument('[contr]') + counter()));
    checkRule(RULE, ruled(argument('[contra]') + counter('"{{soort}}"')));
    checkRule(RULE, ruled(argument('[contra]') + counter('court')));
    checkRule(
      RULE,
      ruled(`${argument('[contra]')}counterArguments:\n  - {kind: court-already-ruled, text: T}\n`),
    );
    checkRule(RULE, ruled('arguments: komen nog\n'));
    checkRule(RULE, ruled(argument('[contra]') + counter().replace('counterArguments', 'counterArgument')));
    checkRule(RULE, ruled(argument('[contra]').replace('answers', 'answer') + counter()));
    checkRule(RULE, ruled('counterArguments: komen nog\n'));
    checkRule(RULE, marked(ruled(argument('[heel-iets-anders]') + counter())));
  });

  it('speaks once, with other rulings as related', () => {
    const { findings } = checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: asiel
            kind: asylum
            lodged: 2015
            remedies:
              - {id: b, kind: appeal, lodged: 2016, outcome: rejected}
        #            ^ warning ruling-unanswered
              - {id: h, kind: higher-appeal, lodged: 2017, outcome: inadmissible}
          - id: later
            kind: repeat-asylum
            lodged: 2018
            remedies:
              - {id: c, kind: appeal, lodged: 2019, outcome: rejected}
      `),
    );
    assert.equal(findings.find(({ rule }) => rule === RULE)?.related?.length, 2);
  });

  it('inserts the counter-argument and its rebuttal', () => {
    const { result } = applyFix(ruled(), RULE, 'answer');
    checkRule(RULE, result);
    assert.match(
      result,
      /\narguments:\n {2}- id: arg-judge-looked-at-legality\n {4}snippet: judge-looked-at-legality\n[\s\S]*\n {4}answers: \[contra-de-rechter-heeft-al-geoordeeld\]\ncounterArguments:\n {2}- id: contra-de-rechter-heeft-al-geoordeeld\n {4}kind: court-already-ruled\n {4}text: /,
    );
  });

  it('answers a counter-argument that is there, by an argument that is there', () => {
    const own = '    snippet: judge-looked-at-legality\n';
    const { result } = applyFix(ruled(argument('[]', own) + counter()), RULE, 'answer');
    assert.equal(result, ruled(argument('[contra]', own) + counter()));
    const inserted = applyFix(ruled(counter()).replaceAll('\n', '\r\n'), RULE, 'answer').result;
    assert.match(inserted, /answers: \[contra\]\r\ncounterArguments:\r\n/);
    assert.equal(inserted.match(/kind: court-already-ruled/g)?.length, 1);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, ruled(), 'nl'),
      'Dit beroep is ongegrond, en het bestand geeft daar nog geen weerwoord op. Wie beslist, kan zeggen dat de rechter al heeft geoordeeld. Volgens het verslag van de expertmeeting (2020) kijkt de rechter of het beleid juist is toegepast, en kunnen schrijnende feiten daarbuiten vallen. Zet het tegenargument in het bestand, met een argument als weerwoord.',
    );
    const higher = ruled('', { kind: 'higher-appeal', outcome: 'outcome: inadmissible' });
    assert.match(messageOf(RULE, higher, 'en'), /^This higher appeal was inadmissible, /);
    assert.match(messageOf(RULE, higher, 'de'), /^Dieses „hoger beroep“ \(Berufung\) war unzulässig, /);
    assert.equal(
      analyseText(ruled())
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()[0]?.preferred,
      true,
    );
  });
});
