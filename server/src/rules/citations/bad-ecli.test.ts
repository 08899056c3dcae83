import assert from 'node:assert/strict';
import { fixAll } from '../../pipeline/fix-all.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'bad-ecli';

const citing = (source: string): string =>
  dutchCase(`arguments:\n  - id: arg\n    title: T\n    text: T\n    cites: [${source}]\n`);
const speaking = (source: string): string =>
  `${citing(source)}#           ${'^'.repeat(source.length)} error bad-ecli\n`;
const ruled = (ruling: string): string =>
  dutchCase(`procedures:
  - id: p
    kind: regular
    lodged: 2018
    remedies:
      - id: beroep
        kind: appeal
        lodged: 2019
        ruling: ${ruling}
`);
const speakingRuling = (ruling: string): string =>
  `${ruled(ruling)}#               ${'^'.repeat(ruling.length)} error bad-ecli\n`;

function fixesOf(text: string): string[] {
  const [finding] = analyseText(text).findings.filter(({ rule }) => rule === RULE);
  return (finding?.fixes() ?? []).map(({ id, safe }) => (safe ? `${id} safe` : id));
}

describe(RULE, () => {
  it('speaks at an ECLI that is not written as one', () => {
    for (const source of [
      'ecli:nl:rvs:2022:285',
      '"ECLI:NL:RVS:2022: 285"',
      '" ECLI:NL:RVS:2022:285"',
      'ECLI:NL:RVS:2022',
      'ECLI:NL:RVS:22:285',
      'ECLI:NLD:RVS:2022:285',
      'ecli nl rvs 2022 285',
    ])
      checkRule(RULE, speaking(source));
  });

  it('speaks at the ruling of a remedy and at a ground too', () => {
    checkRule(RULE, speakingRuling('Ecli:NL:RBDHA:2014:12345'));
    checkRule(RULE, speakingRuling('AWB 14/1234'));
    checkRule(RULE, speakingRuling('https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2022:285'));
    checkRule(
      RULE,
      dutchCase(`claim:
  id: v
  kind: deferral
  grounds: [ecli:nl:rvs:2022:285]
#           ^^^^^^^^^^^^^^^^^^^^ error bad-ecli
`),
    );
  });

  it('is silent at a well-written one, and at other sources', () => {
    checkRule(RULE, citing('ECLI:NL:RVS:2022:285, ECLI:CE:ECHR:2014:1003JUD001273810, nl.rvs.2016.2840'));
    checkRule(RULE, citing('"https://deeplink.rechtspraak.nl/uitspraak?id=ecli:nl"'));
    checkRule(RULE, ruled('ECLI:NL:RBDHA:2014:12345'));
  });

  it('is silent at blanks and at what has another type', () => {
    for (const ruling of ['"{{ECLI}}"', '"ECLI:NL:{{rechtbank}}"', '…', '2014', '[x]', ''])
      checkRule(RULE, ruled(ruling));
  });

  it('knows no ruling of a year to come', () => {
    const at = (today: string) => ({ today });
    checkRule(RULE, speaking('ECLI:NL:RVS:2027:285'), at('2026-12-31'));
    checkRule(RULE, citing('ECLI:NL:RVS:2027:285'), at('2027-01-01'));
    checkRule(RULE, speakingRuling('ECLI:NL:RBDHA:2031:12345'), at('2026-12-31'));
    checkRule(RULE, citing('ECLI:NL:RVS:2026:285').replace('2024-06-01', '2020-01-01'), at('2026-01-01'));
    assert.deepEqual(fixesOf(citing('ecli:nl:rvs:2031:285')), []);
  });

  it('is the only one to speak of it', () => {
    const { findings } = analyseText(citing('ecli:nl:rvs'));
    const own = findings.find(({ rule }) => rule === RULE);
    const there = findings.filter(({ start, end }) => start === own?.start && end === own.end);
    assert.deepEqual(
      there.map(({ rule }) => rule),
      [RULE],
    );
  });

  it('speaks in closed cases', () => {
    checkRule(RULE, speaking('ecli:nl').replace('jurisdiction: nl', 'jurisdiction: nl\n  status: closed'));
  });

  it('says what is wrong', () => {
    assert.equal(
      messageOf(RULE, citing('ecli:nl:rvs:2022:285'), 'nl'),
      'In deze ECLI staan kleine letters of spaties. Met hoofdletters en zonder spaties is zij overal dezelfde en goed te vinden. Schrijf ‘ECLI:NL:RVS:2022:285’.',
    );
    assert.match(messageOf(RULE, citing('ECLI:NL:RVS'), 'en'), /^‘ECLI:NL:RVS’ is no complete ECLI\./);
    assert.match(
      messageOf(RULE, ruled('AWB 14/1'), 'nl'),
      /^Bij een uitspraak hoort de ECLI, en ‘AWB 14\/1’ is er geen\./,
    );
    assert.match(messageOf(RULE, citing('ECLI:NL:RVS:2031:1'), 'de'), /^Dieser ECLI nennt das Jahr 2031, /);
  });

  it('mends case and spaces, safely', () => {
    checkFix(RULE, 'normalise', citing('ecli:nl:rvs:2022:285'), citing('ECLI:NL:RVS:2022:285'));
    checkFix(RULE, 'normalise', citing('"ECLI:NL:RVS: 2022:285 "'), citing('"ECLI:NL:RVS:2022:285"'));
    checkFix(
      RULE,
      'normalise',
      ruled("'ecli:NL:rvs:2022:285' # ABRvS"),
      ruled("'ECLI:NL:RVS:2022:285' # ABRvS"),
    );
    assert.deepEqual(fixesOf(citing('ecli:nl:rvs:2022:285')), ['normalise safe']);
    assert.deepEqual(fixesOf(citing('ECLI:NL:RVS:2022')), []);
    const text = citing('ecli:nl:rvs:2022:285, echr.8, "ECLI: NL:RVS:2022:285"');
    assert.equal(
      fixAll(analyseText(text)).text,
      citing('ECLI:NL:RVS:2022:285, echr.8, "ECLI:NL:RVS:2022:285"'),
    );
  });

  it('takes an ECLI from among other words, which is for a person to judge', () => {
    const { result, fix } = applyFix(
      ruled('Rechtbank Den Haag, ECLI:NL:RBDHA:2014:12345').replaceAll('\n', '\r\n'),
      RULE,
      'normalise',
    );
    assert.match(result, /ruling: ECLI:NL:RBDHA:2014:12345\r\n$/);
    assert.equal(fix.safe, false);
  });
});
