import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { applyFix, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'curriculum-vitae-missing';
const document = (kind: string, id = 'd') => `  - id: ${id}\n    kind: ${kind}\n    title: Nachweis\n`;
const withDocuments = (documents: string, land = 'DE-SH') =>
  germanCase(`${commissionClaim()}documents:\n${documents}`, { land });
const marked = (text: string, severity = 'warning') =>
  text.replace('documents:\n', `documents:\n^^^^^^^^^ ${severity} ${RULE}\n`);

describe(RULE, () => {
  it('speaks at the documents, where there are none at the first key', () => {
    checkRule(RULE, marked(withDocuments(document('statement'))));
    checkRule(
      RULE,
      germanCase(commissionClaim()).replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ warning ${RULE}\n`),
    );
    checkRule(RULE, `${germanCase(commissionClaim())}documents: []\n^^^^^^^^^ warning ${RULE}\n`);
  });

  it('weighs more where the Land asks for it on that day', () => {
    const text = withDocuments(document('statement'));
    checkRule(RULE, marked(text.replace('2026-05-04', '2025-09-25')));
    checkRule(RULE, marked(text.replace('2026-05-04', '2025-09-24'), 'information'));
    checkRule(RULE, marked(text.replace('2026-05-04', '2025'), 'information'));
    checkRule(RULE, marked(text.replace('2026-05-04', '2026-05-04?'), 'information'));
    checkRule(RULE, marked(withDocuments(document('statement'), 'DE-NW').replace('2026-05-04', '2015')));
    for (const land of ['DE-BW', 'DE-BE', 'DE-NI', ''])
      checkRule(RULE, marked(withDocuments(document('statement'), land), 'information'));
  });

  it('goes by the day of lodging first', () => {
    const lodged = (day: string) =>
      withDocuments(document('statement')).replace('  grounds', `  lodged: ${day}\n  grounds`);
    checkRule(RULE, marked(lodged('2025-09-01'), 'information'));
    checkRule(RULE, marked(lodged('2025-10')));
  });

  it('is silent where there is one, or a document may be one', () => {
    checkRule(RULE, withDocuments(document('identity') + document('curriculum-vitae', 'cv')));
    for (const kind of ['Lebenslauf', '"{{Art}}"', '']) checkRule(RULE, withDocuments(document(kind)));
    checkRule(RULE, withDocuments('  - id: d\n    title: Lebenslauf\n'));
    checkRule(RULE, withDocuments('  - Lebenslauf\n'));
    checkRule(RULE, `${germanCase(commissionClaim())}documents: ein Lebenslauf\n`);
  });

  it('speaks from the first lines of a file on, and is silent where its claim is not for the commission', () => {
    checkRule(RULE, germanCase('').replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ warning ${RULE}\n`));
    checkRule(RULE, withDocuments(document('statement')).replace('de.aufenthg.23a', 'de.aufenthg.25b'));
    const asked = `documents:\n^^^^^^^^^ warning ${RULE}\n`;
    for (const grounds of ['echr.8', 'de.gg.proportionality, crc.3', 'de.aufenthg.25b, de.aufenthg.23a'])
      checkRule(
        RULE,
        withDocuments(document('statement'))
          .replace('de.aufenthg.23a', grounds)
          .replace('documents:\n', asked),
      );
    checkRule(RULE, withDocuments(document('statement')).replace('jurisdiction: de', 'jurisdiction: nl'));
    checkRule(
      RULE,
      germanCase('circumstances: []\n').replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ warning ${RULE}\n`),
    );
  });

  it('inserts one, linked to what it speaks for', () => {
    const circumstances =
      'circumstances:\n  - {id: krank, kind: medical, title: Krank}\n  - {id: hier, kind: rooted, title: Hier}\n';
    const cv =
      'documents:\n  - id: dok-lebenslauf\n    kind: curriculum-vitae\n    title: Tabellarischer Lebenslauf von Ada\n';
    const claimed = commissionClaim('  circumstances: [krank, hier]\n');
    checkFix(
      RULE,
      'insert',
      germanCase(`${circumstances}${claimed}`),
      germanCase(`${circumstances}${claimed}${cv}    supports: [hier]\n`),
    );
    checkFix(RULE, 'insert', germanCase(commissionClaim()), germanCase(`${commissionClaim()}${cv}`));
  });

  it('keeps lists in brackets, four spaces and CRLF', () => {
    const text =
      'vangnet: 1\ncase:\n    id: t\n    title: T\n    jurisdiction: de\n    federalState: DE-NW\n    confidentiality: fictional\npersons:\n  - id: a\n    name: "{{Name}}"\n    role: applicant\ntimeline: [{id: er, date: 2020, kind: residence, title: Ankunft}]\ndocuments: [{id: d, kind: identity, title: Pass}]\n';
    const { result } = applyFix(text.replaceAll('\n', '\r\n'), RULE, 'insert');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(
      result,
      /\r\ndocuments: \[\{id: d, kind: identity, title: Pass\}, \{ ?id: dok-lebenslauf, kind: curriculum-vitae, title: ['"]?Tabellarischer Lebenslauf von \{\{Name\}\}['"]?, supports: \[ ?er ?\] ?\}\]\r\n/,
    );
  });

  it('has words for the Land', () => {
    const text = (land: string) => withDocuments(document('statement'), land);
    assert.equal(
      messageOf(RULE, text('DE-SH'), 'de'),
      'Ein tabellarischer Lebenslauf liegt noch nicht bei. In Schleswig-Holstein gehört er zum Antrag. Legen Sie ihn zu den Nachweisen.',
    );
    assert.match(messageOf(RULE, text('DE-NW'), 'de'), /und zwar ab Geburt\./);
    assert.match(messageOf(RULE, text('DE-BY'), 'nl'), /ga na hoe het in uw deelstaat is\./);
  });
});
