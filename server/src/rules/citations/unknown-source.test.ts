import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'unknown-source';

const citing = (cites: string): string =>
  dutchCase(`arguments:\n  - id: arg\n    title: T\n    text: T\n    cites: ${cites}\n`);
/** The same with the mark under the first thing in the list. */
const speaking = (source: string): string =>
  `${citing(`[${source}]`)}#           ${'^'.repeat(source.length)} error unknown-source\n`;

function fixesOf(text: string): string[] {
  const [finding] = analyseText(text).findings.filter(({ rule }) => rule === RULE);
  return (finding?.fixes() ?? []).map(({ id, preferred }) => (preferred ? `${id} preferred` : id));
}

describe(RULE, () => {
  it('speaks at the source, under citations and grounds', () => {
    for (const source of [
      'nl.awb.3-42',
      'art. 8 EVRM',
      'http://wetten.overheid.nl/BWBR0005537',
      'www.raadvanstate.nl',
      '"https://"',
      '" nl.awb.3-4-2 "',
    ])
      checkRule(RULE, speaking(source));
    checkRule(
      RULE,
      dutchCase(`claim:
  id: v
  kind: deferral
  grounds:
    - echr.8
    - echr-88
#     ^^^^^^^ error unknown-source
`),
    );
  });

  it('is silent at what the list holds, an ECLI, an https address', () => {
    checkRule(
      RULE,
      citing('[nl.awb.3-4-2, "ECLI:NL:RVS:2022:285", "https://wetten.overheid.nl/BWBR0005537"]'),
    );
    checkRule(RULE, citing('["ecli nl rvs 2022"]'));
  });

  it('is silent at blanks and at what has another type', () => {
    for (const cites of [
      '["{{bron}}"]',
      '[{{bron}}]',
      '["…"]',
      '["https://{{adres}}"]',
      '[2019]',
      'onbekend',
      '[""]',
    ])
      checkRule(RULE, citing(cites));
  });

  it('is the only one to speak of the source', () => {
    const { findings } = analyseText(citing('[nl.awb.3-42]'));
    const own = findings.find(({ rule }) => rule === RULE);
    const there = findings.filter(({ start, end }) => start === own?.start && end === own.end);
    assert.deepEqual(
      there.map(({ rule }) => rule),
      [RULE],
    );
  });

  it('speaks in closed and German cases, and beside a part that can not be read', () => {
    checkRule(RULE, speaking('iets').replace('jurisdiction: nl', 'jurisdiction: nl\n  status: closed'));
    checkRule(RULE, speaking('iets').replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, `${speaking('iets')}claim: volgt\n`);
  });

  it('says what is probably meant, else what may stand there', () => {
    assert.equal(
      messageOf(RULE, citing('[nl.awb.3-42]'), 'nl'),
      'De bron ‘nl.awb.3-42’ staat niet in de bronnenlijst. Zo kan niemand haar nakijken. Waarschijnlijk is ‘nl.awb.3-4-2’ bedoeld.',
    );
    assert.match(
      messageOf(RULE, citing('[art. 8 EVRM]'), 'en'),
      /Choose a source from the list, or give an ECLI/,
    );
    assert.match(
      messageOf(RULE, citing('["http://a.nl"]'), 'de'),
      /^Die Adresse „http:\/\/a\.nl“ beginnt nicht/,
    );
    const long = messageOf(RULE, citing(`["${'lange zin '.repeat(40)}"]`), 'nl');
    assert.ok((long.split('. ')[0] ?? '').length <= 120, long);
  });

  it('takes the nearest source', () => {
    checkFix(RULE, 'use-nl.awb.3-4-2', citing('[echr.8, nl.awb.3-42]'), citing('[echr.8, nl.awb.3-4-2]'));
    checkFix(
      RULE,
      'use-nl.awb.3-4-2',
      citing("\n        - 'nl.awb.3-42' # evenredig"),
      citing("\n        - 'nl.awb.3-4-2' # evenredig"),
    );
    assert.deepEqual(fixesOf(citing('[nl.awb.3-42]'))[0], 'use-nl.awb.3-4-2 preferred');
    assert.deepEqual(fixesOf(citing('[art. 8 EVRM]')), []);
  });

  it('offers nothing that was not there on the day', () => {
    const ground = (day: string) =>
      dutchCase(`claim:\n  id: v\n  kind: deferral\n  lodged: ${day}\n  grounds: [nl.vb.3.4--3]\n`);
    assert.equal(fixesOf(ground('2019-01-01'))[0], 'use-nl.vb.3.4-3 preferred');
    assert.ok(!fixesOf(ground('2021-01-01')).some((id) => /3\.4-3|preferred/.test(id)));
    const late = citing('[nl.rvs.2025--08-27]');
    assert.ok(!fixesOf(late).some((id) => /2025|preferred/.test(id)));
    assert.equal(fixesOf(late.replace('2024-06-01', '2026-06-01'))[0], 'use-nl.rvs.2025-08-27 preferred');
  });

  it('puts https before an address, and takes an ECLI from among other words', () => {
    checkFix(RULE, 'use-https://a.nl/b', citing('["http://a.nl/b"]'), citing('["https://a.nl/b"]'));
    checkFix(RULE, 'use-https://www.a.nl', citing('[www.a.nl]'), citing('[https://www.a.nl]'));
    const { result, fix } = applyFix(
      citing('["RvS 2 februari 2022, ECLI:NL:RVS:2022:285"]'),
      RULE,
      'use-ECLI:NL:RVS:2022:285',
    );
    assert.match(result, /cites: \["ECLI:NL:RVS:2022:285"\]/);
    assert.equal(fix.safe, false);
  });
});
