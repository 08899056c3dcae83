import { checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'duplicate-key';
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
  it('speaks at the later field', () => {
    checkRule(RULE, `${HEAD}    name: Bo\n#   ^^^^ error duplicate-key\n`);
    checkRule(RULE, `${HEAD}vangnet: 1\n^^^^^^^ error duplicate-key\n`);
  });

  it('is silent where the same name stands in two places', () => {
    checkRule(RULE, `${HEAD}  - id: b\n    name: Ada\n    role: other\n`);
  });

  it('removes the later one', () => {
    checkFix(RULE, 'remove-later', `${HEAD}    name: Ada\n    gender: f\n`, `${HEAD}    gender: f\n`);
  });
});
