import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'ruling-without-ecli';

/** Names changed, since made-up cases have no rulings. */
const ruled = (fields: string, kind = 'appeal'): string =>
  dutchCase(`procedures:
  - id: asiel
    kind: asylum
    lodged: 2015-02-01
    remedies:
      - id: beroep
        kind: ${kind}
        lodged: 2016-02-20
${fields}`).replace('fictional', 'pseudonymised');
const marked = (text: string): string =>
  text.replace('- id: beroep\n', `- id: beroep\n#           ^^^^^^ hint ${RULE}\n`);
const decided = (outcome: string): string => `        decided: 2016-05-01\n        outcome: ${outcome}\n`;

describe(RULE, () => {
  it('speaks at an appeal or higher appeal that was decided', () => {
    for (const outcome of ['granted', 'rejected', 'inadmissible'])
      checkRule(RULE, marked(ruled(decided(outcome))));
    checkRule(RULE, marked(ruled('        outcome: rejected\n', 'higher-appeal')));
    checkRule(RULE, marked(ruled('        decided: 2016?\n')));
  });

  it('is silent about other remedies, and what was not decided by a court', () => {
    for (const kind of ['objection', 'interim-relief']) checkRule(RULE, ruled(decided('rejected'), kind));
    for (const outcome of ['withdrawn', 'pending', '"{{uitkomst}}"'])
      checkRule(RULE, ruled(decided(outcome)));
    checkRule(RULE, ruled(''));
    checkRule(RULE, ruled('        decided: "{{datum}}"\n'));
  });

  it('is silent where a ruling is named, or may be', () => {
    for (const ruling of ['ECLI:NL:RBDHA:2016:12345', '"{{ECLI}}"', ''])
      checkRule(RULE, ruled(`${decided('rejected')}        ruling: ${ruling}\n`));
    checkRule(RULE, ruled(`${decided('rejected')}        rulling: ECLI:NL:RBDHA:2016:12345\n`));
  });

  it('is silent in a made-up case, in Germany, and where it is not known what the file is', () => {
    checkRule(RULE, ruled(decided('rejected')).replace('pseudonymised', 'fictional'));
    checkRule(RULE, ruled(decided('rejected')).replace('pseudonymised', 'geheim'));
    checkRule(RULE, ruled(decided('rejected')).replace('  confidentiality: pseudonymised\n', ''));
    checkRule(RULE, ruled(decided('rejected')).replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, marked(ruled(decided('rejected')).replace('pseudonymised', 'real')));
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, ruled(decided('rejected')), 'nl'),
      'Bij dit beroep staat het nummer van de uitspraak (ECLI) niet. Daarmee kan wie het verzoek leest nagaan wat er precies is geoordeeld. Vul bij ‘ruling’ het nummer in dat op de uitspraak staat; is er geen, zet deze controle hier dan uit met een reden.',
    );
  });
});
