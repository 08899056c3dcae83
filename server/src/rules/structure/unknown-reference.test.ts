import assert from 'node:assert/strict';
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

  it('is silent where one of two items with that id fits', () => {
    checkRule(RULE, `${file('a')}timeline:\n  - id: a\n    date: 2013\n    title: T\n`);
  });

  it('is silent at a blank and at an empty text, of which others speak', () => {
    checkRule(RULE, file('"{{omstandigheid}}", ""'));
  });

  it('creates an item with blanks, not with guesses', () => {
    checkFix(
      RULE,
      'create-event',
      file('ruzie'),
      file('ruzie').replace(
        'circumstances:',
        'timeline:\n  - id: ruzie\n    date: "{{datum}}"\n    title: "{{titel}}"\ncircumstances:',
      ),
    );
    const { result } = applyFix(
      `${HEAD}circumstances:\n  - {id: c, kind: other, title: T, persons: [bo]}\n`,
      RULE,
      'create-person',
    );
    assert.match(result, /role: "\{\{rol in de zaak\}\}"/);
  });

  it('takes the nearest id, or creates the item', () => {
    checkFix(RULE, 'use-ziekte', file('zikte'), file('ziekte'));
    const { result } = applyFix(file('school-weg'), RULE, 'create-circumstance');
    checkRule(RULE, result);
  });
});
