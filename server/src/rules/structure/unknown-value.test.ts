import assert from 'node:assert/strict';
import { analyseText, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'unknown-value';
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

const fixes = (text: string) =>
  analyseText(text)
    .findings.filter(({ rule }) => rule === RULE)
    .flatMap((finding) => finding.fixes().map(({ id }) => id));

describe(RULE, () => {
  it('speaks at the value', () => {
    checkRule(
      RULE,
      `${HEAD}    status: tolerant\n#           ^^^^^^^^ error unknown-value\n    nationality: XX\n#                ^^ error unknown-value\n`,
    );
  });

  it('is silent at values that exist', () => {
    checkRule(RULE, `${HEAD}    nationality: stateless\n    gender: x\n`);
  });

  it('offers the near values, also by their Dutch name', () => {
    checkFix(RULE, 'use-tolerated', `${HEAD}    status: tolerate\n`, `${HEAD}    status: tolerated\n`);
    checkFix(
      RULE,
      'use-mayor',
      `${HEAD}letters:\n  - id: l\n    from: {role: burgemeester}\n    status: planned\n`,
      `${HEAD}letters:\n  - id: l\n    from: {role: mayor}\n    status: planned\n`,
    );
    assert.deepEqual(fixes(`${HEAD}    gender: v\n`), ['use-f']);
    assert.deepEqual(fixes(`${HEAD}letters:\n  - {id: l, from: {role: burgemester}, status: planned}\n`), [
      'use-mayor',
    ]);
    assert.deepEqual(fixes(HEAD.replace('title: Test', 'title: Test\n  language: nl-NL')), ['use-nl']);
  });

  it('knows countries by name, and guesses at none by its code', () => {
    const near = (nationality: string) => fixes(`${HEAD}    nationality: ${nationality}\n`);
    assert.deepEqual(near('iq'), ['use-IQ']);
    assert.deepEqual(near('Irak'), ['use-IQ']);
    assert.deepEqual(near('Deutschland'), ['use-DE']);
    assert.deepEqual(near('UK'), ['use-GB']);
    assert.deepEqual(near('staatloos'), ['use-stateless']);
    assert.deepEqual(near('XX'), []);
    assert.match(
      messageOf(RULE, `${HEAD}    nationality: iq\n`, 'nl'),
      /Waarschijnlijk is ‘IQ’ \(Irak\) bedoeld\./,
    );
  });

  it('knows Länder by name and by the end of their code', () => {
    const near = (land: string) => fixes(HEAD.replace('title: Test', `title: Test\n  federalState: ${land}`));
    assert.deepEqual(near('Schleswig-Holstein'), ['use-DE-SH']);
    assert.deepEqual(near('de-sh'), ['use-DE-SH']);
    assert.deepEqual(near('SH'), ['use-DE-SH']);
    assert.deepEqual(near('DE-XX'), []);
  });

  it('lists the choices with what they are called, also for an empty text', () => {
    assert.match(
      messageOf(RULE, HEAD.replace('fictional', 'geheim'), 'nl'),
      /Kies uit: real \(echt\), pseudonymised \(namen veranderd\) of fictional \(verzonnen\)\.$/,
    );
    assert.match(
      messageOf(RULE, `${HEAD}    gender: ""\n`, 'nl'),
      /^Bij ‘gender’ \(geslacht\) staat nog niets\./,
    );
  });

  it('speaks inside lists and deep items', () => {
    checkRule(
      RULE,
      `${HEAD}    traits: [isolated, foo]\n#                      ^^^ error unknown-value\nprocedures:\n  - id: p\n    kind: regular\n    lodged: 2013\n    outcome: withdrawn\n    remedies:\n      - {id: r, kind: bezwaar, lodged: 2013, outcome: withdrawn}\n#                     ^^^^^^^ error unknown-value\n`,
    );
  });
});
