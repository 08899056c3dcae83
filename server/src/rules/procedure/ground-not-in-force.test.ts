import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'ground-not-in-force';

const PROCEDURE = (outcome: string): string =>
  `procedures:\n  - {id: asiel, kind: asylum, lodged: 2016-02-01, ${outcome}}\n`;
/** A claim of this day on these grounds; what stands above it and below it. */
const claimed = (grounds: string, lodged: string, { above = '', below = '' } = {}): string =>
  dutchCase(
    `${above}claim:\n  id: verzoek\n  kind: residence-on-hardship\n  lodged: ${lodged}\n  grounds: ${grounds}\n${below}`,
  );
const arguing = (cites: string, referenceDate = '2020-06-01'): string =>
  dutchCase(`arguments:\n  - id: arg\n    title: T\n    text: T\n    cites: ${cites}\n`).replace(
    'referenceDate: 2024-06-01',
    `referenceDate: ${referenceDate}`,
  );
const fixesOf = (text: string): string[] =>
  analyseText(text)
    .findings.filter(({ rule }) => rule === RULE)
    .flatMap((finding) => finding.fixes().map(({ id }) => id));

describe(RULE, () => {
  it('speaks of the old power from 1 May 2019 on', () => {
    checkRule(RULE, claimed('[nl.vb.3.4-3]', '2019-04-30'));
    checkRule(
      RULE,
      claimed(`[echr.8, nl.vb.3.4-3]\n#                   ^^^^^^^^^^^ error ${RULE}`, '2019-05-01'),
    );
  });

  it('speaks of the power of the first procedure before it', () => {
    checkRule(RULE, claimed('[nl.vb.3.6ba]', '2019-05-01'));
    checkRule(RULE, claimed(`\n    - nl.vb.3.6ba # toen\n#     ^^^^^^^^^^^ error ${RULE}`, '2019-04-30'));
  });

  it('speaks of other grounds, and rulings by the year in their ECLI', () => {
    checkRule(
      RULE,
      claimed(`[eu.return-directive.6-4]\n#           ^^^^^^^^^^^^^^^^^^^^^^^ error ${RULE}`, '2010-12-23'),
    );
    checkRule(
      RULE,
      claimed(`["ECLI:NL:RVS:2022:285"]\n#           ^^^^^^^^^^^^^^^^^^^^^^ error ${RULE}`, '2021'),
    );
    checkRule(RULE, claimed('["ECLI:NL:RVS:2022:285"]', '2022-01-01'));
    checkRule(RULE, claimed('["https://wetten.example/2022", nl.vb.3.4, "{{grond}}", ~]', '2018-01-01'));
  });

  it('speaks only where the day leaves no doubt', () => {
    for (const lodged of ['2019', '2019-05-01?', '2019-05-01~', '"{{datum}}"', '01-06-2019'])
      checkRule(RULE, claimed('[nl.vb.3.4-3]', lodged));
    checkRule(RULE, claimed(`[nl.vb.3.4-3]\n#           ^^^^^^^^^^^ error ${RULE}`, '2019-05-03~'));
    checkRule(RULE, claimed('[nl.vb.3.48-2a]', '2014-01-01'));
  });

  it('takes the reference date where the claim is not lodged', () => {
    const unlodged = (grounds: string) => claimed(grounds, '2018').replace('  lodged: 2018\n', '');
    checkRule(RULE, unlodged(`[nl.vb.3.4-3]\n#           ^^^^^^^^^^^ error ${RULE}`));
    checkRule(RULE, unlodged('[nl.vb.3.4-3]').replace('2024-06-01', '2019-04-01'));
  });

  it('speaks in German cases too', () => {
    const german = (text: string) => text.replace('jurisdiction: nl', 'jurisdiction: de');
    checkRule(
      RULE,
      german(claimed(`[de.aufenthg.25b]\n#           ^^^^^^^^^^^^^^^ error ${RULE}`, '2015-07-31')),
    );
    checkRule(RULE, german(claimed('[de.aufenthg.23a]', '2015-07-31')));
  });

  it('names citations of what did not exist yet on the reference date', () => {
    checkRule(RULE, arguing(`[crc.3, ngo.vangnet-2020]\n#                  ^^^^^^^^^^^^^^^^ error ${RULE}`));
    checkRule(RULE, arguing('[ngo.vangnet-2020]', '2020-12-14'));
    checkRule(RULE, arguing('[ngo.vangnet-2020]', '2020-12'));
    checkRule(RULE, arguing('[ngo.vangnet-2020]', '2020-06-01?'));
    checkRule(RULE, arguing(`["ECLI:NL:RVS:2022:285"]\n#           ^^^^^^^^^^^^^^^^^^^^^^ error ${RULE}`));
    // What has lapsed or is undated may be cited, and so may what has no place in the catalogue.
    checkRule(RULE, arguing('[nl.vb.3.4-3, nl.los.schrijnend, "https://a.example", nl.niets, "{{bron}}"]'));
  });

  it('judges citations by the reference date, grounds by the day of lodging', () => {
    const below = 'arguments:\n  - {id: arg, title: T, text: T, cites: [nl.vb.3.6ba]}\n';
    checkRule(RULE, claimed('[nl.vb.3.4-3]', '2019-04-01', { below }));
  });

  it('replaces by the ground in force then', () => {
    const replaced = (before: string, after: string, lodged: string, above = '') =>
      checkFix(RULE, 'replace', claimed(before, lodged, { above }), claimed(after, lodged, { above }));
    replaced('["nl.vb.3.6ba", echr.8]', '["nl.vb.3.4-3", echr.8]', '2019-02-11');
    replaced('[nl.vb.3.4-3] # oud', '[nl.vb.3.6ba] # oud', '2021-03-01');
    replaced('[nl.vb.3.4-3]', '[nl.vb.3.6ba]', '2021-03-01', PROCEDURE('outcome: pending'));
    replaced(
      '[nl.vb.3.4-3]',
      '[eu.return-directive.6-4]',
      '2021-03-01',
      PROCEDURE('decided: 2017-01-01, outcome: rejected'),
    );
    replaced('\n    - nl.vb.3.4-3\n    - echr.8', '\n    - nl.vw.14\n    - echr.8', '2026-03-01');
  });

  it('takes the ground away where the one in force then is there', () => {
    const removed = (before: string, after: string) =>
      checkFix(RULE, 'remove', claimed(before, '2019-02-11'), claimed(after, '2019-02-11'));
    removed('[nl.vb.3.4-3, nl.vb.3.6ba]', '[nl.vb.3.4-3]');
    removed('[nl.vb.3.6ba, nl.vb.3.4-3]', '[nl.vb.3.4-3]');
    removed('\n    - nl.vb.3.6ba # nieuw\n    - nl.vb.3.4-3', '\n    # nieuw\n    - nl.vb.3.4-3');
    removed('\n  - nl.vb.3.4-3\n  - nl.vb.3.6ba', '\n  - nl.vb.3.4-3');
  });

  it('offers nothing where no ground of the kind was in force', () => {
    const text = claimed('[de.aufenthg.25b]', '2004-01-01').replace('jurisdiction: nl', 'jurisdiction: de');
    assert.deepEqual(fixesOf(text), []);
    assert.deepEqual(fixesOf(claimed('[nl.vb.3.6ba]', '2019-02-11')), ['replace']);
  });

  it('takes a citation away, with the last one the field', () => {
    const removed = (before: string, after: string) =>
      checkFix(
        RULE,
        'remove-citation',
        arguing(before),
        after === '' ? arguing('').replace('    cites: \n', '') : arguing(after),
      );
    removed('[crc.3, ngo.vangnet-2020]', '[crc.3]');
    removed('[ngo.vangnet-2020, crc.3]', '[crc.3]');
    removed('\n      - crc.3\n      - ngo.vangnet-2020', '\n      - crc.3');
    removed('[ngo.vangnet-2020]', '');
    removed('\n      - ngo.vangnet-2020', '');
    const inFlow = (cites: string) =>
      arguing('').replace(/ {2}- id: arg[\s\S]*/, `  - {id: arg, title: T${cites}, text: T}\n`);
    checkFix(RULE, 'remove-citation', inFlow(', cites: [ngo.vangnet-2020]'), inFlow(''));
    assert.match(
      applyFix(arguing('[ngo.vangnet-2020]').trimEnd(), RULE, 'remove-citation').result,
      / {4}text: T\n$/,
    );
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, claimed('[nl.vb.3.4-3]', '2021-03-01'), 'nl'),
      'Art. 3.4 lid 3 Vb, de oude discretionaire bevoegdheid, gold op de dag van indiening (1 maart 2021) niet meer. De bepaling is met ingang van 1 mei 2019 vervallen. Noem de rechtsgrond die op die dag gold.',
    );
    assert.match(
      messageOf(RULE, claimed('[nl.vb.3.6ba]', '2019-02-11'), 'en'),
      /was not yet in force on the day of lodging \(11 February 2019\)\./,
    );
    assert.match(
      messageOf(RULE, claimed('[nl.vb.3.48-2a]', '2013-02-11'), 'de'),
      /^Die Rechtsgrundlage „Art\. 3\.48 Abs\. 2 Buchst\. a Vb \(unverschuldet\)“ gab es am Tag der Einreichung \(11\. Februar 2013\) noch nicht\. Es gibt sie erst ab 2014\./,
    );
    assert.match(
      messageOf(RULE, arguing('[ngo.vangnet-2020]'), 'nl'),
      /^De bron ‘rapport Een humanitair vangnet \(2020\)’ bestond op de peildatum \(1 juni 2020\) nog niet\. Die is er pas vanaf 14 december 2020\./,
    );
  });
});
