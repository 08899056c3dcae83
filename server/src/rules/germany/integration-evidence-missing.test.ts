import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { analyseText, applyFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'integration-evidence-missing';
const letter = (role: string, status = 'signed') =>
  `letters:\n  - id: brief\n    from: {role: ${role}}\n    status: ${status}\n`;
const document = (kind: string) => `documents:\n  - {id: d, kind: ${kind}, title: Nachweis}\n`;
const file = (...parts: string[]) => germanCase(commissionClaim() + parts.join(''));
const marked = (text: string, key: string, severity = 'warning') =>
  text.replace(`${key}:`, `${key}:\n${'^'.repeat(key.length)} ${severity} ${RULE}`);

describe(RULE, () => {
  it('speaks at the documents, else at the letters, else at the first key', () => {
    checkRule(RULE, marked(file(letter('physician'), document('statement')), 'documents'));
    checkRule(RULE, marked(file(letter('physician')), 'letters'));
    checkRule(RULE, file().replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ warning ${RULE}\n`));
  });

  it('weighs more where the Land asks for it on that day', () => {
    const text = file(document('statement'));
    checkRule(RULE, marked(text.replace('2026-05-04', '2025-09-24'), 'documents', 'information'));
    for (const land of ['DE-NW', 'DE-BY'])
      checkRule(RULE, marked(text.replace('DE-SH', land), 'documents', 'information'));
  });

  it('is satisfied by a paper on schooling or work', () => {
    for (const kind of ['educational', 'employment']) checkRule(RULE, file(document(kind)));
  });

  it('is satisfied by a letter of somebody who sees it, sent or planned', () => {
    for (const role of ['employer', 'school', 'sports-club', 'faith-community', 'neighbour', 'ngo'])
      checkRule(RULE, file(letter(role)));
    checkRule(RULE, file(letter('employer', 'planned')));
    for (const role of ['mayor', 'family', 'social-work', 'other'])
      checkRule(RULE, marked(file(letter(role)), 'letters'));
  });

  it('counts a refused letter for nothing', () => {
    checkRule(RULE, marked(file(letter('employer', 'refused')), 'letters'));
    checkRule(RULE, marked(file(letter('Chef', 'refused')), 'letters'));
  });

  it('is silent where a piece may be what it asks for', () => {
    checkRule(RULE, file(letter('Chef')));
    checkRule(RULE, file(letter('"{{Rolle}}"')));
    checkRule(RULE, file(letter('employer', 'da')));
    checkRule(RULE, file(document('Zeugnis')));
    checkRule(RULE, file('letters: kommen noch\n'));
    checkRule(RULE, file(document('statement'), 'letters: kommen noch\n'));
  });

  it('speaks from the first lines of a file on, and is silent where its claim is not for the commission', () => {
    checkRule(RULE, germanCase('').replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ warning ${RULE}\n`));
    checkRule(RULE, file().replace('de.aufenthg.23a', 'de.aufenthg.25b'));
    checkRule(RULE, file().replace('jurisdiction: de', 'jurisdiction: nl'));
  });

  it('offers stubs for those of whom the file tells first, and a document', () => {
    const offered = (body: string) =>
      analyseText(germanCase(body + commissionClaim()))
        .findings.find(({ rule }) => rule === RULE)!
        .fixes()
        .map(({ id }) => id);
    const rest = ['insert-stub-ngo', 'insert-stub-faith-community', 'insert-stub-sports-club'];
    assert.deepEqual(offered(''), [...rest, 'insert-document']);
    assert.deepEqual(offered('timeline:\n  - {id: x, date: 2024, kind: education, title: X}\n'), [
      'insert-stub-school',
      'insert-stub-employer',
      'insert-stub-ngo',
      'insert-document',
    ]);
    assert.deepEqual(
      offered('circumstances:\n  - {id: x, kind: livelihood, title: X}\n')[0],
      'insert-stub-employer',
    );
  });

  it('inserts the stub or the document', () => {
    const text = germanCase(
      `timeline:\n  - {id: arbeit, from: 2024, kind: work, title: Küche}\ncircumstances:\n  - {id: hier, kind: rooted, title: Hier}\n${commissionClaim()}`,
    );
    assert.match(
      applyFix(text, RULE, 'insert-stub-employer').result,
      /\nletters:\n {2}- id: schreiben-arbeitgeber\n {4}from:\n {6}role: employer\n {4}status: planned\n {4}supports: \[hier\]\n {4}request: >-\n/,
    );
    assert.match(
      applyFix(text, RULE, 'insert-document').result,
      /\ndocuments:\n {2}- id: dok-integration\n {4}kind: educational\n {4}title: "\{\{Sprachzertifikat, Zeugnis oder Abschluss\}\}"\n {4}supports: \[hier\]\n/,
    );
  });

  it('has words for the Land', () => {
    assert.match(
      messageOf(RULE, file(), 'de'),
      /^Nachweise der Integration fehlen noch: Sprache, Schule, Arbeit oder Ehrenamt\. In Schleswig-Holstein gehören sie zum Antrag\. Legen Sie/,
    );
    assert.match(
      messageOf(RULE, file().replace('DE-SH', 'DE-BY'), 'nl'),
      /Volgens asyl\.net geeft integratie/,
    );
  });
});
