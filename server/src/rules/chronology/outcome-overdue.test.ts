import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'outcome-overdue';
/** The reference date is 2024-06-01. */
const procedure = (fields: string): string =>
  dutchCase(`procedures:\n  - {id: p, kind: regular, ${fields}}\n`);
const overdue = (text: string): string => text.replace(/$/, '#        ^ information outcome-overdue\n');

describe('outcome-overdue', () => {
  it('names a procedure pending for more than two years, said or by default', () => {
    checkRule(RULE, overdue(procedure('lodged: 2022-05-31, outcome: pending')));
    checkRule(RULE, overdue(procedure('lodged: 2022-05-31')));
    checkRule(RULE, overdue(procedure('lodged: 2022-05')));
    checkRule(RULE, overdue(procedure('lodged: 2020~')));
  });

  it('names a remedy by itself', () => {
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
            kind: regular
            lodged: 2019
            decided: 2020
            outcome: rejected
            remedies:
              - id: r
        #           ^ information outcome-overdue
                kind: objection
                lodged: 2021
              - {kind: appeal, lodged: 2021}
        #        ^^^^ information outcome-overdue
              - {id: s, kind: appeal, lodged: 2024}
      `),
    );
  });

  it('is silent where it may be two years or less', () => {
    for (const lodged of ['2022-06-01', '2022-06', '2022', '2021~', '2015?', '2015-02-30'])
      checkRule(RULE, procedure(`lodged: ${lodged}`));
    checkRule(RULE, procedure('lodged: 2015').replace('2024-06-01', '2024?'));
  });

  it('is silent where it is decided, or may be', () => {
    for (const rest of [
      'outcome: rejected',
      'outcome: withdrawn',
      'decided: 2016',
      'outcome: pending, decided: 2016',
      'outcome: panding',
      'decided: "{{datum}}"',
      'outcome: ""',
    ]) {
      checkRule(RULE, procedure(`lodged: 2015, ${rest}`));
    }
  });

  it('takes today where the file names no reference date', () => {
    const text = procedure('lodged: 2022-05-31').replace('  referenceDate: 2024-06-01\n', '');
    checkRule(RULE, overdue(text), { today: '2024-06-01' });
    checkRule(RULE, text, { today: '2024-05-31' });
  });

  it('has words', () => {
    const text = procedure('lodged: 2015-12-15');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Deze procedure begon op 15 december 2015, en er staat nog geen besluit. Dat is meer dan twee jaar. Is er intussen beslist, zet dan de dag en de uitkomst erbij; zo niet, ga dan na hoe het ervoor staat.',
    );
    assert.match(
      messageOf(RULE, text, 'en'),
      /^This procedure was lodged on 15 December 2015, and there is no decision here yet\./,
    );
    assert.match(
      messageOf(RULE, text, 'de'),
      /^Dieses Verfahren begann am 15\. Dezember 2015, und hier steht noch kein Bescheid\./,
    );
  });
});
