import assert from 'node:assert/strict';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { applyEdits } from './draft.js';
import { silenceEdit } from './silence.js';

/** Silences the first finding of the rule and expects it gone, and nothing new. */
function silenced(text: string, rule: string): string {
  const analysis = analyseText(text);
  const finding = analysis.findings.find((candidate) => candidate.rule === rule);
  assert.ok(finding, `${rule} does not speak`);
  const result = applyEdits(text, [silenceEdit(analysis.document, rule, finding.start, 'nl')]);
  const before = analysis.findings.map((f) => f.rule);
  const after = analyseText(result).findings.map((f) => f.rule);
  before.splice(before.indexOf(rule), 1);
  assert.deepEqual(after, before);
  return result;
}

describe('silencing a finding', () => {
  it('puts the comment above the field, indented like it', () => {
    const text = dutchCase('claim:\n  id: v\n  kind: deferral\n  scope: first-procedure\n');
    assert.match(
      silenced(text, 'first-procedure-only'),
      /\n {2}# vangnet-ignore first-procedure-only: nog toe te lichten\n {2}scope: first-procedure\n/,
    );
  });

  it('puts it above the section at whose key the finding stands, with CRLF', () => {
    const text = dutchCase('claim:\n  id: v\n  kind: deferral\n').replaceAll('\n', '\r\n');
    assert.match(
      silenced(text, 'supporting-letters-missing'),
      /\r\n# vangnet-ignore supporting-letters-missing: nog toe te lichten\r\nclaim:\r\n/,
    );
  });

  it('never puts it inside a text or brackets of several lines', () => {
    const text = dutchCase(
      'claim:\n  id: v\n  kind: deferral\n  scope: any-time\n  request: >-\n    Een tekst\n    met {{een gat}}.\n',
    );
    assert.match(
      silenced(text, 'unfilled-placeholder'),
      /\n {2}# vangnet-ignore unfilled-placeholder: nog toe te lichten\n {2}request: >-\n/,
    );
  });
});
