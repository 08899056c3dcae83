import { checkAll, checkRule } from '../../testing/marked.js';

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

  it('is all that is said of the value', () => {
    checkAll(
      '&root\nvangnet: 1\ncase: *root\n#     ^^^^^ error alias-cycle\npersons: [{id: a, name: Ada, role: applicant}]\n',
    );
    checkAll(
      `${HEAD}timeline: &t\n  - id: e\n    date: 2013\n    title: T\n    evidence: [d]\n    persons: *t\n#            ^^ error alias-cycle\ndocuments: [{id: d, kind: other, title: T}]\n`,
    );
  });
});
