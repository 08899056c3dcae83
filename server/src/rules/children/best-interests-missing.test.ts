import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'best-interests-missing';
const NOOR = '  - {id: noor, name: Noor, role: child, birthDate: 2012-10}\n';

const argument = (cites: string): string =>
  `arguments:\n  - id: arg\n    title: T\n    text: T\n    cites: ${cites}\n`;
const speaking = (text: string): string =>
  text.replace('arguments:\n', 'arguments:\n^^^^^^^^^ warning best-interests-missing\n');

const atTop = (text: string): string =>
  text.replace('vangnet: 1\n', 'vangnet: 1\n^^^^^^^ warning best-interests-missing\n');

describe(RULE, () => {
  it('speaks at the arguments, else at the first field', () => {
    checkRule(RULE, speaking(dutchCase(NOOR + argument('[nl.awb.3-4-2]'))));
    checkRule(RULE, `${dutchCase('')}${NOOR}arguments: []\n^^^^^^^^^ warning best-interests-missing\n`);
    checkRule(RULE, atTop(dutchCase('') + NOOR));
  });

  it('speaks of a child of any role, the applicant included, in German cases too', () => {
    const text = dutchCase('').replace('arrivalDate: 2015', 'birthDate: 2012-10');
    checkRule(RULE, atTop(text));
    checkRule(RULE, atTop(text).replace('jurisdiction: nl', 'jurisdiction: de'));
  });

  it('is silent where an argument cites one of the three', () => {
    for (const source of [
      'crc.3',
      'echr.8',
      'echr.jeunesse',
      '"https://hudoc.echr.coe.int/eng?i=001-147117"',
    ])
      checkRule(RULE, dutchCase(`${NOOR}${argument(`[nl.awb.3-4-2, ${source}]`)}`));
  });

  it('is silent where a citation may be meant as one of them', () => {
    for (const cites of ['[crc-3]', '[echr.9]', '["{{bron}}"]', '["…"]', 'crc.3', '[2019]', ''])
      checkRule(RULE, dutchCase(NOOR + argument(cites)));
    checkRule(RULE, dutchCase(`${NOOR}arguments: volgt\n`));
    checkRule(RULE, dutchCase(`${NOOR}arguments:\n  - \n`));
    checkRule(RULE, speaking(dutchCase(NOOR + argument('["ECLI:NL:RVS:2022:285", art. 3]'))));
  });

  it('counts only who was certainly under 18, born and alive', () => {
    for (const fields of [
      'birthDate: 2006-06-01',
      'birthDate: 2006',
      'birthDate: 2006-07~',
      'birthDate: 2012?',
      'birthDate: "{{geboortedatum}}"',
      'birthDate: 2012-02-30',
      'gender: f',
      'birthDate: 2025',
      'birthDate: 2012, deathDate: 2020',
      'birthDate: 2012, deathDate: 2024-06',
    ])
      checkRule(
        RULE,
        dutchCase(`  - {id: noor, name: Noor, role: child, ${fields}}\n${argument('[nl.awb.3-2]')}`),
      );
    for (const fields of ['birthDate: 2006-06-02', 'birthDate: 2008~', 'birthDate: 2012, deathDate: 2024-07'])
      checkRule(
        RULE,
        speaking(
          dutchCase(`  - {id: noor, name: Noor, role: child, ${fields}}\n${argument('[nl.awb.3-2]')}`),
        ),
      );
  });

  it('judges on the day of the claim, else on the reference date', () => {
    const claim = (lodged: string) =>
      `  - {id: noor, name: Noor, role: child, birthDate: 2004-05-01}\nclaim:\n  id: v\n  kind: deferral\n${lodged}`;
    checkRule(RULE, speaking(dutchCase(`${claim('  lodged: 2022-04-30\n')}${argument('[nl.awb.3-2]')}`)));
    checkRule(RULE, dutchCase(`${claim('  lodged: 2022-05-01\n')}${argument('[nl.awb.3-2]')}`));
    checkRule(RULE, dutchCase(`${claim('  lodged: 2003\n')}${argument('[nl.awb.3-2]')}`));
    checkRule(RULE, dutchCase(`${claim('  lodged: 2022-04?\n')}${argument('[nl.awb.3-2]')}`));
    checkRule(RULE, dutchCase(`${claim('  lodged: 1-4-2022\n')}${argument('[nl.awb.3-2]')}`));
    checkRule(RULE, dutchCase(`${claim('')}${argument('[nl.awb.3-2]')}`));
  });

  it('is silent in closed cases', () => {
    checkRule(RULE, dutchCase('', '  status: closed\n') + NOOR);
  });

  it('names the children, and why it matters', () => {
    assert.equal(
      messageOf(RULE, dutchCase('') + NOOR, 'nl'),
      'Nog geen argument steunt op het belang van het kind. Op de peildatum was Noor jonger dan 18. Bij alle maatregelen die kinderen betreffen, is hun belang de eerste overweging (art. 3 IVRK). Noem art. 3 IVRK, art. 8 EVRM of de zaak Jeunesse in een argument.',
    );
    const two = `${NOOR}  - {id: sem, name: Sem, role: child, birthDate: 2014}\nclaim: {id: v, kind: deferral, lodged: 2024}\n`;
    assert.match(
      messageOf(RULE, dutchCase(two), 'en'),
      /On the day of the claim Noor and Sem were under 18\./,
    );
    assert.match(
      messageOf(RULE, dutchCase(two), 'de'),
      /Am Tag des Antrags waren Noor und Sem unter 18 Jahre alt\./,
    );
    const [finding] = analyseText(dutchCase(two)).findings.filter(({ rule }) => rule === RULE);
    assert.equal(finding?.related?.length, 2);
    assert.match(
      messageOf(RULE, dutchCase('') + NOOR.replace('name: Noor, ', ''), 'nl'),
      /Op de peildatum was een kind jonger dan 18\./,
    );
  });

  it('inserts the argument of the jurisdiction, on what names the child', () => {
    const text = dutchCase(`${NOOR}circumstances:
  - {id: ziek, kind: medical, title: Ziek, persons: [a]}
  - {id: school, kind: education, title: School, persons: [noor, a]}
`);
    const { result } = applyFix(text, RULE, 'insert-argument');
    assert.match(result, /\n {4}snippet: best-interests-of-the-child\n/);
    assert.match(result, /\n {4}supports: \[school\]\n {4}cites: \[crc\.3, echr\.8, echr\.jeunesse\]\n$/);
    const german = applyFix(text.replace('jurisdiction: nl', 'jurisdiction: de'), RULE, 'insert-argument');
    assert.match(german.result, /\n {4}snippet: haertefall-kindeswohl\n/);
    assert.match(german.result, /\n {4}cites: \[crc\.3, echr\.8\]\n$/);
  });

  it('keeps CRLF, four spaces and the place of the list', () => {
    const text =
      'vangnet: 1\ncase:\n    id: t\n    title: T\n    jurisdiction: nl\n    confidentiality: fictional\npersons:\n- id: a\n  name: Ada\n  role: applicant\n  birthDate: 2015-04\ncounterArguments:\n- id: c\n  kind: other\n  text: T\n'.replaceAll(
        '\n',
        '\r\n',
      );
    const { result } = applyFix(text, RULE, 'insert-argument');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(result, /2015-04\r\narguments:\r\n- id: arg-best-interests-of-the-child\r\n {2}snippet: /);
  });

  it('gives an argument that is there its sources', () => {
    const there = (cites: string) =>
      dutchCase(
        `${NOOR}arguments:\n  - id: arg\n    snippet: best-interests-of-the-child\n    title: T\n    text: T\n${cites}`,
      );
    checkFix(RULE, 'cite-sources', there(''), there('    cites: [crc.3, echr.8, echr.jeunesse]\n'));
    checkFix(
      RULE,
      'cite-sources',
      there('    cites:\n      - nl.awb.3-2 # feiten\n').replace('2024-06-01', '2013-06-01'),
      there('    cites:\n      - nl.awb.3-2 # feiten\n      - crc.3\n      - echr.8\n').replace(
        '2024-06-01',
        '2013-06-01',
      ),
    );
  });
});
