import { applyFix, checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'unknown-reference';
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
  const file = (ref: string, mark = '') =>
    `${HEAD}circumstances:\n  - id: ziekte\n    kind: medical\n    title: T\nletters:\n  - id: brief\n    from: {role: school}\n    status: planned\n    supports: [${ref}]\n${mark}`;

  it('speaks at an id that is not there, and at one of another kind', () => {
    checkRule(RULE, file('zikte', '#              ^^^^^ error unknown-reference\n'));
    checkRule(RULE, file('brief', '#              ^^^^^ error unknown-reference\n'));
  });

  it('is silent at what is there, and where the list can not be read', () => {
    checkRule(RULE, file('ziekte'));
    checkRule(RULE, file('iets').replace(/circumstances:\n.*\n.*\n.*\n/, 'circumstances: volgt\n'));
  });

  it('takes the nearest id, or creates the item', () => {
    checkFix(RULE, 'use-ziekte', file('zikte'), file('ziekte'));
    const { result } = applyFix(file('school-weg'), RULE, 'create-circumstance');
    checkRule(RULE, result);
  });
});
