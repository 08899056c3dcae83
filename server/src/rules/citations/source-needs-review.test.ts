import assert from 'node:assert/strict';
import { withSources } from '../../knowledge/sources.js';
import { analyseText, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'source-needs-review';
const on = (today: string, months?: number) => ({
  today,
  settings: {
    rules: { [RULE]: { severity: 'information' as const, ...(months ? { options: { months } } : {}) } },
  },
});

const citing = (cites: string): string =>
  dutchCase(`arguments:\n  - id: arg\n    title: T\n    text: T\n    cites: [${cites}]\n`);
const speaking = (source: string): string =>
  `${citing(source)}#           ${'^'.repeat(source.length)} information source-needs-review\n`;

/** The entries of the catalogue used here were compared on 2026-11-23. */
describe(RULE, () => {
  it('speaks more than twelve months after the entry was verified', () => {
    checkRule(RULE, citing('nl.awb.3-4-2'), on('2027-11-23'));
    checkRule(RULE, speaking('nl.awb.3-4-2'), on('2027-11-24'));
    checkRule(RULE, citing('nl.awb.3-4-2'), on('2027-11-24', 24));
    checkRule(RULE, speaking('nl.awb.3-4-2'), on('2027-02-24', 3));
  });

  it('is judged on today, whatever the reference date', () => {
    checkRule(RULE, speaking('nl.awb.3-4-2').replace('2024-06-01', '2020-06-01'), on('2028-01-01'));
    checkRule(RULE, citing('nl.awb.3-4-2').replace('2024-06-01', '2030-06-01'), on('2026-11-24'));
  });

  it('is off by default', () => {
    checkRule(RULE, citing('nl.awb.3-4-2'), { today: '2030-01-01' });
    const settings = { rules: { [RULE]: { options: { months: 1 } } } };
    checkRule(RULE, citing('nl.awb.3-4-2'), { today: '2030-01-01', settings });
  });

  it('is silent at what the catalogue does not hold, and at what was never compared', () => {
    checkRule(
      RULE,
      citing('"ECLI:NL:RVS:2022:285", "https://example.org", onzin, "{{bron}}"'),
      on('2030-01-01'),
    );
    const never = { id: 'nl.proef', jurisdiction: 'nl', kind: 'policy', confidence: 'recalled' } as const;
    withSources([never], () => checkRule(RULE, citing('nl.proef'), on('2030-01-01')));
  });

  it('speaks of a source once, at its first place, grounds included', () => {
    const text = dutchCase(`claim:
  id: v
  kind: deferral
  grounds: [echr.8]
#           ^^^^^^ information source-needs-review
arguments:
  - {id: a1, title: T, text: T, cites: [echr.8]}
  - {id: a2, title: T, text: T, cites: [echr.8, crc.3]}
#                                               ^^^^^ information source-needs-review
`);
    const analysis = checkRule(RULE, text, on('2028-01-01'));
    const [first] = analysis.findings.filter(({ rule }) => rule === RULE);
    assert.equal(first?.related?.length, 2);
  });

  it('has words', () => {
    const text = citing('nl.awb.3-4-2');
    assert.equal(
      messageOf(RULE, text, 'nl', on('2028-01-01')),
      'De bron ‘nl.awb.3-4-2’ is op 23 november 2026 voor het laatst nagekeken. Sindsdien kan het recht zijn veranderd. Lees haar na voordat het verzoek weggaat.',
    );
    assert.match(messageOf(RULE, text, 'en', on('2028-01-01')), /was last checked on 23 November 2026\./);
    assert.match(
      messageOf(RULE, text, 'de', on('2028-01-01')),
      /wurde zuletzt am 23\. November 2026 geprüft\./,
    );
    assert.deepEqual(
      analyseText(text, on('2028-01-01'))
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes(),
      [],
    );
  });
});
