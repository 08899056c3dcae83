import { type Migration, withMigrations } from '../../core/migrations.js';
import { checkFix, checkRule } from '../../testing/marked.js';

const RULE = 'format-version-old';
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
  const old = HEAD.replace('vangnet: 1', 'vangnet: 0');
  const migration: Migration = {
    from: 0,
    to: 1,
    edits: (draft) => [
      { start: draft.doc.text.indexOf('0'), end: draft.doc.text.indexOf('0') + 1, text: '1' },
    ],
  };

  it('speaks at a version for which there is a migration', () => {
    withMigrations([migration], () =>
      checkRule(RULE, old.replace('vangnet: 0\n', 'vangnet: 0\n#        ^ hint format-version-old\n')),
    );
  });

  it('is silent at today’s version', () => {
    withMigrations([migration], () => checkRule(RULE, HEAD));
    checkRule(RULE, old);
  });

  it('migrates', () => {
    withMigrations([migration], () => checkFix(RULE, 'migrate', old, HEAD));
  });
});
