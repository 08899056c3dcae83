import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'letter-unsigned';

const letter = (status: string, caseStatus: string) =>
  dutchCase(
    `letters:\n  - id: brief\n    from: {role: school}\n    status: ${status}\n`,
    `  status: ${caseStatus}\n`,
  );
const MARK = '#           ^^^^^^^^ information letter-unsigned\n';

describe(RULE, () => {
  it('speaks of a received letter when the case is about to go out', () => {
    for (const status of ['review', 'final']) checkRule(RULE, letter('received', status) + MARK);
  });

  it('is silent in a draft, in a closed case and where the state can not be read', () => {
    for (const status of ['draft', 'closed', 'finl', '"{{stand}}"'])
      checkRule(RULE, letter('received', status));
    checkRule(RULE, letter('received', 'final').replace('  status: final\n', ''));
  });

  it('is silent about letters in another state', () => {
    for (const status of ['planned', 'requested', 'signed', 'refused', 'recieved'])
      checkRule(RULE, letter(status, 'final'));
    checkRule(RULE, letter('received', 'final'), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('has words', () => {
    const text = letter('received', 'review');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Deze brief (school) is binnen, maar nog niet ondertekend. Zonder handtekening is niet te zien dat de afzender erachter staat. Vraag om een ondertekende brief, en zet de stand dan op ‘signed’.',
    );
    assert.match(messageOf(RULE, text, 'en'), /^This letter \(school\) is there, but not signed yet\./);
    assert.match(
      messageOf(RULE, text, 'de'),
      /^Dieses Schreiben \(Schule\) ist da, aber noch nicht unterschrieben\./,
    );
  });
});
