import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { analyse } from '../../pipeline/analysis.js';
import { analyseText, applyFix, checkAll, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'unknown-key';
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
  it('speaks at the key', () => {
    checkRule(RULE, `${HEAD}    arivalDate: 2003\n#   ^^^^^^^^^^ error unknown-key\n`);
    checkRule(RULE, `${HEAD}letter: []\n^^^^^^ error unknown-key\n`);
  });

  it('leaves keys that begin with x- alone', () => {
    checkRule(RULE, `${HEAD}    x-note: mine\nx-own: {a: 1}\n`);
  });

  it('says what is probably meant', () => {
    const meant = messageOf(RULE, `${HEAD}    arivalDate: 2003\n`, 'nl');
    if (
      !meant.startsWith(
        'Het veld ‘arivalDate’ bestaat hier niet. Waarschijnlijk is ‘arrivalDate’ (datum van aankomst) bedoeld.',
      )
    )
      throw new Error(meant);
  });

  it('leaves a field whose anchor is used elsewhere', () => {
    const hobby = `${HEAD}    hobby: &h lezen\n`;
    const ids = (text: string) =>
      analyseText(text)
        .findings.filter(({ rule }) => rule === RULE)
        .flatMap(({ fixes }) => fixes().map(({ id }) => id));
    assert.ok(ids(`${hobby}    x-again: "*h"\n`).includes('remove'));
    assert.deepEqual(ids(`${hobby}    x-again: *h\n`), []);
  });

  it('renames to the nearest key, or removes the field', () => {
    checkFix(
      RULE,
      'rename-arrivalDate',
      `${HEAD}    arivalDate: 2003 # toen\n`,
      `${HEAD}    arrivalDate: 2003 # toen\n`,
    );
    checkFix(RULE, 'remove', `${HEAD}    hobby: lezen\n    gender: f\n`, `${HEAD}    gender: f\n`);
    checkFix(RULE, 'remove', `${HEAD}hobby:\n  - lezen\ntimeline: []\n`, `${HEAD}timeline: []\n`);
    const sender = (fields: string) => `${HEAD}letters:\n  - {id: l, from: {${fields}}, status: planned}\n`;
    checkFix(RULE, 'remove', sender('role: mayor, hobby'), sender('role: mayor'));
    checkFix(RULE, 'remove', `${HEAD}? [hobby]\n: lezen\ntimeline: []\n`, `${HEAD}timeline: []\n`);
  });

  it('renames safely where nothing else can be meant', () => {
    const safe = (text: string, name: string) => applyFix(text, RULE, `rename-${name}`).fix.safe;
    assert.ok(safe(`${HEAD}    arivalDate: 2003\n`, 'arrivalDate'));
    assert.ok(safe(`${HEAD}    birthdate: 2003\n`, 'birthDate'));
    assert.ok(
      !safe(`${HEAD}documents:\n  - id: d\n    kind: other\n    tile: T\n`, 'title'),
      'file is near too',
    );
    assert.ok(!safe(`${HEAD}    birthdate: 2003\n    Birthdate: 2004\n`, 'birthDate'), 'there are two of it');
  });

  it('does not take away what the item needs, or all that is there', () => {
    const fixes = (text: string) =>
      analyseText(text)
        .findings.filter(({ rule }) => rule === RULE)
        .flatMap((finding) => finding.fixes().map(({ id }) => id));
    assert.deepEqual(fixes(HEAD.replace('name: Ada', 'naem: Ada')), ['rename-name']);
    assert.deepEqual(fixes(`${HEAD}letters:\n  - foo: 1\n`), []);
  });

  it('speaks once of a key that stands twice', () => {
    checkRule(RULE, `${HEAD}foo: 1\n^^^ error unknown-key\nfoo: 1\n`);
  });

  it('says that the field that is meant is there already', () => {
    const taken = messageOf(RULE, HEAD.replace('title: Test', 'title: Test\n  titel: Toets'), 'nl');
    assert.match(taken, /lijkt op ‘title’ \(titel\), maar dat staat hier al/);
  });

  it('sees that only a space is missing between brackets', () => {
    const file = (role: string) => `${HEAD}letters:\n  - {id: l, from: {${role}}, status: planned}\n`;
    checkRule(
      RULE,
      file('role:mayor').replace('planned}\n', 'planned}\n#                  ^^^^^^^^^^ error unknown-key\n'),
    );
    checkFix(RULE, 'space-after-colon', file('role:mayor'), file('role: mayor'));
  });

  it('is all that is said where the field that is meant would have been read', () => {
    const dead = HEAD.replace(
      'role: applicant',
      'role: applicant\n    deathDate: 2010\n    arrivalDate: 2005',
    );
    const procedure = (fields: string, mark: string) =>
      checkAll(
        `${HEAD}procedures:\n  - {id: p, kind: other, lodged: 2013, ${fields}}\n#${' '.repeat(38)}${mark}\n`,
      );
    procedure('desided: 2014', '^^^^^^^ error unknown-key');
    procedure('outcom: rejected', '^^^^^^ error unknown-key');
    checkAll(`${dead}timelin: [{id: e, date: 2012, title: T}]\n^^^^^^^ error unknown-key\n`);
    checkAll(
      `${HEAD}circumstances: []\nclaims: {id: v, kind: deferral}\n^^^^^^ error unknown-key\nleters:\n^^^^^^ error unknown-key\n  - {id: l, from: {role: mayor}, status: planned}\n`,
    );
    checkAll(
      `${HEAD.replace('fictional', 'fictional\n  refernceDate: 2040\n# ^^^^^^^^^^^^ error unknown-key')}timeline: [{id: e, date: 2039, title: T, persons: [a]}]\n`,
    );
    checkAll(
      `${HEAD}timeline: [{id: e, form: 2012, title: T, persons: [a]}]\n#                  ^^^^ error unknown-key\n`,
    );
  });

  it('removes a section as it stands now, whatever it held when the key was read', () => {
    const before = analyseText(`${HEAD}hobby:\n  - lezen\n`);
    const text = `${HEAD}hobby:\n  - lezen\n  - schaken\n`;
    const now = analyse(text, before.inputs, before);
    const fix = now.findings
      .find(({ rule }) => rule === RULE)
      ?.fixes()
      .find(({ id }) => id === 'remove');
    assert.equal(applyEdits(text, fix?.edits ?? []), HEAD);
  });
});
