import assert from 'node:assert/strict';
import { applyEdits } from '../../core/edits/draft.js';
import { LANGUAGES, type Language, say } from '../../core/words/words.js';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { analyseText, dedent, dutchCase, type Options } from '../../testing/marked.js';
import { fixOf, lensesOf } from './lenses.js';

/** `what it stands above: title`, in the order of the text; `!` where something can be inserted at once. */
function shown(text: string, language: Language = 'nl', options?: Options): string[] {
  return lensesOf(analyseText(text, options)).map(
    ({ start, end, title, offer }) =>
      `${text.slice(start, end)}: ${say(title, language)}${offer ? ' !' : ''}`,
  );
}

const CIRCUMSTANCES = dedent(`
  circumstances:
    - id: circ-hart
      kind: medical
      title: Hartziekte
      persons: [a]
    - id: circ-thuis
      kind: rooted
      title: Thuis
      evidence: [brief-1]
`);
const ARGUED =
  '\narguments:\n- {id: arg, title: T, text: T, cites: [echr.8], supports: [circ-hart, circ-thuis]}\n';

describe('lenses on evidence', () => {
  const letters = (items: string) => shown(dutchCase(`${CIRCUMSTANCES}letters:\n${dedent(items)}${ARGUED}`));

  it('count letters, those signed, and documents, linked from either side', () => {
    assert.deepEqual(
      letters(`
        - {id: brief-1, from: {role: physician}, status: signed, supports: [circ-hart, circ-thuis]}
        - {id: brief-2, from: {role: mayor}, status: requested, supports: [circ-hart]}
        - {id: brief-3, from: {role: school}, status: refused, supports: [circ-hart]}
        - {id: brief-4, from: {role: school}, status: signed, supports: [circ-hart]}
        documents:
        - {id: doc, kind: media, title: Foto, supports: [circ-thuis]}
      `),
      [
        'circ-hart: 3 brieven · 2 ondertekend',
        'circ-thuis: 1 brief · 1 ondertekend · 1 bewijsstuk',
        'letters: 4 brieven: 1 gevraagd, 2 ondertekend, 1 geweigerd',
      ],
    );
  });

  it('say in every language where there is none', () => {
    const text = dutchCase(
      `circumstances:\n- {id: c, kind: other, title: T}${ARGUED.replaceAll('circ-hart', 'c')}`,
    );
    assert.deepEqual(
      LANGUAGES.map((language) => shown(text, language)[0]),
      ['c: geen brief', 'c: no letter', 'c: kein Schreiben'],
    );
  });

  it('don’t say none where a link may be there that can’t be read', () => {
    const none = (items: string) => letters(items).some((line) => line === 'circ-hart: geen brief');
    assert.ok(none('- {id: brief-1, from: {role: mayor}, status: planned, supports: [circ-thuis]}'));
    for (const broken of [
      'supports: [circ-har]',
      'supports: circ hart',
      'suports: [circ-hart]',
      'supports: "{{wat}}"',
    ])
      assert.ok(!none(`- {id: brief-1, from: {role: mayor}, status: planned, ${broken}}`), broken);
    const section = dutchCase(
      `${CIRCUMSTANCES.replace('    evidence: [brief-1]\n', '')}lettters:\n- {id: b}\n`,
    );
    assert.ok(!shown(section).some((line) => line.includes('geen brief')));
  });

  it('count letters whose status can’t be read without saying how far they are', () => {
    assert.equal(
      letters('- {id: brief-1, from: {role: mayor}, status: onderweg}').at(-1),
      'letters: 1 brief',
    );
    assert.ok(!shown(dutchCase('letters: []\n')).some((line) => line.startsWith('letters')));
  });
});

describe('lenses on the claim', () => {
  const claim = (fields: string, language: Language = 'nl') =>
    shown(dutchCase(`claim:\n  id: v\n  kind: deferral\n  ${fields.replaceAll('\n', '\n  ')}\n`), language);

  it('tell which law holds, by the day that decides', () => {
    assert.equal(
      claim('lodged: 2019-04-30')[0],
      'claim: Recht op 30 april 2019: schrijnendheid op elk moment',
    );
    assert.equal(claim('lodged: 2021', 'en')[0], 'claim: Law in 2021: hardship in the first procedure only');
    assert.match(
      claim('lodged: 2026-01', 'de')[0] ?? '',
      /^claim: Recht im Januar 2026: .* nach Ansicht des Raad van State/,
    );
    assert.equal(
      claim('scope: any-time')[0],
      'claim: Recht op 1 juni 2024: schrijnendheid alleen in de eerste procedure',
    );
  });

  it('tell no law where the day leaves it open, nor in Germany', () => {
    for (const lodged of ['2019', '2019-04~', '2021?', 'ooit'])
      assert.ok(!claim(`lodged: ${lodged}`).some((line) => line.includes('Recht')), lodged);
    assert.deepEqual(shown(germanCase(commissionClaim()), 'de'), ['claim: stützt sich auf § 23a AufenthG']);
  });

  it('tell what the claim rests on', () => {
    assert.equal(
      claim(
        'grounds: [nl.vw.14, echr.8, "ECLI:NL:RVS:2022:285", nl.vb.3.6ba]\ncircumstances: [c]\ncircumstances: []',
      )[1],
      'claim: rust op art. 14 Vw, art. 8 EVRM, ECLI:NL:RVS:2022:285 (+1)',
    );
    assert.equal(
      shown(
        dutchCase(
          `${CIRCUMSTANCES}claim:\n  id: v\n  kind: deferral\n  circumstances: [circ-hart, circ-thuis, weg]\n`,
        ),
        'en',
      ).find((line) => line.startsWith('claim: no')),
      'claim: no ground yet · 2 circumstances',
    );
    assert.equal(claim('grounds: echr.8').length, 1);
    assert.equal(claim('grounds:\n  - "{{rechtsgrond}}"\n  - echr.8')[1], 'claim: rust op art. 8 EVRM');
  });
});

