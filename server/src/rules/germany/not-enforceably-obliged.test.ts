import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { applyFix, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'not-enforceably-obliged';
const status = (value: string) => ({ person: `    status: ${value}\n` });

describe(RULE, () => {
  it('speaks at the answer no, whatever the status says', () => {
    const denied = commissionClaim(
      `  conditions:\n    enforceablyObligedToLeave: false\n#                              ^^^^^ warning ${RULE}\n`,
    );
    checkRule(RULE, germanCase(denied));
    checkRule(RULE, germanCase(denied, status('enforceably-obliged-to-leave')));
  });

  it('speaks where neither the conditions nor an applicant say so', () => {
    checkRule(RULE, germanCase(commissionClaim().replace('claim:\n', `claim:\n^^^^^ warning ${RULE}\n`)));
    checkRule(
      RULE,
      germanCase(
        commissionClaim(`  conditions:\n# ^^^^^^^^^^ warning ${RULE}\n    dublin: false\n`),
        status('tolerated'),
      ),
    );
  });

  it('is silent where the conditions or one of the applicants say so', () => {
    checkRule(RULE, germanCase(commissionClaim('  conditions:\n    enforceablyObligedToLeave: true\n')));
    checkRule(RULE, germanCase(commissionClaim(), status('enforceably-obliged-to-leave')));
    const other = (role: string) =>
      germanCase(
        `  - id: b\n    name: Ben\n    role: ${role}\n    status: enforceably-obliged-to-leave\n${commissionClaim()}`,
      );
    checkRule(RULE, other('co-applicant'));
    checkRule(RULE, other('child').replace('claim:\n', `claim:\n^^^^^ warning ${RULE}\n`));
  });

  it('is silent where it may be said but can not be read', () => {
    for (const answer of ['"{{ja oder nein}}"', 'ja', '', '[true]'])
      checkRule(
        RULE,
        germanCase(commissionClaim(`  conditions:\n    enforceablyObligedToLeave: ${answer}\n`)),
      );
    for (const conditions of ['"{{noch offen}}"', '{{noch offen}}', '', '[a]', 'offen'])
      checkRule(RULE, germanCase(commissionClaim(`  conditions: ${conditions}\n`)));
    for (const value of ['"{{Status}}"', 'geduldet', ''])
      checkRule(RULE, germanCase(commissionClaim(), status(value)));
    checkRule(RULE, germanCase(`  - id: b\n    name: Ben\n    role: helper\n${commissionClaim()}`));
    checkRule(
      RULE,
      germanCase(commissionClaim()).replace(/persons:\n[\s\S]*claim:/, 'persons: noch offen\nclaim:'),
    );
  });

  it('asks it of claims on § 23a alone, and in German cases', () => {
    checkRule(RULE, germanCase(''));
    checkRule(RULE, germanCase(commissionClaim().replace('de.aufenthg.23a', 'de.aufenthg.25b')));
    checkRule(RULE, germanCase('claim:\n  id: antrag\n  kind: residence-on-hardship\n'));
    checkRule(RULE, germanCase(commissionClaim()).replace('jurisdiction: de', 'jurisdiction: nl'));
    checkRule(RULE, germanCase(commissionClaim(), { head: '  status: closed\n' }));
  });

  it('inserts the answer, in conditions of its own or among the others', () => {
    checkFix(
      RULE,
      'confirm',
      germanCase(commissionClaim('  request: Bitte.\n')),
      germanCase(commissionClaim('  request: Bitte.\n  conditions:\n    enforceablyObligedToLeave: true\n')),
    );
    checkFix(
      RULE,
      'confirm',
      germanCase(commissionClaim('  conditions: {dublin: false}\n')),
      germanCase(commissionClaim('  conditions: {enforceablyObligedToLeave: true, dublin: false}\n')),
    );
  });

  it('does not press the answer on anyone', () => {
    const { fix } = applyFix(germanCase(commissionClaim('  request: Bitte.\n')), RULE, 'confirm');
    assert.equal(fix.preferred, false);
  });

  it('leaves a fact that somebody wrote down to them', () => {
    const text = germanCase(commissionClaim('  conditions: {enforceablyObligedToLeave: false}\n'));
    const [finding] = checkRule(
      RULE,
      `${text}#                                         ^^^^^ warning ${RULE}\n`,
    ).findings.filter(({ rule }) => rule === RULE);
    assert.deepEqual(finding?.fixes(), []);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, germanCase(commissionClaim()), 'de'),
      'Ob eine vollziehbare Ausreisepflicht besteht, steht hier noch nicht. § 23a AufenthG gilt nur für Menschen, die vollziehbar ausreisepflichtig sind. Klären Sie das und ergänzen Sie es bei den Voraussetzungen oder beim Aufenthaltsstatus.',
    );
  });
});
