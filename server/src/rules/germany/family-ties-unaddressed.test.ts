import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { applyFix, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'family-ties-unaddressed';
const marked = (text: string, severity = 'warning') =>
  text.replace('persons:\n', `persons:\n^^^^^^^ ${severity} ${RULE}\n`);
const telling = (kind: string, fields: string) =>
  germanCase(`circumstances:\n  - id: um\n    kind: ${kind}\n    ${fields}\n${commissionClaim()}`);

describe(RULE, () => {
  it('speaks once, at the persons', () => {
    checkRule(
      RULE,
      germanCase(commissionClaim()).replace(
        'persons:\n',
        'persons:\n^^^^^^^ warning family-ties-unaddressed\n',
      ),
    );
  });

  it('weighs more where the Land asks for it', () => {
    const text = germanCase(commissionClaim());
    checkRule(RULE, marked(text.replace('2026-05-04', '2025-09-24'), 'information'));
    checkRule(RULE, marked(text.replace('DE-SH', 'DE-NW').replace('2026-05-04', '2019')));
    checkRule(RULE, marked(text.replace('DE-SH', 'DE-BY'), 'information'));
  });

  it('is silent with another person in the file, however little is known of them', () => {
    checkRule(RULE, germanCase(`  - {id: b, name: Ben, role: other}\n${commissionClaim()}`));
    checkRule(RULE, germanCase(`  - Ben\n${commissionClaim()}`));
  });

  it('is silent with a circumstance of dependency or bereavement', () => {
    for (const kind of ['dependency', 'bereavement', 'Familie', '"{{Art}}"'])
      checkRule(RULE, telling(kind, 'title: Hilfe im Alltag'));
    for (const kind of ['rooted', 'long-residence'])
      checkRule(RULE, marked(telling(kind, 'title: Der Bruder wohnt in Kiel')));
  });

  it('reads a circumstance of kind other', () => {
    for (const title of [
      'Familiäre Bindungen',
      'Ein Bruder in Kiel',
      'Die Schwiegereltern in Lübeck',
      'Keine Angehörigen in Deutschland',
      'Ehe mit einer Deutschen',
      'Zus in Kiel',
      'Haar kleinkinderen wonen hier',
      'Two sons in Kiel',
      'Her husband lives here',
    ])
      checkRule(RULE, telling('other', `title: ${title}`));
    checkRule(RULE, telling('other', 'title: Halt im Alltag\n    description: Die Tante wohnt nebenan.'));
  });

  it('is not misled by words that only look like it', () => {
    for (const title of [
      'Ehrenamt bei der Feuerwehr',
      'Ansprechpartnerin im ehemaligen Betrieb',
      'Nicht mehr zusammen im Heim, Diplom in Stockholm, sonst nichts',
    ])
      checkRule(RULE, marked(telling('other', `title: ${title}`)));
  });

  it('is silent where a circumstance of kind other may still say so', () => {
    checkRule(RULE, telling('other', 'title: Halt\n    description: "{{Beschreibung}}"'));
    checkRule(RULE, telling('other', 'title: "{{Titel}}"'));
    checkRule(RULE, telling('other', 'title: Halt\n    description: [a]'));
  });

  it('is silent where persons or circumstances can not be read', () => {
    checkRule(RULE, germanCase(`circumstances: Familie\n${commissionClaim()}`));
    checkRule(RULE, germanCase(commissionClaim()).replace('role: applicant', 'role: Antragsteller'));
    checkRule(RULE, germanCase(commissionClaim()).replace('role: applicant', 'role: child'));
  });

  it('speaks from the first lines of a file on, and is silent where its claim is not for the commission', () => {
    checkRule(RULE, germanCase('').replace('persons:\n', `persons:\n^^^^^^^ warning ${RULE}\n`));
    checkRule(RULE, germanCase(commissionClaim()).replace('de.aufenthg.23a', 'de.aufenthg.25b'));
    checkRule(RULE, germanCase(commissionClaim()).replace('jurisdiction: de', 'jurisdiction: nl'));
  });

  it('inserts a circumstance that the claim names', () => {
    checkFix(
      RULE,
      'insert-circumstance',
      germanCase(commissionClaim()),
      germanCase(
        `circumstances:\n  - id: circ-sonstiges\n    kind: other\n    title: Familiäre Bindungen\n    persons: [a]\n    description: "{{wer wo lebt und wie eng die Bindung ist}}"\n${commissionClaim('  circumstances: [circ-sonstiges]\n')}`,
      ),
    );
    for (const language of ['nl', 'en'])
      applyFix(
        germanCase(commissionClaim(), { head: `  language: ${language}\n` }),
        RULE,
        'insert-circumstance',
      );
  });

  it('inserts a person', () => {
    checkFix(
      RULE,
      'insert-person',
      germanCase(commissionClaim()),
      germanCase(`  - id: angehoerige\n    name: "{{Name}}"\n    role: other\n${commissionClaim()}`),
    );
  });

  it('has words for the Land, with the name', () => {
    assert.equal(
      messageOf(RULE, germanCase(commissionClaim()), 'de'),
      'Zu familiären Bindungen von Ada steht hier noch nichts. In Schleswig-Holstein gehören die familiären Bindungen in Deutschland zum Antrag. Nennen Sie Angehörige, oder sagen Sie, dass es keine gibt.',
    );
    assert.match(
      messageOf(RULE, germanCase(commissionClaim(), { land: 'DE-NW' }), 'de'),
      /hier und im Herkunftsland\./,
    );
    assert.match(
      messageOf(RULE, germanCase(commissionClaim(), { land: '' }), 'nl'),
      /ga na hoe het in uw deelstaat is/,
    );
  });
});