const CLAIM =
  'claim:\n  id: v\n  kind: deferral\n  grounds: [echr.8]\n  circumstances: [circ-hart, circ-thuis]\n';
const COUNTER = 'counterArguments:\n- id: contra\n  kind: court-already-ruled\n  text: T\n';

describe('lenses on arguments', () => {
  const only = (text: string, options?: Options) =>
    shown(text, 'nl', options).filter((line) => /argument|weerwoord|beantwoord/.test(line));

  it('tell which circumstances are not argued yet, and offer an argument where a check does', () => {
    const argued = 'arguments:\n- {id: arg, title: T, text: T, cites: [echr.8], supports: [circ-thuis]}\n';
    assert.deepEqual(only(dutchCase(CIRCUMSTANCES + CLAIM + argued)), ['circ-hart: nog geen argument !']);
    const unclaimed = CIRCUMSTANCES + CLAIM.replace('circ-hart, ', '') + argued;
    assert.deepEqual(only(dutchCase(unclaimed)), ['circ-hart: nog geen argument']);
  });

  it('don’t tell it where an argument can’t be read', () => {
    for (const broken of [
      'arguments: T\n',
      'argumants:\n- {id: arg}\n',
      'arguments:\n- {id: arg, title: T, text: T, supports: [circ-har]}\n',
      'arguments:\n- {id: arg, title: T, text: T, supports: circ-hart}\n',
    ])
      assert.ok(
        !only(dutchCase(CIRCUMSTANCES + CLAIM + broken)).some((line) => line.startsWith('circ-hart')),
        broken,
      );
  });

  it('tell what answers a counter-argument, shortened and on one line', () => {
    const answer = (title: string, id = 'arg') =>
      `- {id: ${id}, text: T, answers: [contra], title: "${title}"}\n`;
    assert.deepEqual(only(dutchCase(`arguments:\n${answer('De $(rechter)\\nkeek')}${COUNTER}`)), [
      'contra: beantwoord door ‘De $ (rechter) keek’',
    ]);
    assert.deepEqual(
      only(
        dutchCase(
          `arguments:\n${answer('Een titel die veel te lang is voor boven een item')}${answer('B', 'b')}${COUNTER}`,
        ),
      ),
      ['contra: beantwoord door ‘Een titel die veel te lang is voor bove…’ (+1)'],
    );
  });

  it('offer a rebuttal where nothing answers', () => {
    assert.deepEqual(only(dutchCase(COUNTER)), ['contra: nog geen weerwoord !']);
    assert.deepEqual(only(dutchCase(`arguments: T\n${COUNTER}`)), []);
    assert.deepEqual(only(dutchCase(COUNTER.replace('- id: contra\n  kind', '- kind'))), []);
  });

  it('offer nothing where the check is silenced or turned off, and ask for nothing in a closed case', () => {
    const silenced = dutchCase(
      COUNTER.replace('- id', '# vangnet-ignore counter-argument-unanswered: komt\n- id'),
    );
    assert.deepEqual(only(silenced), ['contra: nog geen weerwoord']);
    const off = { rules: { 'counter-argument-unanswered': { severity: 'off' } } } as const;
    assert.deepEqual(only(dutchCase(COUNTER), { settings: off }), ['contra: nog geen weerwoord']);
    assert.deepEqual(only(dutchCase(CIRCUMSTANCES + CLAIM + COUNTER, '  status: closed\n')), []);
  });

  it('insert what they offer', () => {
    for (const eol of ['\n', '\r\n'])
      for (const [body, above] of [
        [COUNTER, 'contra'],
        [CIRCUMSTANCES + CLAIM, 'circ-hart'],
      ] as const) {
        const text = dutchCase(body).replaceAll('\n', eol);
        const analysis = analyseText(text);
        const lens = lensesOf(analysis).find(({ start, offer }) => offer && text.startsWith(above, start));
        assert.ok(lens?.offer);
        const fix = fixOf(analysis, lens.offer);
        assert.ok(fix);
        assert.equal(fixOf(analysis, lens.offer, fix.id)?.id, fix.id);
        const after = applyEdits(text, fix.edits);
        assert.equal(only(after).filter((line) => line.startsWith(`${above}: nog geen`)).length, 0, after);
        assert.equal(after.includes('\r\n'), eol === '\r\n');
      }
  });

  it('know no fix that isn’t there (any more)', () => {
    const analysis = analyseText(dutchCase(COUNTER));
    const offer = { rule: 'counter-argument-unanswered', item: 'contra' };
    assert.ok(fixOf(analysis, offer));
    assert.equal(fixOf(analysis, offer, 'answer-nothing'), undefined);
    assert.equal(fixOf(analysis, { ...offer, item: 'weg' }), undefined);
    assert.equal(fixOf(analysis, { ...offer, rule: 'weg' }), undefined);
  });
});

describe('lenses', () => {
  it('are worked out once for a version, each on its own line', () => {
    const analysis = analyseText(dutchCase(CIRCUMSTANCES + CLAIM + COUNTER));
    assert.equal(lensesOf(analysis), lensesOf(analysis));
    const { lines } = analysis.document;
    for (const { start, end } of lensesOf(analysis)) assert.equal(lines.lineAt(start), lines.lineAt(end));
    assert.deepEqual(lensesOf(analyseText('circumstances:\n  - ')), []);
  });
});
