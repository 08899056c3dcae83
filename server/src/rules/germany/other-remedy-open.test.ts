import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'other-remedy-open';
const answered = (answer: string, land = 'DE-SH') =>
  germanCase(commissionClaim(`  conditions:\n    otherRemedyOpen: ${answer}\n`), { land });
const marked = (text: string, severity = 'warning') =>
  `${text}#                    ^^^^ ${severity} ${RULE}\n`;

describe(RULE, () => {
  it('weighs most in Schleswig-Holstein, from 25 September 2025', () => {
    checkRule(RULE, `${answered('true')}#                    ^^^^ warning other-remedy-open\n`);
    checkRule(RULE, marked(answered('true').replace('2026-05-04', '2025-09-24'), 'information'));
    for (const land of ['DE-NW', 'DE-BE', '']) checkRule(RULE, marked(answered('true', land), 'information'));
  });

  it('is silent at no, at what can not be read, and where nothing stands', () => {
    for (const answer of ['false', 'ja', '"{{ja oder nein}}"', '']) checkRule(RULE, answered(answer));
    checkRule(RULE, germanCase(commissionClaim()));
  });

  it('speaks whatever the grounds of the claim, and not in Dutch cases', () => {
    checkRule(RULE, marked(answered('true')).replace('de.aufenthg.23a', 'de.aufenthg.25b'));
    checkRule(RULE, marked(answered('true')).replace('de.aufenthg.23a', 'echr.8'));
    checkRule(RULE, answered('true').replace('jurisdiction: de', 'jurisdiction: nl'));
  });

  it('has words for the Land', () => {
    assert.equal(
      messageOf(RULE, answered('true'), 'de'),
      'Nach dieser Angabe steht noch ein anderer Weg zu einem Aufenthalt offen. In Schleswig-Holstein ist der Weg zur Härtefallkommission dann nicht offen. Gehen Sie zuerst diesen anderen Weg, oder begründen Sie, warum er nicht weiterführt.',
    );
    assert.match(messageOf(RULE, answered('true', 'DE-BY'), 'nl'), /ga na hoe het in uw deelstaat is/);
  });
});
