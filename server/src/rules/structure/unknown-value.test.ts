import { checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'unknown-value';
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
    checkRule(
      RULE,
      `${HEAD}    status: tolerant\n#           ^^^^^^^^ error unknown-value\n    nationality: XX\n#                ^^ error unknown-value\n`,
    );
  });

  it('is silent at values that exist', () => {
    checkRule(RULE, `${HEAD}    nationality: stateless\n    gender: x\n`);
  });

  it('offers the near values, also by their Dutch name', () => {
    checkFix(RULE, 'use-tolerated', `${HEAD}    status: tolerate\n`, `${HEAD}    status: tolerated\n`);
    checkFix(
      RULE,
      'use-mayor',
      `${HEAD}letters:\n  - id: l\n    from: {role: burgemeester}\n    status: planned\n`,
      `${HEAD}letters:\n  - id: l\n    from: {role: mayor}\n    status: planned\n`,
    );
  });
});
