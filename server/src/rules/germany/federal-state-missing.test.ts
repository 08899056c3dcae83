import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { germanCase } from '../../testing/german-case.js';
import { analyseText, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'federal-state-missing';
const MISSING = germanCase('', { land: '' });

describe(RULE, () => {
  it('speaks at the case', () => {
    checkRule(RULE, MISSING.replace('case:\n', `case:\n^^^^ error ${RULE}\n`));
  });

  it('is silent where a Land is named, readable or not', () => {
    for (const land of ['DE-SH', 'DE-XX', 'Bayern', '"{{Land}}"', '{{Land}}', '[DE-SH]', '~'])
      checkRule(RULE, germanCase('', { land }));
    checkRule(RULE, MISSING.replace('  id: test\n', '  id: test\n  federalState:\n'));
  });

  it('is silent in Dutch and closed cases, and where the jurisdiction is not known', () => {
    checkRule(RULE, MISSING.replace('jurisdiction: de', 'jurisdiction: nl'));
    checkRule(RULE, MISSING.replace('jurisdiction: de', 'jurisdiction: deutsch'));
    checkRule(RULE, germanCase('', { land: '', head: '  status: closed\n' }));
  });

  it('offers all sixteen Länder by their names', () => {
    const fixes = analyseText(MISSING)
      .findings.find(({ rule }) => rule === RULE)!
      .fixes();
    assert.equal(fixes.length, 16);
    assert.ok(fixes.every(({ preferred, safe }) => !preferred && !safe));
    const titles = (language: 'nl' | 'en' | 'de') => fixes.map(({ title }) => say(title, language));
    assert.equal(titles('de')[1], 'Bundesland einfügen: Bayern');
    assert.ok(titles('nl').includes('Deelstaat invoegen: Sleeswijk-Holstein'));
    assert.ok(titles('en').includes('Insert the Land: North Rhine-Westphalia'));
  });

  it('puts the one chosen where it belongs, in lines and in braces', () => {
    checkFix(
      RULE,
      'choose-DE-HH',
      MISSING.replace('persons:', '  office: Beratung\npersons:'),
      MISSING.replace('persons:', '  federalState: DE-HH\n  office: Beratung\npersons:'),
    );
    const flow = (land: string) =>
      `vangnet: 1\ncase: {id: t, title: T, jurisdiction: de, confidentiality: fictional${land}}\npersons: [{id: a, name: Ada, role: applicant}]\n`;
    checkFix(RULE, 'choose-DE-SH', flow(''), flow(', federalState: DE-SH'));
  });

  it('has words', () => {
    assert.match(
      messageOf(RULE, MISSING, 'de'),
      /^Hier steht noch nicht, welches Bundesland zuständig ist\./,
    );
    assert.match(messageOf(RULE, MISSING, 'nl'), /^Hier staat nog niet welke Duitse deelstaat/);
  });
});
