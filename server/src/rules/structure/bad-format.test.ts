import { applyFix, checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'bad-format';
const HEAD = `vangnet: 1
case:
  id: test
  title: Test
  jurisdiction: nl
  confidentiality: fictional
persons:
  - id: a
    name: Ada
    role: applicant
`;

describe(RULE, () => {
  it('speaks at dates and ids that are written otherwise', () => {
    checkRule(RULE, `${HEAD}    birthDate: 04-05-2013\n#              ^^^^^^^^^^ error bad-format\n`);
    checkRule(RULE, HEAD.replace('id: a\n', 'id: Ada B\n#       ^^^^^ error bad-format\n'));
  });

  it('is silent at dates of every precision, with ~ or ?', () => {
    checkRule(RULE, `${HEAD}    birthDate: 1986~\n    arrivalDate: 2003-05?\n    deathDate: 2013-13-45\n`);
  });

  it('rewrites a Dutch date, safely only where it is certain', () => {
    checkFix(
      RULE,
      'rewrite-date',
      `${HEAD}    birthDate: 31-12-1986\n`,
      `${HEAD}    birthDate: 1986-12-31\n`,
    );
    checkFix(
      RULE,
      'rewrite-date',
      `${HEAD}    birthDate: 4 mei 2013\n`,
      `${HEAD}    birthDate: 2013-05-04\n`,
    );
    const safe = (date: string) => applyFix(`${HEAD}    birthDate: ${date}\n`, RULE, 'rewrite-date').fix.safe;
    if (safe('04-05-2013') || !safe('13-05-2013') || !safe('05-05-2013'))
      throw new Error('safe only where the day is certain');
  });
});
