import { checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'yaml-syntax';
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
  it('speaks of a tab, a missing space, an unclosed quote, at the spot', () => {
    checkRule(
      RULE,
      `${HEAD.replace('  id: test', '\tid: test\n^ error yaml-syntax')}`.replace('  title', '  title'),
    );
    checkRule(RULE, `${HEAD}    gender:f\n#   ^^^^^^^ error yaml-syntax\n    birthDate: 1986\n`);
    checkRule(RULE, HEAD.replace('title: Test', 'title: "Test\n#        ^^^^^ error yaml-syntax'));
  });

  it('reads the rest of the file', () => {
    checkRule(
      'unknown-key',
      `${HEAD.replace('title: Test', 'title: "Test')}    arival: 2003\n#   ^^^^^^ error unknown-key\n`,
    );
  });

  it('speaks of a colon in a text, and of two documents', () => {
    checkRule(
      RULE,
      HEAD.replace('title: Test', "title: Sem'on: verblijf\n#        ^^^^^^^^^^^^^^^^ error yaml-syntax"),
    );
    checkRule(RULE, `${HEAD}---\n^^^ error yaml-syntax\nvangnet: 1\n`);
  });

  it('is silent at text that YAML can read', () => {
    checkRule(RULE, `---\n# hallo\n${HEAD}`);
  });

  it('says what a tab is in the words of LANGUAGE.md', () => {
    const message = messageOf(RULE, HEAD.replace('  id: test', '\tid: test'), 'nl');
    if (message !== 'Deze regel begint met een tab. Gebruik spaties om te laten inspringen.')
      throw new Error(message);
  });

  it('turns tabs into spaces, quotes texts, closes quotes', () => {
    checkFix(RULE, 'tabs-to-spaces', HEAD.replace('  id: test', '\tid: test'), HEAD);
    checkFix(
      RULE,
      'close-quote',
      HEAD.replace('title: Test', 'title: "Test'),
      HEAD.replace('title: Test', 'title: "Test"'),
    );
    checkFix(
      RULE,
      'quote-text',
      HEAD.replace('title: Test', 'title: A: b'),
      HEAD.replace('title: Test', 'title: "A: b"'),
    );
  });
});
