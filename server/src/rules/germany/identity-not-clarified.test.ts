import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { analyseText, applyFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'identity-not-clarified';
const papers = (value: string, body = commissionClaim()) =>
  germanCase(body, { person: `    identityDocuments: ${value}\n` });
const marked = (text: string, severity = 'warning') =>
  text.replace('Documents: none\n', `Documents: none\n#                      ^^^^ ${severity} ${RULE}\n`);
const unanswered = (text: string) => text.replace('  - id: a\n', `  - id: a\n#       ^ warning ${RULE}\n`);

describe(RULE, () => {
  it('speaks at none, and at a person of whom nothing is said', () => {
    checkRule(RULE, marked(papers('none')));
    checkRule(RULE, unanswered(germanCase(commissionClaim())));
  });

  it('speaks of each applicant, not of others', () => {
    checkRule(
      RULE,
      marked(
        papers(
          'none',
          `  - id: b\n#       ^ warning ${RULE}\n    name: Ben\n    role: co-applicant\n  - {id: c, name: Cis, role: child}\n${commissionClaim()}`,
        ),
      ),
    );
  });

  it('weighs more where the Land asks for it on that day', () => {
    checkRule(RULE, marked(papers('none').replace('2026-05-04', '2025-09-24'), 'information'));
    for (const land of ['DE-NW', 'DE-BY'])
      checkRule(RULE, marked(papers('none').replace('DE-SH', land), 'information'));
  });

  it('is silent where papers are there or asked for, or it can not be read', () => {
    for (const value of ['passport', 'laissez-passer', 'other', 'requested', 'keine', '"{{Papiere}}"', ''])
      checkRule(RULE, papers(value));
  });

  it('is silent where the file proves it, tells of attempts, or says why not', () => {
    for (const part of [
      'timeline:\n  - {id: x, date: 2024, kind: return-attempt, title: Botschaft}\n',
      'circumstances:\n  - {id: x, kind: statelessness, title: Staatenlos}\n',
      'circumstances:\n  - {id: x, kind: no-fault-stay, title: Ohne Papiere}\n',
    ])
      checkRule(RULE, papers('none', `${part}${commissionClaim()}`));
    for (const kind of ['identity', 'travel', 'Ausweis', '"{{Art}}"'])
      checkRule(
        RULE,
        papers('none', `${commissionClaim()}documents:\n  - {id: x, kind: ${kind}, title: X}\n`),
      );
    checkRule(RULE, papers('none', `timeline: später\n${commissionClaim()}`));
    checkRule(
      RULE,
      papers('none', `timeline:\n  - {id: x, date: 2024, kind: Botschaft, title: X}\n${commissionClaim()}`),
    );
  });

  it('does not take an event without a kind, or another document, for it', () => {
    checkRule(
      RULE,
      marked(
        papers(
          'none',
          `timeline:\n  - {id: x, date: 2024, title: Umzug}\n${commissionClaim()}documents:\n  - {id: y, kind: official, title: Y}\n`,
        ),
      ),
    );
  });

  it('is silent where the claim is not for the commission', () => {
    checkRule(RULE, papers('none').replace('de.aufenthg.23a', 'de.aufenthg.25b'));
    checkRule(RULE, papers('none').replace('jurisdiction: de', 'jurisdiction: nl'));
  });

  it('inserts a document, or an event on attempts for somebody without papers first', () => {
    const event = applyFix(papers('none'), RULE, 'insert-attempt');
    assert.ok(event.fix.preferred);
    assert.match(
      event.result,
      /\ntimeline:\n {2}- id: er-papiere\n {4}date: "\{\{Datum\}\}"\n {4}kind: return-attempt\n {4}title: "\{\{Bemühung um Papiere, etwa bei der Botschaft\}\}"\n {4}persons: \[a\]\n/,
    );
    const document = applyFix(germanCase(commissionClaim()), RULE, 'insert-document');
    assert.ok(document.fix.preferred);
    assert.match(
      document.result,
      /\ndocuments:\n {2}- id: dok-identitaet\n {4}kind: identity\n {4}title: "\{\{Pass, Geburtsurkunde oder anderes Papier\}\}"\n/,
    );
    const order = analyseText(papers('none'))
      .findings.find(({ rule }) => rule === RULE)
      ?.fixes();
    assert.deepEqual(
      order?.map(({ id }) => id),
      ['insert-attempt', 'insert-document'],
    );
  });

  it('has words, with the name', () => {
    assert.equal(
      messageOf(RULE, papers('none'), 'de'),
      'Wie die Identität von Ada geklärt ist oder geklärt wird, steht hier noch nicht. In Schleswig-Holstein gehört das zum Antrag. Nennen Sie Papiere oder die Bemühungen, welche zu bekommen.',
    );
    assert.match(
      messageOf(RULE, papers('none').replace('DE-SH', 'DE-BY').replace('    name: Ada\n', ''), 'de'),
      /^Wie die Identität der betroffenen Person geklärt/,
    );
  });
});
