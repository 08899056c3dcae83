import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'letter-outstanding';

const letter = (status: string, from = '{role: school}', head = '') =>
  dutchCase(`letters:\n  - id: brief\n    from: ${from}\n    status: ${status}\n`, head);
const marked = (text: string, status: string, severity = 'information') =>
  `${text}#           ${'^'.repeat(status.length)} ${severity} letter-outstanding\n`;

describe(RULE, () => {
  it('speaks at the state of a planned and of a requested letter', () => {
    for (const status of ['planned', 'requested']) checkRule(RULE, marked(letter(status), status));
    checkRule(
      RULE,
      dutchCase(
        'letters: [{id: b, from: {role: ngo}, status: planned}]\n#                                            ^^^^^^^ information letter-outstanding\n',
      ),
    );
  });

  it('is silent about letters that are there, refused, or whose state can not be read', () => {
    for (const status of ['received', 'signed', 'refused', 'plannd', '"{{stand}}"'])
      checkRule(RULE, letter(status));
    checkRule(RULE, letter('planned').replace('    status: planned\n', ''));
  });

  it('is a warning in a final file, and is not there in a closed one', () => {
    const of = (status: string) => letter('requested', '{role: school}', `  status: ${status}\n`);
    checkRule(RULE, marked(of('final'), 'requested', 'warning'));
    checkRule(RULE, marked(of('review'), 'requested'));
    checkRule(RULE, marked(of('finl'), 'requested'));
    checkRule(RULE, of('closed'));
    checkRule(RULE, of('final'), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('has words', () => {
    const final = '  status: final\n';
    assert.equal(
      messageOf(RULE, letter('planned', '{name: Mevrouw Vos, role: school}'), 'nl'),
      'Om deze brief (Mevrouw Vos) moet nog worden gevraagd. Pas een brief die er is, kan het verzoek steunen. Vraag erom, of haal de brief weg als die er niet komt.',
    );
    assert.equal(
      messageOf(RULE, letter('requested', '{name: "{{naam}}", role: school}', final), 'nl'),
      'Deze brief (school) is gevraagd, maar nog niet binnen. De zaak staat al op definitief. Pas een brief die er is, kan het verzoek steunen. Vraag na hoe het ervoor staat.',
    );
    assert.match(
      messageOf(RULE, letter('requested', '{role: scool}'), 'en'),
      /^This letter was asked for but has not come yet\. Only/,
    );
    assert.match(
      messageOf(RULE, letter('planned', '{role: ngo}', final), 'de'),
      /^Um dieses Schreiben \(Hilfsorganisation\) muss noch gebeten werden\. Der Fall steht schon auf endgültig\./,
    );
  });
});
