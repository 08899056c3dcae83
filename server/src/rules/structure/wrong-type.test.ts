import assert from 'node:assert/strict';
import { analyseText, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'wrong-type';
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
  it('speaks at the value', () => {
    checkRule(RULE, `${HEAD}    traits: isolated\n#           ^^^^^^^^ error wrong-type\n`);
    checkRule(RULE, `${HEAD}    pseudonym: ja\n#              ^^ error wrong-type\n`);
    checkRule(RULE, `${HEAD}letters: later\n#        ^^^^^ error wrong-type\n`);
  });

  it('speaks at the key of what is empty', () => {
    checkRule(RULE, `${HEAD}    gender:\n#   ^^^^^^ error wrong-type\n`);
  });

  it('speaks on one line, also of a text over several lines in a list', () => {
    checkRule(RULE, `${HEAD}letters:\n  - id = l\n#   ^^^^^^ error wrong-type\n    status = planned\n`);
    checkRule(RULE, `${HEAD}    traits: >-\n#   ^^^^^^ error wrong-type\n      isolated\n`);
  });

  it('speaks inside lists and deep items', () => {
    checkRule(
      RULE,
      `${HEAD}procedures: [{id: p, kind: regular, lodged: 2023, persons: [[a]], remedies: [x]}]\n#                                                           ^^^ error wrong-type\n#                                                                            ^ error wrong-type\n`,
    );
  });

  it('is silent where the type fits, also for a bare year', () => {
    checkRule(RULE, `${HEAD}    birthDate: 1986\n    traits: [isolated]\n`);
  });

  it('wraps, quotes and unquotes', () => {
    checkFix(
      RULE,
      'wrap-in-list',
      `${HEAD}    traits: isolated # ja\n`,
      `${HEAD}    traits: [isolated] # ja\n`,
    );
    checkFix(
      RULE,
      'quote',
      HEAD.replace('title: Test', 'title: 007'),
      HEAD.replace('title: Test', 'title: "007"'),
    );
    checkFix(RULE, 'unquote', `${HEAD}    pseudonym: "true"\n`, `${HEAD}    pseudonym: true\n`);
    checkFix(RULE, 'unquote', `${HEAD}    pseudonym: ja\n`, `${HEAD}    pseudonym: true\n`);
    checkFix(
      RULE,
      'wrap-in-list',
      `${HEAD}    traits: isolated, traumatised\n`,
      `${HEAD}    traits: [isolated, traumatised]\n`,
    );
    checkFix(
      RULE,
      'wrap-in-list',
      `${HEAD}    traits: >-\n      isolated\n`,
      `${HEAD}    traits: [isolated]\n`,
    );
  });

  it('takes brackets and dashes away where no list belongs', () => {
    checkFix(RULE, 'unwrap', HEAD.replace('applicant', '[applicant]'), HEAD);
    checkFix(RULE, 'quote', HEAD.replace('Test', '[sic]'), HEAD.replace('Test', '"[sic]"'));
    const claim = (dash: string) => `${HEAD}claim:\n  ${dash} id: v\n    kind: deferral\n`;
    checkRule(RULE, claim('-').replace('claim:', 'claim:\n^^^^^ error wrong-type'));
    checkFix(RULE, 'unwrap', claim('-'), claim(' '));
  });

  it('makes an id of a number', () => {
    checkFix(
      RULE,
      'rewrite-id',
      HEAD.replace('id: a\n', 'id: 1\n'),
      HEAD.replace('id: a\n', 'id: person-1\n'),
    );
  });

  it('offers nothing that would be wrong in another way', () => {
    const fixes = (text: string) => analyseText(text).findings.flatMap((finding) => finding.fixes());
    assert.deepEqual(fixes(`${HEAD}    gender: 1\n`), []);
    assert.deepEqual(fixes(`${HEAD}    birthDate: true\n`), []);
    assert.deepEqual(fixes(`${HEAD}    traits: lief\n`), []);
  });

  it('sees that only a space is missing', () => {
    const claim = (space: string) => `${HEAD}claim:\n  id:${space}v\n  kind:${space}deferral\n`;
    checkRule(RULE, claim('').replace('id:v\n', 'id:v\n# ^^^ error wrong-type\n'));
    checkFix(RULE, 'space-after-colon', claim(''), claim(' '));
    const persons = (dash: string, pad: string) =>
      HEAD.replace(/ {2}- id.*\n.*\n.*\n/, `  ${dash}id: a\n  ${pad}name: Ada\n  ${pad}role: applicant\n`);
    checkRule(RULE, persons('-', '').replace('-id: a', '-id: a\n# ^ error wrong-type'));
    checkFix(RULE, 'space-after-dash', persons('-', ''), persons('- ', '  '));
  });

  it('says which word to write', () => {
    assert.match(messageOf(RULE, `${HEAD}    gender: 1\n`, 'nl'), /Kies uit: m \(man\), f \(vrouw\) of x\.$/);
    assert.match(
      messageOf(RULE, HEAD.replace('name: Ada', 'name:'), 'nl'),
      /; zonder is dit onderdeel niet goed te/,
    );
  });

  it('leaves `[naam]` to the rule on blanks, and what is incomplete to the rule on syntax', () => {
    checkRule(RULE, HEAD.replace('Ada', '[naam]'));
    checkRule(RULE, HEAD.replace('  - id: a', '  -\u00a0id: a'));
    const remedies = `${HEAD}procedures:\n  - id: p\n    kind: other\n    lodged: 2023\n    remedies:\n      -id: r\n       kind: appeal\n`;
    checkRule(RULE, `${remedies}      lodged: 2023\n`);
  });
});
