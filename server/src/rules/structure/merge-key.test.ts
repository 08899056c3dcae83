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

  it('writes out in the style of what is taken over, with an id of its own', () => {
    const letters = (second: string) =>
      `${HEAD}letters:\n  - &b\n    id: l # de eerste\n    from: {role: school}\n    status: planned\n${second}`;
    checkFix(
      RULE,
      'write-out',
      letters('  - <<: *b # e\n    date: 2013\n'),
      letters('  - id: l-2\n    from: {role: school}\n    status: planned # e\n    date: 2013\n'),
    );
    checkFix(
      RULE,
      'write-out',
      letters('  - {<<: *b, id: m}\n'),
      letters('  - {from: {role: school}, status: planned, id: m}\n'),
    );
    checkFix(
      RULE,
      'write-out',
      letters('  - <<: {id: m, from: {role: ngo}}\n    status: planned\n'),
      letters('  - id: m\n    from: {role: ngo}\n    status: planned\n'),
    );
  });
});
