import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'date-after-reference';
/** The reference date of dutchCase is 2024-06-01. */
const event = (date: string): string => dutchCase(`timeline:\n  - {id: e, date: ${date}, title: x}\n`);

describe('date-after-reference', () => {
  it('names everything that is said to have happened later', () => {
    checkRule(
      RULE,
      dutchCase(`
          - id: b
            name: Ben
            role: child
            birthDate: 2025
        #              ^^^^ warning date-after-reference
            arrivalDate: 2024-06-02
        #                ^^^^^^^^^^ warning date-after-reference
            deathDate: 2024-07
        #              ^^^^^^^ warning date-after-reference
        timeline:
          - id: e1
            date: 2032-05
        #         ^^^^^^^ warning date-after-reference
            title: x
          - id: e2
            from: 2020
            to: 2026
        #       ^^^^ warning date-after-reference
            title: x
        procedures:
          - id: p
            kind: regular
            lodged: 2024-05-01
            decided: 2024-08
        #            ^^^^^^^ warning date-after-reference
            remedies:
              - {id: r, kind: objection, lodged: 2024-09, outcome: pending}
        #                                        ^^^^^^^ warning date-after-reference
        circumstances:
          - {id: c, kind: rooted, title: x, since: 2025, until: 2026}
        #                                          ^^^^ warning date-after-reference
        #                                                       ^^^^ warning date-after-reference
        claim:
          id: v
          kind: deferral
          lodged: 2024-06-03
        #         ^^^^^^^^^^ warning date-after-reference
        letters:
          - {id: l, from: {role: mayor}, status: signed, date: 2024-12-01}
        #                                                      ^^^^^^^^^^ warning date-after-reference
        documents:
          - {id: d, kind: other, title: x, date: 2027}
        #                                        ^^^^ warning date-after-reference
      `),
    );
  });

  it('is silent on the day itself, on what may be earlier, and on what is uncertain', () => {
    for (const date of [
      '2024-06-01',
      '2024-06',
      '2024',
      '2024-06-02~',
      '2024-07~',
      '2025~',
      '2032?',
      '2024-02-31',
    ])
      checkRule(RULE, event(date));
    checkRule(RULE, event('2032').replace('referenceDate: 2024-06-01', 'referenceDate: 2024?'));
    checkRule(RULE, event('2032').replace('referenceDate: 2024-06-01', 'referenceDate: 1-6-2024'));
    checkRule(RULE, event('2024-12-31').replace('referenceDate: 2024-06-01', 'referenceDate: 2024'));
  });

  it('leaves letters aside that are still to come', () => {
    for (const status of ['planned', 'requested', '"{{status}}"']) {
      checkRule(
        RULE,
        dutchCase(`letters:\n  - {id: l, from: {role: mayor}, status: ${status}, date: 2025}\n`),
      );
    }
  });

  it('takes today where the file names no reference date', () => {
    const text = (date: string) => event(date).replace('  referenceDate: 2024-06-01\n', '');
    checkRule(RULE, text('2026-11-24'), { today: '2026-11-24' });
    assert.match(
      messageOf(RULE, text('2026-11-25'), 'nl', { today: '2026-11-24' }),
      /^Deze datum \(25 november 2026\) ligt in de toekomst\./,
    );
    assert.match(
      messageOf(RULE, text('2026-11-25'), 'en', { today: '2026-11-24' }),
      /^This date \(25 November 2026\) lies in the future\./,
    );
    assert.match(
      messageOf(RULE, text('2026-11-25'), 'de', { today: '2026-11-24' }),
      /^Dieses Datum \(25\. November 2026\) liegt in der Zukunft\./,
    );
  });

  it('points at the reference date', () => {
    const analysis = checkRule(
      RULE,
      event('2032-05').replace(/$/, '#                 ^^^^^^^ warning date-after-reference\n'),
    );
    const [finding] = analysis.findings.filter(({ rule }) => rule === RULE);
    const related = finding?.related?.[0]?.at;
    assert.equal(
      related && analysis.text.slice(analysis.document.startOf(related), analysis.document.endOf(related)),
      '2024-06-01',
    );
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, event('2032-05'), 'nl'),
      'Deze datum (mei 2032) ligt na de peildatum (1 juni 2024). Wat hier staat, was toen nog niet gebeurd. Kijk de datum na, of zet de peildatum later.',
    );
    assert.match(
      messageOf(RULE, event('2032-05'), 'en'),
      /^This date \(May 2032\) lies after the reference date \(1 June 2024\)\./,
    );
    assert.match(
      messageOf(RULE, event('2032-05'), 'de'),
      /^Dieses Datum \(Mai 2032\) liegt nach dem Stichtag \(1\. Juni 2024\)\./,
    );
  });
});
