import assert from 'node:assert/strict';
import { applyFix, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'bad-format';
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
  it('speaks at dates and ids that are written otherwise', () => {
    checkRule(RULE, `${HEAD}    birthDate: 04-05-2013\n#              ^^^^^^^^^^ error bad-format\n`);
    checkRule(RULE, HEAD.replace('id: a\n', 'id: Ada B\n#       ^^^^^ error bad-format\n'));
  });

  it('is silent at dates of every precision, with ~ or ?', () => {
    checkRule(RULE, `${HEAD}    birthDate: 1986~\n    arrivalDate: 2003-05?\n    deathDate: 2013-13-45\n`);
  });

  it('rewrites a Dutch date, safely only where it is certain', () => {
    checkFix(
      RULE,
      'rewrite-date',
      `${HEAD}    birthDate: 31-12-1986\n`,
      `${HEAD}    birthDate: 1986-12-31\n`,
    );
    checkFix(
      RULE,
      'rewrite-date',
      `${HEAD}    birthDate: 4 mei 2013\n`,
      `${HEAD}    birthDate: 2013-05-04\n`,
    );
    for (const [date, iso] of [
      ['5.5.2013', '2013-05-05'],
      ['4. Mai 2013', '2013-05-04'],
      ['2013-5-4', '2013-05-04'],
      ['2013/05/04', '2013-05-04'],
      ['2013.05', '2013-05'],
      ['05-2013', '2013-05'],
      ['20130504', '2013-05-04'],
      ['2013-05-04T00:00:00Z', '2013-05-04'],
    ])
      checkFix(RULE, 'rewrite-date', `${HEAD}    birthDate: ${date}\n`, `${HEAD}    birthDate: ${iso}\n`);
    checkFix(RULE, 'rewrite-date', `${HEAD}    birthDate: " 2013"\n`, `${HEAD}    birthDate: "2013"\n`);
    const safe = (date: string) => applyFix(`${HEAD}    birthDate: ${date}\n`, RULE, 'rewrite-date').fix.safe;
    if (safe('04-05-2013') || !safe('13-05-2013') || !safe('05-05-2013'))
      throw new Error('safe only where the day is certain');
  });

  it('speaks of a number that is no year, as it was written', () => {
    checkRule(RULE, `${HEAD}    birthDate: 2013.05\n#              ^^^^^^^ error bad-format\n`);
    assert.match(messageOf(RULE, `${HEAD}    birthDate: 0200\n`, 'nl'), /^‘0200’ is niet als datum te lezen/);
  });

  it('rewrites an id with what refers to it, of which nothing is said apart', () => {
    const file = (id: string) =>
      `${HEAD.replace('id: a\n', `id: ${id}\n`)}timeline:\n  - {id: e, date: 2013, title: T, persons: [${id}]}\n`;
    checkRule(RULE, file('Ada').replace('id: Ada\n', 'id: Ada\n#       ^^^ error bad-format\n'));
    checkFix(RULE, 'rewrite-id', file('Ada'), file('ada'));
    checkFix(RULE, 'rewrite-id', file('1a'), file('person-1a'));
    checkRule('unknown-reference', file('Ada'));
    const shared = (id: string) =>
      `${file(id).trimEnd().replace(`[${id}]`, `&p [${id}]`)}\n  - {id: f, date: 2014, title: T, persons: *p}\n`;
    checkFix(RULE, 'rewrite-id', shared('Ada'), shared('ada'));
  });

  it('speaks of an address that is not complete', () => {
    const file = (ground: string) => `${HEAD}claim:\n  id: v\n  kind: deferral\n  grounds: ["${ground}"]\n`;
    checkRule(
      RULE,
      file('https:/wetten.nl').replace(']\n', ']\n#           ^^^^^^^^^^^^^^^^^^ error bad-format\n'),
    );
    checkRule(RULE, file('https://wetten.overheid.nl/BWBR0005537'));
    checkRule(RULE, file('nl.vw.14'));
    checkRule(RULE, file('ECLI:NL:RVS:2022:285'));
    checkFix(RULE, 'rewrite-address', file('https//wetten.nl/x'), file('https://wetten.nl/x'));
    checkRule(RULE, file('https://{{het adres}}'));
    checkFix(RULE, 'rewrite-address', file('https:/wetten.nl'), file('https://wetten.nl'));
  });
});
