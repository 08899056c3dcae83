import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { applyFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'excluded-serious-offence';
const answered = (answer: string) =>
  germanCase(commissionClaim(`  conditions:\n    seriousOffences: ${answer}\n`));
const marked = (text: string) => `${text}#                    ^^^^ warning ${RULE}\n`;

const WIDE = `vangnet: 1
case:
    id: test
    title: Test
    jurisdiction: de
    federalState: DE-SH
    confidentiality: fictional
persons:
    -   id: a
        name: Ada
        role: applicant
claim:
    id: antrag
    kind: residence-on-hardship
    grounds: [de.aufenthg.23a]
    conditions:
        seriousOffences: true
`;

describe(RULE, () => {
  it('speaks at the answer yes, in any Land and on any day', () => {
    checkRule(RULE, marked(answered('true')));
    checkRule(RULE, marked(answered('true').replace('DE-SH', 'DE-BY').replace('2026-05-04', '2012-01-01')));
  });

  it('is silent at no, at what can not be read, and where nothing stands', () => {
    for (const answer of ['false', 'ja', '"{{ja oder nein}}"', '']) checkRule(RULE, answered(answer));
    checkRule(RULE, germanCase(commissionClaim()));
  });

  it('speaks whatever the grounds of the claim, and not in Dutch cases', () => {
    checkRule(RULE, marked(answered('true')).replace('de.aufenthg.23a', 'de.aufenthg.25b'));
    checkRule(RULE, marked(answered('true')).replace('de.aufenthg.23a', 'echr.8'));
    checkRule(RULE, answered('true').replace('jurisdiction: de', 'jurisdiction: nl'));
  });

  it('offers the argument that helps, in a file without circumstances too, and keeps CRLF and four spaces', () => {
    const { result } = applyFix(answered('true'), RULE, 'insert-argument');
    assert.match(result, /snippet: haertefall-verhaeltnismaessigkeit/);
    const { result: wide } = applyFix(WIDE.replaceAll('\n', '\r\n'), RULE, 'insert-argument');
    assert.doesNotMatch(wide.replaceAll('\r\n', ''), /\n/);
    assert.match(wide, /\r\narguments:\r\n {4}- {3}id: arg-/);
  });

  it('has words', () => {
    assert.match(
      messageOf(RULE, answered('true'), 'de'),
      /^Hier sind Straftaten von erheblichem Gewicht angegeben\. Sie schließen einen Härtefall nach § 23a AufenthG in der Regel aus\./,
    );
    assert.match(messageOf(RULE, answered('true'), 'en'), /As a rule they exclude/);
  });
});
