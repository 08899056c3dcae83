import assert from 'node:assert/strict';
import { germanCase } from '../../testing/german-case.js';
import { checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'power-of-attorney-missing';
const represented = (fields = '', body = '') =>
  germanCase(body, { head: `  representative: {name: Beratung Beispiel, role: ngo${fields}}\n` });
const marked = (text: string) =>
  text.replace(/( {2}representative:.*\n)/, `$1# ^^^^^^^^^^^^^^ warning ${RULE}\n`);

describe(RULE, () => {
  it('speaks at the representative', () => {
    checkRule(RULE, marked(represented()));
    checkRule(RULE, marked(represented('', 'documents: []\n')));
    checkRule(RULE, marked(represented('', 'documents:\n  - {id: d, kind: identity, title: Pass}\n')));
  });

  it('is silent where it is named, or a document of that kind is there', () => {
    checkRule(RULE, represented(', powerOfAttorney: dok'));
    checkRule(RULE, represented('', 'documents:\n  - {id: d, kind: power-of-attorney, title: Vollmacht}\n'));
    checkRule(RULE, germanCase(''));
  });

  it('is silent where it may be there but can not be read', () => {
    for (const value of ['[dok]', '"{{Vollmacht}}"', 'Dok 1', ''])
      checkRule(RULE, represented(`, powerOfAttorney: ${value}`));
    for (const document of ['title: Vollmacht', 'kind: Vollmacht, title: V', 'kind: "{{Art}}", title: V'])
      checkRule(RULE, represented('', `documents:\n  - {id: d, ${document}}\n`));
    checkRule(RULE, represented('', 'documents:\n  - Vollmacht\n'));
    checkRule(RULE, represented('', 'documents: Vollmacht\n'));
    for (const value of ['"{{bevollmächtigte Person}}"', '{{bevollmächtigte Person}}', 'Beratung', ''])
      checkRule(RULE, germanCase('', { head: `  representative: ${value}\n` }));
  });

  it('is silent in Dutch cases', () => {
    checkRule(RULE, represented().replace('jurisdiction: de', 'jurisdiction: nl'));
  });

  it('inserts the document and names it', () => {
    checkFix(
      RULE,
      'insert',
      represented(),
      represented(
        ', powerOfAttorney: dok-vollmacht',
        'documents:\n  - id: dok-vollmacht\n    kind: power-of-attorney\n    title: Vollmacht für Beratung Beispiel\n',
      ),
    );
    const block = (link: string, document: string, id: string) =>
      germanCase(`documents:\n  - {id: ${id}, kind: identity, title: Pass}\n${document}`, {
        head: `  language: nl\n  representative:\n    name: M. Bakker\n    role: lawyer\n${link}`,
      });
    checkFix(
      RULE,
      'insert',
      block('', '', 'doc-machtiging'),
      block(
        '    powerOfAttorney: doc-machtiging-2\n',
        '  - id: doc-machtiging-2\n    kind: power-of-attorney\n    title: Machtiging voor M. Bakker\n',
        'doc-machtiging',
      ),
    );
  });

  it('has words, with the names', () => {
    assert.equal(
      messageOf(RULE, represented(), 'de'),
      'Für Beratung Beispiel liegt noch keine Vollmacht bei. Mit ihr ist klar, wer für Ada sprechen darf; in Baden-Württemberg können andere nur mit Vollmacht eine Eingabe machen. Legen Sie die Vollmacht bei und nennen Sie sie hier.',
    );
    assert.match(
      messageOf(RULE, represented().replace('name: Beratung Beispiel, ', ''), 'nl'),
      /^Er is nog geen machtiging voor de gemachtigde\./,
    );
  });
});
