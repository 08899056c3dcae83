import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'pending-with-decision';
const procedure = (fields: string): string =>
  dutchCase(`procedures:\n  - {id: p, kind: regular, lodged: 2015, ${fields}}\n`);

describe('pending-with-decision', () => {
  it('names procedures and remedies', () => {
    const analysis = checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
            kind: regular
            lodged: 2015
            decided: 2016-09-05
            outcome: pending
        #            ^^^^^^^ error pending-with-decision
            remedies:
              - {id: r, kind: objection, lodged: 2016, outcome: pending, decided: 2017?}
        #                                                       ^^^^^^^ error pending-with-decision
      `),
    );
    const related = analysis.findings.find(({ rule }) => rule === RULE)?.related?.[0]?.at;
    assert.equal(
      related && analysis.text.slice(analysis.document.startOf(related), analysis.document.endOf(related)),
      '2016-09-05',
    );
  });

  it('is silent where pending is only the default, or no decision is there', () => {
    for (const rest of [
      'decided: 2016',
      'outcome: pending',
      'decided: 2016, outcome: rejected',
      'decided: "{{datum}}", outcome: pending',
    ])
      checkRule(RULE, procedure(rest));
  });

  it('has words', () => {
    const text = procedure('decided: 2016, outcome: pending');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Hier staat dat er nog niet is beslist, maar er staat ook een datum van het besluit. Een van de twee kan niet kloppen. Kies bij ‘outcome’ (uitkomst) wat er is besloten, of haal ‘decided’ (datum van het besluit) weg.',
    );
    assert.match(
      messageOf(RULE, text, 'en'),
      /^This says that nothing is decided yet, but there is a date of the decision too\./,
    );
    assert.match(
      messageOf(RULE, text, 'de'),
      /^Hier steht, dass noch nicht entschieden ist, aber auch ein Datum des Bescheids\./,
    );
  });
});
