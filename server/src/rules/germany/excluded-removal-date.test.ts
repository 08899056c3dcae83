import assert from 'node:assert/strict';
import { say } from '../../core/words/words.js';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { analyseText, applyFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'excluded-removal-date';
const circumstance = 'circumstances:\n  - id: um\n    kind: rooted\n    title: Sechs Jahre hier\n';
const answered = (answer: string, fields = '') =>
  germanCase(`${circumstance}${commissionClaim(`${fields}  conditions:\n    removalDateSet: ${answer}\n`)}`);
const marked = (text: string) => `${text}#                   ^^^^ warning ${RULE}\n`;

describe(RULE, () => {
  it('speaks at the answer yes', () => {
    checkRule(RULE, marked(answered('true')));
  });

  it('is silent at no, at what can not be read, and where nothing stands', () => {
    for (const answer of ['false', 'ja', '"{{ja oder nein}}"', '']) checkRule(RULE, answered(answer));
    checkRule(RULE, germanCase(commissionClaim()));
    checkRule(RULE, germanCase(''));
  });

  it('speaks whatever the grounds of the claim', () => {
    for (const grounds of ['[de.aufenthg.25-5, echr.8]', '[de.aufenthg.25-5, de.aufenthg.23a]', '[]'])
      checkRule(RULE, marked(answered('true').replace('[de.aufenthg.23a]', grounds)));
    checkRule(RULE, marked(answered('true').replace(/ {2}grounds: .*\n/, '')));
  });

  it('holds from October 2015', () => {
    checkRule(RULE, answered('true', '  lodged: 2015-09-30\n'));
    checkRule(RULE, marked(answered('true', '  lodged: 2015-10-01\n')));
    checkRule(RULE, marked(answered('true', '  lodged: 2015\n')));
    checkRule(RULE, marked(answered('true', '  lodged: 2014?\n')));
    checkRule(RULE, answered('true').replace('2026-05-04', '2012-01-01'));
  });

  it('is silent in Dutch and in closed cases', () => {
    checkRule(RULE, answered('true').replace('jurisdiction: de', 'jurisdiction: nl'));
    checkRule(RULE, answered('true').replace('title: Test\n', 'title: Test\n  status: closed\n'));
  });

  it('offers the argument that helps, once', () => {
    const { result, fix } = applyFix(answered('true'), RULE, 'insert-argument');
    assert.ok(fix.onlyHelps);
    assert.equal(
      say(fix.title, 'de'),
      'Argument zur Verhältnismäßigkeit einfügen (hilft, behebt dies aber nicht)',
    );
    assert.match(
      result,
      /\narguments:\n {2}- id: arg-haertefall-verhaeltnismaessigkeit\n {4}snippet: haertefall-verhaeltnismaessigkeit\n[\s\S]*supports: \[um\]\n/,
    );
    const again = analyseText(result).findings.find(({ rule }) => rule === RULE);
    assert.deepEqual(again?.fixes(), []);
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, answered('true'), 'de'),
      'Der Termin für die Abschiebung steht schon fest. Das schließt einen Härtefall nach § 23a AufenthG in der Regel aus. Klären Sie rasch, ob der Termin noch gilt, und begründen Sie, warum dieser Fall eine Ausnahme ist.',
    );
    assert.match(messageOf(RULE, answered('true'), 'nl'), /^De datum van uitzetting staat al vast\./);
  });
});
