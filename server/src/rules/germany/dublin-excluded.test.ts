import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'dublin-excluded';
const answered = (answer: string, land = 'DE-SH', lodged = '') =>
  germanCase(commissionClaim(`${lodged}  conditions:\n    dublin: ${answer}\n`), { land });
const marked = (text: string, severity = 'warning') => `${text}#           ^^^^ ${severity} ${RULE}\n`;

describe(RULE, () => {
  it('weighs most in Schleswig-Holstein, under the rules of 25 September 2025', () => {
    checkRule(RULE, `${answered('true')}#           ^^^^ warning dublin-excluded\n`);
    checkRule(RULE, marked(answered('true', 'DE-SH', '  lodged: 2025-09-25\n')));
    checkRule(RULE, marked(answered('true', 'DE-SH', '  lodged: 2025-09-24\n'), 'information'));
  });

  it('weighs less where the day leaves it open, in another Land, and while no Land is named', () => {
    for (const lodged of ['2025-09', '2025', '2025-09-25~', '2026-01-01?', '"{{Datum}}"'])
      checkRule(RULE, marked(answered('true', 'DE-SH', `  lodged: ${lodged}\n`), 'information'));
    for (const land of ['DE-NW', 'DE-BY', '', 'DE-XX'])
      checkRule(RULE, marked(answered('true', land), 'information'));
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

  it('takes its severity from the configuration where that sets one', () => {
    const settings = { rules: { [RULE]: { severity: 'error' as const } } };
    checkRule(RULE, marked(answered('true'), 'error'), { settings });
  });

  it('has words for the Land', () => {
    assert.equal(
      messageOf(RULE, answered('true'), 'de'),
      'Hier ist ein Dublin-Verfahren angegeben. In Schleswig-Holstein ist der Weg zur Härtefallkommission dann nicht offen. Prüfen Sie, ob das Verfahren noch läuft.',
    );
    assert.match(
      messageOf(RULE, answered('true', 'DE-BY'), 'de'),
      /fragen Sie nach, wie es in Ihrem Land ist/,
    );
    assert.match(messageOf(RULE, answered('true', 'DE-BY'), 'nl'), /ga na hoe het in uw deelstaat is/);
  });
});
