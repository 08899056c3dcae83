import { checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'duplicate-id';
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
  it('speaks at the later item, over all lists', () => {
    checkRule(
      RULE,
      `${HEAD}documents:\n  - id: a\n#       ^ error duplicate-id\n    kind: other\n    title: T\n`,
    );
  });

  it('case.id stands apart', () => {
    checkRule(RULE, HEAD.replace('id: a\n', 'id: test\n'));
  });

  it('looks at remedies and the claim too, not at blanks', () => {
    checkRule(
      RULE,
      `${HEAD}procedures:\n  - id: p\n    kind: regular\n    lodged: 2023\n    remedies: [{id: a, kind: objection, lodged: 2023}]\n#                   ^ error duplicate-id\nclaim: {id: p, kind: deferral}\n#           ^ error duplicate-id\n`,
    );
    checkRule(RULE, `${HEAD.replace('id: a\n', 'id: "{{id}}"\n')}claim: {id: "{{id}}", kind: deferral}\n`);
  });

  it('does not count an id twice that `<<` takes over', () => {
    checkRule(
      RULE,
      `${HEAD}letters:\n  - &b {id: l, from: {role: school}, status: planned}\n  - <<: *b\n    date: 2013\n`,
    );
  });

  it('renames the later item with the references that mean it', () => {
    const file = (id: string) =>
      `${HEAD}circumstances:\n  - id: c\n    kind: other\n    title: T\n    persons: [a]\n    evidence: [${id}]\ndocuments:\n  - id: ${id}\n    kind: other\n    title: T\n`;
    checkFix(RULE, 'rename', file('a'), file('a-2'));
  });

  it('renames once what several items refer to by one alias', () => {
    const file = (id: string) =>
      `${HEAD}circumstances:\n  - id: c\n    kind: other\n    title: T\n    evidence: &e [${id}]\n  - id: d\n    kind: other\n    title: T\n    evidence: *e\ndocuments:\n  - id: ${id}\n    kind: other\n    title: T\n`;
    checkFix(RULE, 'rename', file('a'), file('a-2'));
  });
});
