import assert from 'node:assert/strict';
import { analyseText, checkFix, checkRule, messageOf } from '../../testing/marked.js';

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
    // The line that was left out may have been the applicant's.
    const other = '  - id: b\n    name: Bo\n    role: other\n';
    checkRule(
      RULE,
      `${HEAD.replace('  - id: a\n    ', '  -id: a\n   ').replace('    role', '   role')}${other}`,
    );
  });

  it('inserts the fields in the order of the format', () => {
    checkFix(
      RULE,
      'insert',
      `${HEAD}procedures:\n  - id: p\n    lodged: 2003\n`,
      `${HEAD}procedures:\n  - id: p\n    kind: "{{soort procedure}}"\n    lodged: 2003\n`,
    );
    checkFix(
      RULE,
      'insert',
      `${HEAD}timeline:\n  - description: D\n`,
      `${HEAD}timeline:\n  - id: event\n    date: "{{datum}}"\n    title: "{{titel}}"\n    description: D\n`,
    );
  });

  it('of a period with an end asks for its beginning only', () => {
    checkFix(
      RULE,
      'insert',
      `${HEAD}timeline:\n  - id: e\n    to: 2004\n    title: T\n`,
      `${HEAD}timeline:\n  - id: e\n    from: "{{van}}"\n    to: 2004\n    title: T\n`,
    );
  });

  it('inserts into empty brackets, below the key where there is room', () => {
    checkFix(
      RULE,
      'insert',
      HEAD.replace('confidentiality: fictional', 'confidentiality: fictional\n  representative: {}'),
      HEAD.replace(
        'confidentiality: fictional',
        'confidentiality: fictional\n  representative:\n    name: "{{naam van de gemachtigde}}"\n    role: "{{rol van de gemachtigde}}"',
      ),
    );
    checkFix(
      RULE,
      'insert',
      `${HEAD}timeline: [{}] # later\n`,
      `${HEAD}timeline: [{id: event, date: "{{datum}}", title: "{{titel}}"}] # later\n`,
    );
    checkFix(
      RULE,
      'insert',
      HEAD.replace(/persons:[\s\S]*/, 'persons: [] # later\n'),
      HEAD.replace(
        /persons:[\s\S]*/,
        'persons: # later\n  - id: person\n    name: "{{naam}}"\n    role: applicant\n',
      ),
    );
  });

  it('inserts beside an item of which nothing is there', () => {
    checkFix(
      RULE,
      'insert',
      `${HEAD}timeline:\n  -\n  - date: 2004\n    title: T\n`,
      `${HEAD}timeline:\n  -\n  - id: event\n    date: 2004\n    title: T\n`,
    );
  });

  it('makes the applicant of who asks along, or stands alone', () => {
    checkFix(RULE, 'set-role-a', HEAD.replace('applicant', 'other'), HEAD);
    const two = (role: string) =>
      `${HEAD.replace('applicant', 'parent')}  - id: b\n    name: Bo\n    role: ${role}\n`;
    checkFix(RULE, 'set-role-b', two('co-applicant'), two('applicant'));
  });

  it('leaves a misspelt key, and one with an alias that leads nowhere, to their own rules', () => {
    checkRule(RULE, HEAD.replace('name: Ada', 'naem: Ada').replace('case:', 'Case:'));
    checkRule(RULE, HEAD.replace('name: Ada', 'name: *nobody'));
    checkRule(RULE, HEAD.replace(/persons:[\s\S]*/, 'persons: [{id:a, name: Ada, role: applicant}]\n'));
  });

  it('names many fields behind the first sentence, which a list shows', () => {
    const message = messageOf(RULE, HEAD.replace(/case:[\s\S]*(?=persons)/, 'case: {}\n'), 'nl');
    if (!message.startsWith('Hier ontbreken nog 4 velden. ')) throw new Error(message);
  });

  it('inserts nothing above fields at the top that are indented', () => {
    const { findings } = analyseText('  id: test\n  title: Test\n');
    assert.deepEqual(findings.find(({ rule }) => rule === RULE)?.fixes(), []);
  });
});
