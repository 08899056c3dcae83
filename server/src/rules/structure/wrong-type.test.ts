import { checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'wrong-type';
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
  it('speaks at the value', () => {
    checkRule(RULE, `${HEAD}    traits: isolated\n#           ^^^^^^^^ error wrong-type\n`);
    checkRule(RULE, `${HEAD}    pseudonym: ja\n#              ^^ error wrong-type\n`);
    checkRule(RULE, `${HEAD}letters: later\n#        ^^^^^ error wrong-type\n`);
  });

  it('speaks at the key of what is empty', () => {
    checkRule(RULE, `${HEAD}    gender:\n#   ^^^^^^ error wrong-type\n`);
  });

  it('is silent where the type fits, also for a bare year', () => {
    checkRule(RULE, `${HEAD}    birthDate: 1986\n    traits: [isolated]\n`);
  });

  it('wraps, quotes and unquotes', () => {
    checkFix(
      RULE,
      'wrap-in-list',
      `${HEAD}    traits: isolated # ja\n`,
      `${HEAD}    traits: [isolated] # ja\n`,
    );
    checkFix(
      RULE,
      'quote',
      HEAD.replace('title: Test', 'title: 007'),
      HEAD.replace('title: Test', 'title: "007"'),
    );
    checkFix(RULE, 'unquote', `${HEAD}    pseudonym: "true"\n`, `${HEAD}    pseudonym: true\n`);
    checkFix(RULE, 'unquote', `${HEAD}    pseudonym: ja\n`, `${HEAD}    pseudonym: true\n`);
  });
});
