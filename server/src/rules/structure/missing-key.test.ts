import { analyseText, checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'missing-key';
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

const checkRuleOnEmpty = () => analyseText('');

describe(RULE, () => {
  it('speaks at the first field of a file, and at the start of an empty one', () => {
    checkRule(RULE, 'vangnet: 1\n^^^^^^^ error missing-key\n');
    const { findings } = checkRuleOnEmpty();
    if (findings.filter(({ rule }) => rule === RULE).length !== 1)
      throw new Error('an empty file lacks its fields, once');
  });

  it('speaks at the id of an item, once however much it lacks', () => {
    checkRule(RULE, `${HEAD}procedures:\n  - id: p\n#       ^ error missing-key\n`);
    checkRule(RULE, `${HEAD}procedures:\n  - kind: asylum\n#   ^^^^ error missing-key\n`);
  });

  it('speaks at persons where nobody is the applicant', () => {
    checkRule(
      RULE,
      `${HEAD.replace('role: applicant', 'role: other').replace('persons:\n', 'persons:\n^^^^^^^ error missing-key\n')}`,
    );
    checkRule(RULE, HEAD.replace('role: applicant', 'role: aplicant'));
  });

  it('an event has a date or the beginning of a period', () => {
    checkRule(
      RULE,
      `${HEAD}timeline:\n  - id: e\n    title: T\n    from: 2003\n  - id: f\n#       ^ error missing-key\n    title: T\n    to: 2004\n`,
    );
  });

  it('is silent where the line could not be read', () => {
    checkRule(RULE, `${HEAD}procedures:\n  - id: p\n    kind:asylum\n    lodged: 2003\n`);
  });

  it('inserts the fields in the order of the format', () => {
    checkFix(
      RULE,
      'insert',
      `${HEAD}procedures:\n  - id: p\n    lodged: 2003\n`,
      `${HEAD}procedures:\n  - id: p\n    kind: other\n    lodged: 2003\n`,
    );
  });
});
