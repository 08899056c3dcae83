import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'unexplained-gap';
/** Ada of dutchCase arrived in 2015; the reference date is 2024-06-01. */
const filled = 'timeline:\n  - {id: e, from: 2015, to: 2024, title: x}\n';

describe('unexplained-gap', () => {
  it('is named at the first thing after it', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline:
          - {id: e1, date: 2015, title: x}
          - {id: e2, from: 2018, to: 2023-01, title: x}
        #        ^^ information unexplained-gap
      `),
    );
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
        #       ^ information unexplained-gap
            kind: regular
            lodged: 2018-01
            decided: 2018-06-01
            outcome: rejected
            remedies:
              - {id: r1, kind: objection, lodged: 2020-06-01, decided: 2022-07-01}
        #            ^^ information unexplained-gap
              - {id: r2, kind: appeal, lodged: 2022-07, decided: 2023}
      `),
    );
  });

  it('is named at the timeline when nothing comes after it, else at the first field', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline:
        ^^^^^^^^ information unexplained-gap
          - {id: e1, from: 2016, to: 2022-05, title: x}
      `),
    );
    checkRule(
      RULE,
      dutchCase('').replace('vangnet: 1\n', 'vangnet: 1\n^^^^^^^ information unexplained-gap\n'),
    );
  });

  it('counts 24 months where they are certain', () => {
    const from = (to: string) =>
      dutchCase(
        `timeline:\n  - {id: e1, from: 2015, to: 2016-03-10, title: x}\n  - {id: e2, from: ${to}, to: 2024, title: x}\n`,
      );
    checkRule(RULE, from('2018-03-09'));
    checkRule(RULE, from('2018-03'));
    checkRule(RULE, from('2018-03-10').replace(/$/, '#        ^^ information unexplained-gap\n'));
    checkRule(RULE, from('2018-04').replace(/$/, '#        ^^ information unexplained-gap\n'));
    checkRule(RULE, from('2018'));
    checkRule(RULE, from('2018-04~'));
  });

  it('takes the number of months from the configuration', () => {
    const settings = { rules: { [RULE]: { options: { months: 36 } } } };
    const text = dutchCase(
      'timeline:\n  - {id: e1, from: 2015, to: 2016-03-10, title: x}\n  - {id: e2, from: 2018-06, to: 2024, title: x}\n',
    );
    checkRule(RULE, text, { settings });
    checkRule(
      RULE,
      text.replace('2018-06', '2019-06').replace(/$/, '#        ^^ information unexplained-gap\n'),
      { settings },
    );
    checkRule(RULE, text, { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('counts a period, a procedure and what goes on still as filled', () => {
    checkRule(RULE, dutchCase(filled));
    checkRule(RULE, dutchCase('timeline:\n  - {id: e, from: 2016, title: x}\n'));
    checkRule(RULE, dutchCase('procedures:\n  - {id: p, kind: regular, lodged: 2016}\n'));
    checkRule(
      RULE,
      dutchCase('procedures:\n  - {id: p, kind: regular, lodged: 2016, decided: 2024, outcome: rejected}\n'),
    );
    checkRule(RULE, dutchCase(`${filled}  - {id: e2, date: 2018, title: x}\n`));
  });

  it('begins at arrival, or at birth for who was born here', () => {
    const late = dutchCase('timeline:\n  - {id: e, from: 2020, to: 2024, title: x}\n');
    checkRule(RULE, late.replace('arrivalDate: 2015', 'arrivalDate: 2018-02'));
    checkRule(RULE, late.replace('arrivalDate: 2015', 'birthDate: 2010'));
    checkRule(
      RULE,
      late
        .replace('arrivalDate: 2015', 'birthDate: 2010\n    bornHere: true')
        .replace(/$/, '#        ^ information unexplained-gap\n'),
    );
    checkRule(RULE, late.replace('arrivalDate: 2015', 'arrivalDate: 2015?'));
    checkRule(RULE, late.replace('role: applicant', 'role: other'));
  });

  it('begins with the first of the applicants', () => {
    checkRule(
      RULE,
      dutchCase(`
          - {id: b, name: Ben, role: co-applicant, arrivalDate: 2010}
          - {id: c, name: Cis, role: parent, arrivalDate: 1990}
        timeline:
          - {id: e, from: 2015, to: 2024, title: x}
        #        ^ information unexplained-gap
      `),
    );
  });

  it('is silent where something may have happened then', () => {
    const gap = 'timeline:\n  - {id: e1, date: 2015, title: x}\n';
    const end = '  - {id: e2, from: 2020, to: 2024, title: x}\n';
    for (const unknown of [
      'date: 2017?',
      'from: 2016?, to: 2016',
      'date: 2017-02-30',
      'date: 1-2-2017',
      'kind: work',
      'date: "{{datum}}"',
    ]) {
      checkRule(RULE, dutchCase(`${gap}  - {id: u, ${unknown}, title: x}\n${end}`));
    }
    checkRule(RULE, dutchCase(`${gap}${end}procedures:\n  - {id: p, kind: regular, lodged: 2017?}\n`));
    checkRule(
      RULE,
      dutchCase(
        `${gap}${end}procedures:\n  - {id: p, kind: regular, lodged: 2015, decided: 2015, outcome: rejected, remedies: r}\n`,
      ),
    );
    checkRule(
      RULE,
      dutchCase(
        `${gap}${end}procedures:\n  - {id: p, kind: regular, lodged: 2015, decided: "?", outcome: rejected}\n`,
      ),
    );
    checkRule(RULE, dutchCase(`${gap}${end}procedures: none\n`));
    checkRule(RULE, dutchCase(`${gap}${end}`).replace('2024-06-01', '2024?'));
  });

  it('does not count what lies after the reference date', () => {
    checkRule(
      RULE,
      dutchCase(
        'timeline:\n^^^^^^^^ information unexplained-gap\n  - {id: e1, from: 2015, to: 2020, title: x}\n  - {id: e2, date: 2030, title: x}\n',
      ),
    );
  });

  it('speaks in closed and in German cases too', () => {
    const text = dutchCase(
      'timeline:\n^^^^^^^^ information unexplained-gap\n  - {id: e1, from: 2016, to: 2022-05, title: x}\n',
      '  status: closed\n',
    );
    checkRule(RULE, text);
    checkRule(RULE, text.replace('jurisdiction: nl', 'jurisdiction: de'));
  });

  it('has words', () => {
    const text = dutchCase(
      'timeline:\n  - {id: e1, date: 2015, title: x}\n  - {id: e2, from: 2018-05-01, title: x}\n',
    );
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Over een lange tijd staat hier niets: 2015 tot 1 mei 2018. Wie beslist, kan zich afvragen wat er toen was. Vertel ook over die tijd iets, al is het kort.',
    );
    assert.match(messageOf(RULE, text, 'en'), /^Nothing is told here of a long time: 2015 to 1 May 2018\./);
    assert.match(
      messageOf(RULE, text, 'de'),
      /^Über eine lange Zeit steht hier nichts: 2015 bis 1\. Mai 2018\./,
    );
  });
});
