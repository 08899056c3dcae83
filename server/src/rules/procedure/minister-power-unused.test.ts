import assert from 'node:assert/strict';
import { applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'minister-power-unused';

/** A first procedure refused in 2016, a request to the minister, and a claim with these fields. */
const claimed = (claim: string, { lodged = '2026-03-09', more = '' } = {}): string =>
  `${dutchCase(`
    procedures:
      - id: asiel
        kind: asylum
        lodged: 2015-02-01
        decided: 2016-02-01
        outcome: rejected
      - id: minister
        kind: discretionary-request
        lodged: 2026-03-09
    claim:
      id: verzoek
      kind: residence-on-hardship
  `).replace('referenceDate: 2024-06-01', 'referenceDate: 2026-06-01')}  lodged: ${lodged}\n${claim}${more}`;

const GROUND = '  grounds: [eu.return-directive.6-4]\n';
const MARKED = `${GROUND}#          ^^^^^^^^^^^^^^^^^^^^^^^^^ information ${RULE}\n`;
const argument = (cites: string): string =>
  `arguments:\n  - id: arg\n    title: T\n    text: T\n    cites: ${cites}\n`;

describe(RULE, () => {
  it('speaks at the grounds, and where there are none at the claim', () => {
    checkRule(RULE, claimed(MARKED));
    checkRule(RULE, claimed('').replace('claim:', `claim:\n^^^^^ information ${RULE}`));
  });

  it('speaks of a claim raised only elsewhere, though the first procedure runs', () => {
    const running = (raisedIn: string, ground: string) =>
      claimed(`  raisedIn: ${raisedIn}\n${ground}`).replace(
        '    decided: 2016-02-01\n    outcome: rejected\n',
        '',
      );
    checkRule(RULE, running('[minister]', MARKED));
    checkRule(RULE, running('[asiel]', GROUND));
    checkRule(RULE, running('[]', GROUND));
  });

  it('is silent before 27 August 2025 and where the day leaves it open', () => {
    checkRule(RULE, claimed(MARKED, { lodged: '2025-08-27' }));
    for (const lodged of ['2025-08-26', '2025', '2025-08', '2026?', '2025-08-27~'])
      checkRule(RULE, claimed(GROUND, { lodged }));
  });

  it('takes the reference date where the claim is not lodged', () => {
    const unlodged = (text: string) => claimed(text).replace('  lodged: 2026-03-09\n  grounds', '  grounds');
    checkRule(RULE, unlodged(MARKED));
    checkRule(RULE, unlodged(GROUND).replace('referenceDate: 2026-06-01', 'referenceDate: 2024-06-01'));
  });

  it('is silent where a ground or an argument names the power', () => {
    checkRule(RULE, claimed('  grounds: [eu.return-directive.6-4, nl.vw.14]\n'));
    checkRule(RULE, claimed('  grounds: [eu.return-directive.6-4, nl.rvs.2025-08-27]\n'));
    checkRule(RULE, claimed(GROUND, { more: argument('[nl.vw.14]') }));
    checkRule(RULE, claimed(GROUND, { more: argument('[nl.awb.3-4-2, nl.rvs.2025-08-27]') }));
    checkRule(RULE, claimed(MARKED, { more: argument('[nl.awb.3-4-2]') }));
  });

  it('is silent where something may name it', () => {
    checkRule(RULE, claimed('  grounds: [eu.return-directive.6-4, "ECLI:NL:RVS:2016:2840"]\n'));
    checkRule(RULE, claimed('  grounds: [eu.return-directive.6-4, "{{rechtsgrond}}"]\n'));
    checkRule(RULE, claimed('  grounds: eu.return-directive.6-4\n'));
    for (const cites of [
      '["ECLI:NL:RVS:2025:1"]',
      '["{{bron}}"]',
      '[nl.vw.41]',
      'nl.vw.14',
      '["https://a.example"]',
    ])
      checkRule(RULE, claimed(GROUND, { more: argument(cites) }));
    checkRule(RULE, claimed(MARKED, { more: argument('["ECLI:NL:RVS:2016:2840"]') }));
    checkRule(RULE, claimed(GROUND, { more: 'arguments: komen nog\n' }));
    checkRule(RULE, claimed(GROUND, { more: argument('[nl.vw.14]').replace('arguments', 'argumenst') }));
    checkRule(RULE, claimed(GROUND, { more: argument('[nl.vw.14]').replace('cites', 'cite') }));
    checkRule(RULE, claimed('  gronds: [nl.vw.14]\n'));
  });

  it('leaves a closed ground to its own rule', () => {
    checkRule(RULE, claimed('  grounds: [nl.vb.3.6ba]\n'));
    checkRule(
      'ground-closed',
      claimed('  grounds: [nl.vb.3.6ba]\n#           ^^^^^^^^^^^ warning ground-closed\n'),
    );
  });

  it('adds the ground and the argument', () => {
    const { result } = applyFix(claimed(GROUND), RULE, 'add-power');
    checkRule(RULE, result);
    assert.match(result, / {2}grounds: \[eu\.return-directive\.6-4, nl\.vw\.14\]\n/);
    assert.match(
      result,
      /\narguments:\n {2}- id: arg-minister-remains-competent\n {4}snippet: minister-remains-competent\n[\s\S]*cites: \[nl\.vw\.14, nl\.rvs\.2025-08-27, ngo\.vangnet-2020\]\n$/,
    );
  });

  it('adds the ground alone where the argument is there without its sources', () => {
    const own =
      'arguments:\n  - id: arg\n    snippet: minister-remains-competent\n    title: T\n    text: T\n';
    checkFix(
      RULE,
      'add-ground-nl.vw.14',
      claimed('', { more: own }),
      claimed('  grounds: [nl.vw.14]\n', { more: own }),
    );
  });

  it('has words, which say whose reading it is', () => {
    assert.match(
      messageOf(RULE, claimed(GROUND), 'nl'),
      /^Dit verzoek noemt niet de bevoegdheid die de minister volgens de Raad van State nog steeds heeft\. .* is onze lezing; controleer de uitspraak\.$/,
    );
    assert.match(messageOf(RULE, claimed(GROUND), 'en'), /is our reading; check the ruling\.$/);
    assert.match(
      messageOf(RULE, claimed(GROUND), 'de'),
      /ist unsere Lesart; bitte die Entscheidung prüfen\.$/,
    );
  });
});
