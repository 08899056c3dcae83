import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'no-right-to-decision';

describe(RULE, () => {
  it('is said at the ground, once', () => {
    checkRule(RULE, germanCase(`${commissionClaim()}#           ^^^^^^^^^^^^^^^ information ${RULE}\n`));
    checkRule(
      RULE,
      germanCase(
        `claim:\n  id: antrag\n  kind: residence-on-hardship\n  grounds:\n    - echr.8\n    - de.aufenthg.23a\n#     ^^^^^^^^^^^^^^^ information ${RULE}\n    - de.aufenthg.23a\n`,
      ),
    );
  });

  it('is silent at other grounds, without a claim, and in Dutch and closed cases', () => {
    checkRule(RULE, germanCase(commissionClaim().replace('de.aufenthg.23a', 'de.aufenthg.25b')));
    checkRule(RULE, germanCase('claim:\n  id: antrag\n  kind: residence-on-hardship\n'));
    checkRule(RULE, germanCase('claim: noch offen\n'));
    checkRule(RULE, germanCase(commissionClaim().replace('[de.aufenthg.23a]', '"{{Rechtsgrundlage}}"')));
    checkRule(RULE, germanCase(commissionClaim()).replace('jurisdiction: de', 'jurisdiction: nl'));
    checkRule(RULE, germanCase(commissionClaim(), { head: '  status: closed\n' }));
  });

  it('can be silenced above the grounds', () => {
    checkRule(
      RULE,
      germanCase(commissionClaim()).replace(
        '  grounds:',
        `  # vangnet-ignore ${RULE}: besprochen\n  grounds:`,
      ),
    );
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, germanCase(commissionClaim()), 'de'),
      'Niemand kann verlangen, dass sich die Härtefallkommission mit einem Fall befasst. Sie wird im Wege der Selbstbefassung tätig, und § 23a AufenthG begründet keine eigenen Rechte. Umso mehr kommt es auf dringende Gründe und gute Nachweise an.',
    );
    assert.match(
      messageOf(RULE, germanCase(commissionClaim()), 'nl'),
      /^Niemand kan eisen dat de Härtefallkommission/,
    );
  });
});
