import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'decided-without-outcome';
const procedure = (fields: string): string =>
  dutchCase(`procedures:\n  - {id: p, kind: regular, lodged: 2015, ${fields}}\n`);

describe('decided-without-outcome', () => {
  it('names procedures and remedies', () => {
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
        #       ^ information decided-without-outcome
            kind: regular
            lodged: 2015
            decided: 2016?
            remedies:
              - {id: r, kind: objection, lodged: 2016, decided: 2017}
        #            ^ information decided-without-outcome
              - {kind: appeal, lodged: 2017, decided: 2018}
        #        ^^^^ information decided-without-outcome
              - {id: s, kind: appeal, lodged: 2017, decided: 2018, outcome: rejected}
      `),
    );
  });

  it('is silent where an outcome is there, in whatever form, or no decision', () => {
    for (const rest of [
      'decided: 2016, outcome: rejected',
      'decided: 2016, outcome: pending',
      'decided: 2016, outcome: afgewezen',
      'decided: 2016, outcome: ',
      'decided: "{{datum}}"',
      'authority: ind',
    ]) {
      checkRule(RULE, procedure(rest));
    }
  });

  it('is silent where the line with the outcome can’t be read', () => {
    checkRule(
      RULE,
      dutchCase(
        'procedures:\n  - id: p\n    kind: regular\n    lodged: 2015\n    decided: 2016\n    outcome: "rejected\n',
      ),
    );
  });

  it('has words', () => {
    const text = procedure('decided: 2016');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Er staat wel een datum van het besluit, maar niet wat er is besloten. Daarvan hangt af wat er nog open is. Vul ‘outcome’ (uitkomst) in.',
    );
    assert.match(messageOf(RULE, text, 'en'), /^There is a date of the decision, but not what was decided\./);
    assert.match(messageOf(RULE, text, 'de'), /Füllen Sie „outcome“ \(Ergebnis\) aus\.$/);
  });
});
