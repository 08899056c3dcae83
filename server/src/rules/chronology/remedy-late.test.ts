import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'remedy-late';

/** Four weeks from Monday 3 February 2014 end on Monday 3 March. */
const objection = (
  lodged: string,
  { decided = '2014-02-03', kind = 'extension', remedy = 'objection' } = {},
): string =>
  dutchCase(`
    procedures:
      - id: p
        kind: ${kind}
        lodged: 2013
        decided: ${decided}
        outcome: rejected
        remedies:
          - id: r
            kind: ${remedy}
            lodged: ${lodged}
  `);
const late = (text: string, length = 10): string =>
  text.replace(/$/, `#               ${'^'.repeat(length)} warning remedy-late\n`);

describe('remedy-late', () => {
  it('names an objection after the last day', () => {
    checkRule(RULE, objection('2014-03-03'));
    checkRule(RULE, late(objection('2014-03-04')));
  });

  it('moves a last day in a weekend or on a holiday', () => {
    checkRule(RULE, objection('2019-04-23', { decided: '2019-03-22' }));
    checkRule(RULE, late(objection('2019-04-24', { decided: '2019-03-22' })));
    checkRule(RULE, objection('2021-04-28', { decided: '2021-03-30' }));
    checkRule(RULE, late(objection('2021-04-29', { decided: '2021-03-30' })));
  });

  it('compares a month or year only where it leaves no doubt', () => {
    checkRule(RULE, objection('2014-03'));
    checkRule(RULE, objection('2014'));
    checkRule(RULE, late(objection('2014-04'), 7));
    checkRule(RULE, objection('2014-04~'));
    checkRule(RULE, objection('2014-04-01?'));
    checkRule(RULE, objection('2014-03-04~'));
  });

  it('needs the very day of the decision', () => {
    for (const decided of ['2014-02', '2014', '2014-02-03~', '2014-02-03?', '2014-02-30', '"{{datum}}"'])
      checkRule(RULE, objection('2016-03-04', { decided }));
  });

  it('is silent about asylum and other kinds, other remedies, and decisions before the law', () => {
    for (const kind of ['asylum', 'repeat-asylum', 'hardship-commission', 'petition', 'other'])
      checkRule(RULE, objection('2014-05-01', { kind }));
    for (const kind of ['regular', 'repeat-regular', 'medical-deferral', 'discretionary-request'])
      checkRule(RULE, late(objection('2014-05-01', { kind })));
    for (const remedy of ['appeal', 'higher-appeal', 'interim-relief'])
      checkRule(RULE, objection('2014-05-01', { remedy }));
    checkRule(RULE, objection('2001-12-01', { decided: '2001-03-30' }));
    checkRule(RULE, objection('2014-05-01').replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, objection('2014-05-01'), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('names an appeal late after the objection’s decision', () => {
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
            kind: regular
            lodged: 2013
            decided: 2014-02-03
            outcome: rejected
            remedies:
              - {id: v, kind: interim-relief, lodged: 2014-02-10}
              - {id: b, kind: objection, lodged: 2014-02-20, decided: 2014-09-01, outcome: rejected}
              - {id: w, kind: interim-relief, lodged: 2014-12-01}
              - {id: c, kind: appeal, lodged: 2014-09-30}
        #                                     ^^^^^^^^^^ warning remedy-late
              - {id: d, kind: higher-appeal, lodged: 2018}
      `),
    );
  });

  it('is silent about remedies that may be against another decision', () => {
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
            kind: regular
            lodged: 2013
            decided: 2014-02-03
            remedies:
              - {id: b, kind: objection, lodged: 2014-02-20, decided: 2014-09-01, outcome: rejected}
              - {id: c, kind: appeal, lodged: 2014-09-29, decided: 2015-05-01, outcome: granted}
              - {id: e, kind: appeal, lodged: 2016-01-12}
              - {id: f, kind: objection, lodged: 2017}
      `),
    );
    checkRule(
      RULE,
      dutchCase(
        'procedures:\n  - {id: p, kind: regular, lodged: 2013, decided: 2014-02-03, remedies: [{id: c, kind: appeal, lodged: 2016}]}\n',
      ),
    );
  });

  it('points at the decision', () => {
    const analysis = checkRule(RULE, late(objection('2014-03-24')));
    const related = analysis.findings.find(({ rule }) => rule === RULE)?.related?.[0]?.at;
    assert.equal(
      related && analysis.text.slice(analysis.document.startOf(related), analysis.document.endOf(related)),
      '2014-02-03',
    );
  });

  it('has words', () => {
    const text = objection('2014-03-24');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Dit bezwaar lijkt te laat: de termijn van vier weken liep tot en met 3 maart 2014. De dag waarop het besluit is bekendgemaakt, telt (art. 69 Vw, art. 6:8 Awb); kijk na of dat de besluitdatum was. Of te laat zijn te verontschuldigen is, is een vraag voor een advocaat.',
    );
    assert.match(
      messageOf(RULE, text, 'en'),
      /^This objection seems late: the time limit of four weeks ran up to and including 3 March 2014\./,
    );
    assert.match(
      messageOf(RULE, text, 'de'),
      /^Dieses „bezwaar“ \(Widerspruch\) scheint verspätet: Die Frist von vier Wochen lief bis zum 3\. März 2014\./,
    );
  });
});
