import { checkRule } from '../../testing/marked.js';

const RULE = 'alias-cycle';
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
  it('speaks at an alias that contains itself', () => {
    checkRule(RULE, `${HEAD}x-loop: &l\n  - *l\n#   ^^ error alias-cycle\n`);
  });

  it('is silent at ordinary aliases', () => {
    checkRule(RULE, `${HEAD}x-a: &a {b: 1}\nx-b: *a\n`);
  });
});
