import { checkRule } from '../../testing/marked.js';

const RULE = 'unused-item';
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
  it('speaks at the id of what stands by itself', () => {
    checkRule(
      RULE,
      `${HEAD}documents:\n  - id: stuk\n#       ^^^^ hint unused-item\n    kind: other\n    title: T\n`,
    );
  });

  it('is silent where something leans on it, or it leans on something', () => {
    checkRule(
      RULE,
      `${HEAD}circumstances:\n  - id: c\n    kind: other\n    title: T\n    evidence: [stuk]\ndocuments:\n  - id: stuk\n    kind: other\n    title: T\n`,
    );
  });

  it('is silent where the reference may stand in what can not be read, or is misspelt', () => {
    const file = (evidence: string) =>
      `${HEAD}circumstances:\n  - id: c\n    kind: other\n    title: T\n    ${evidence}\ndocuments:\n  - id: stuk\n    kind: other\n    title: T\n`;
    checkRule(RULE, file('evidence: [stuk'));
    checkRule(RULE, file('evidense: [stuk]'));
    checkRule(RULE, file('evidence: stuk'));
  });
});
