import { checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'unknown-key';
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
  it('speaks at the key', () => {
    checkRule(RULE, `${HEAD}    arivalDate: 2003\n#   ^^^^^^^^^^ error unknown-key\n`);
    checkRule(RULE, `${HEAD}letter: []\n^^^^^^ error unknown-key\n`);
  });

  it('leaves keys that begin with x- alone', () => {
    checkRule(RULE, `${HEAD}    x-note: mine\nx-own: {a: 1}\n`);
  });

  it('says what is probably meant', () => {
    const meant = messageOf(RULE, `${HEAD}    arivalDate: 2003\n`, 'nl');
    if (
      !meant.startsWith(
        'Het veld ‘arivalDate’ bestaat hier niet. Waarschijnlijk is ‘arrivalDate’ (datum van aankomst) bedoeld.',
      )
    )
      throw new Error(meant);
  });

  it('renames to the nearest key, or removes the field', () => {
    checkFix(
      RULE,
      'rename-arrivalDate',
      `${HEAD}    arivalDate: 2003 # toen\n`,
      `${HEAD}    arrivalDate: 2003 # toen\n`,
    );
    checkFix(RULE, 'remove', `${HEAD}    hobby: lezen\n    gender: f\n`, `${HEAD}    gender: f\n`);
  });
});
