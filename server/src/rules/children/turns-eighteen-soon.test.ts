import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'turns-eighteen-soon';

/** The reference date is 2024-06-01. */
const born = (birthDate: string, more = ''): string =>
  `${dutchCase('')}  - id: noor\n    name: Noor\n    role: sibling\n${more}    birthDate: ${birthDate}\n`;
const speaking = (birthDate: string, more = ''): string =>
  born(birthDate, more).replace(
    /$/,
    `#              ${'^'.repeat(birthDate.length)} information turns-eighteen-soon\n`,
  );

describe(RULE, () => {
  it('speaks at the birth date, up to six months ahead', () => {
    checkRule(RULE, speaking('2006-06-02'));
    checkRule(RULE, speaking('2006-12-01'));
    checkRule(RULE, speaking('2006-09'));
    checkRule(RULE, speaking('2006-09~'));
  });

  it('is silent before, after, and where it is not certain', () => {
    for (const birthDate of [
      '2006-06-01',
      '2006-12-02',
      '2006',
      '2006-06',
      '2006-12',
      '2006-11~',
      '2006-09?',
      '2006-09-31',
      '"{{datum}}"',
    ])
      checkRule(RULE, born(birthDate));
    checkRule(RULE, born('2006-09').replace('    birthDate: 2006-09\n', ''));
  });

  it('counts from a vague reference date only where that leaves no doubt', () => {
    const on = (text: string, day: string) => text.replace('2024-06-01', day);
    checkRule(RULE, on(speaking('2006-09'), '2024-05'));
    checkRule(RULE, on(born('2006-12'), '2024-06'));
    checkRule(RULE, on(born('2006-09'), '2024-06?'));
  });

  it('takes 1 March as the birthday of who was born on 29 February', () => {
    checkRule(RULE, born('2008-02-29').replace('2024-06-01', '2025-08-31'));
    checkRule(RULE, speaking('2008-02-29').replace('2024-06-01', '2025-09-01'));
    assert.match(
      messageOf(RULE, born('2008-02-29').replace('2024-06-01', '2026-02-28'), 'nl'),
      /^Noor wordt op 1 maart 2026 achttien\./,
    );
  });

  it('says nothing of a child that died', () => {
    checkRule(RULE, born('2006-09-01', '    deathDate: 2020\n'));
    checkRule(RULE, born('2006-09-01', '    deathDate: 2020?\n'));
    checkRule(RULE, born('2006-09-01', '    deathDate: onbekend\n'));
  });

  it('speaks of applicants too, and not in closed cases', () => {
    const text = dutchCase('').replace('arrivalDate: 2015', 'birthDate: 2006-10');
    checkRule(RULE, `${text}#              ^^^^^^^ information turns-eighteen-soon\n`);
    checkRule(RULE, text.replace('jurisdiction: nl', 'jurisdiction: nl\n  status: closed'));
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, born('2006-09-04'), 'nl'),
      'Noor wordt op 4 september 2024 achttien. Wat in dit verzoek op het belang van het kind steunt, kan daarna anders worden gewogen. Ga na wat er vóór die verjaardag moet gebeuren.',
    );
    assert.match(messageOf(RULE, born('2006-09'), 'en'), /^Noor will be eighteen in September 2024\./);
    assert.match(messageOf(RULE, born('2006-09~'), 'de'), /^Noor wird um September 2024 achtzehn\./);
    assert.match(messageOf(RULE, born('2006-09').replace('    name: Noor\n', ''), 'nl'), /^Dit kind wordt/);
  });
});
