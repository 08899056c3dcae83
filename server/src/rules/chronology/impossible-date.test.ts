import assert from 'node:assert/strict';
import { analyse } from '../../pipeline/analysis.js';
import { analyseText, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'impossible-date';

describe('impossible-date', () => {
  it('names days and months that the calendar does not have', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline:
          - id: e1
            date: 2013-02-30
        #         ^^^^^^^^^^ error impossible-date
            title: x
          - id: e2
            from: "2013-13"
        #         ^^^^^^^^^ error impossible-date
            to: 2014-04-31~
        #       ^^^^^^^^^^^ error impossible-date
            title: x
          - {id: e3, date: 2013-00, title: x}
        #                  ^^^^^^^ error impossible-date
      `),
    );
  });

  it('looks wherever a date can stand', () => {
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
            kind: regular
            lodged: 2013-04-31
        #           ^^^^^^^^^^ error impossible-date
            remedies:
              - {id: r, kind: objection, lodged: 2013-01-01, decided: 2013-06-31}
        #                                                             ^^^^^^^^^^ error impossible-date
        circumstances:
          - {id: c, kind: rooted, title: x, since: 2019-02-29}
        #                                          ^^^^^^^^^^ error impossible-date
        claim:
          id: v
          kind: deferral
          lodged: 2019-09-31?
        #         ^^^^^^^^^^^ error impossible-date
        letters:
          - {id: l, from: {role: mayor}, status: planned, date: 2013-01-32}
        #                                                       ^^^^^^^^^^ error impossible-date
        documents:
          - {id: d, kind: other, title: x, date: 2013-01-00}
        #                                        ^^^^^^^^^^ error impossible-date
      `),
    );
    checkRule(
      RULE,
      dutchCase('').replace(
        'referenceDate: 2024-06-01\n',
        'referenceDate: 2024-06-31\n#                ^^^^^^^^^^ error impossible-date\n',
      ),
    );
  });

  it('leaves alone what exists, is no date at all, or is no date to the schema', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline:
          - {id: e1, date: 2012-02-29, title: 2013-02-30}
          - {id: e2, date: 04-13-2013, title: x}
          - {id: e3, date: "{{2013-02-30}}", title: x}
          - {id: e4, date: 2013, title: x}
          - {id: e5, date: 1986~, title: x}
        x-note: 2013-02-30
      `),
    );
  });

  it('says what helps', () => {
    const day = dutchCase('timeline:\n  - {id: e1, date: 2013-02-30, title: x}\n');
    assert.equal(
      messageOf(RULE, day, 'nl'),
      'Deze dag bestaat niet: 2013-02-30. Zo’n datum telt nergens in mee, ook niet in termijnen en leeftijden. Kijk de dag na, of schrijf alleen jaar en maand: 2013-02.',
    );
    assert.match(messageOf(RULE, day, 'en'), /^There is no such day: 2013-02-30\./);
    assert.match(
      messageOf(RULE, day, 'de'),
      /^Diesen Tag gibt es nicht: 2013-02-30\. .* nur Jahr und Monat: 2013-02\.$/,
    );
    const month = dutchCase('timeline:\n  - {id: e1, date: 2013-13, title: x}\n');
    assert.match(
      messageOf(RULE, month, 'nl'),
      /^Deze maand bestaat niet: 2013-13\. .* of alleen het jaar: 2013\.$/,
    );
  });

  it('speaks in other cases of whatever status and jurisdiction', () => {
    checkRule(
      RULE,
      `
      vangnet: 1
      case: {id: fall, title: x, jurisdiction: de, confidentiality: fictional, status: closed}
      persons:
        - {id: a, name: A, role: applicant, birthDate: 1990-02-30}
      #                                                ^^^^^^^^^^ error impossible-date
      `,
    );
  });

  it('still speaks after an edit elsewhere in the same section', () => {
    const text = dutchCase(
      'timeline:\n  - {id: e1, date: 2013-02-30, title: x}\n  - {id: e2, date: 2014, title: x}\n',
    );
    const first = analyseText(text);
    const next = analyse(text.replace('2014', '2015-13'), first.inputs, first);
    const found = next.findings
      .filter(({ rule }) => rule === RULE)
      .map(({ start, end }) => next.text.slice(start, end));
    assert.deepEqual(found, ['2013-02-30', '2015-13']);
  });
});
