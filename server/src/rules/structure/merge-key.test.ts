import { checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'merge-key';
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
  const file = (merge: string) =>
    `${HEAD}    x-base: &b {gender: f}\n  - id: b\n${merge}    name: Bo\n    role: other\n`;

  it('speaks at <<', () => {
    checkRule(RULE, file('    <<: *b\n#   ^^ error merge-key\n'));
  });

  it('is silent without', () => {
    checkRule(RULE, file(''));
  });

  it('writes the fields out', () => {
    checkFix(RULE, 'write-out', file('    <<: *b\n'), file('    gender: f\n'));
  });
});
