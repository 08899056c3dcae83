import assert from 'node:assert/strict';
import {
  analyseText,
  applyFix,
  checkFix,
  checkRule,
  dedent,
  dutchCase,
  messageOf,
} from '../../testing/marked.js';

const RULE = 'timeline-out-of-order';
const timeline = (...dates: string[]): string =>
  dutchCase(
    `timeline:\n${dates.map((date, n) => `  - {id: e${n}, ${date.includes(':') ? date : `date: ${date}`}, title: x}\n`).join('')}`,
  );

describe('timeline-out-of-order', () => {
  it('names the event that stands below a later one', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline:
          - {id: e1, date: 2015, title: x}
          - id: e2
            date: 2013-08
        #         ^^^^^^^ hint timeline-out-of-order
            title: x
          - {id: e3, from: 2016, to: 2020, title: x}
          - {id: e4, from: 2014-09, to: 2014-12, title: x}
        #                  ^^^^^^^ hint timeline-out-of-order
      `),
    );
  });

  it('names a place where the order breaks once, not everything below it', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline:
          - {id: e1, date: 2019, title: x}
          - {id: e2, date: 2001, title: x}
        #                  ^^^^ hint timeline-out-of-order
          - {id: e3, date: 2002, title: x}
          - {id: e4, date: 2003, title: x}
          - {id: e5, date: 2000, title: x}
        #                  ^^^^ hint timeline-out-of-order
      `),
    );
  });

  it('is silent where dates may overlap or can’t be compared', () => {
    checkRule(RULE, timeline('2013-05-04', '2013', '2013-05', '2013-05-04'));
    checkRule(RULE, timeline('2014-01-01', '2013~'));
    checkRule(RULE, timeline('2014', '2013?'));
    checkRule(RULE, timeline('2014?', '2013'));
    checkRule(RULE, timeline('2014', '2013-02-30'));
    checkRule(RULE, timeline('2014', '4-5-2013'));
    checkRule(RULE, timeline('from: 2004, to: 2007', 'from: 2006, to: 2008'));
  });

  it('looks past a date that can’t be compared', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline:
          - {id: e1, date: 2015, title: x}
          - {id: e2, date: 2014?, title: x}
          - {id: e3, date: 2013, title: x}
        #                  ^^^^ hint timeline-out-of-order
      `),
    );
  });

  it('sorts, comments and blank lines kept', () => {
    checkFix(
      RULE,
      'sort',
      dutchCase(`
        timeline:
          # oldest first

          # b
          - id: b
            date: 2015
            title: B # of b

          # about c
          - id: c
            date: 2013-08
            title: C
            # still c

          - id: unknown
            date: 2010?
            title: stays behind c

          - id: a
            date: 2003
            title: A
        claim: {id: v, kind: deferral}
      `),
      dutchCase(`
        timeline:
          # oldest first

          - id: a
            date: 2003
            title: A

          # about c
          - id: c
            date: 2013-08
            title: C
            # still c

          - id: unknown
            date: 2010?
            title: stays behind c

          # b
          - id: b
            date: 2015
            title: B # of b
        claim: {id: v, kind: deferral}
      `),
    );
  });

  it('moves only what must move', () => {
    checkFix(
      RULE,
      'sort',
      timeline('2013-05-04', '2013', '2012'),
      dutchCase(`
      timeline:
        - {id: e2, date: 2012, title: x}
        - {id: e0, date: 2013-05-04, title: x}
        - {id: e1, date: 2013, title: x}
    `),
    );
  });

  it('leaves nothing to say', () => {
    for (const dates of [
      ['2015', '2013', '2014', '2001?', '1999', '2014-05'],
      ['2019', '2018', '2017', '2016'],
      ['2010-06', '2010', '2010-03', '2009~', '2008'],
    ]) {
      const { result } = applyFix(timeline(...dates), RULE, 'sort');
      assert.equal(analyseText(result).findings.filter(({ rule }) => rule === RULE).length, 0, result);
    }
  });

  it('offers no sorting where it might change what is meant', () => {
    const texts = [
      dutchCase(`
        timeline: [{id: e1, date: 2015, title: x}, {id: e2, date: 2013, title: x}]
      `),
      dutchCase(`
        timeline:
          - {id: e1, date: 2015, title: x, persons: &who [a]}
          - {id: e2, date: 2013, title: x, persons: *who}
      `),
      dutchCase(`
        timeline:
          - {id: e1, date: 2015, title: x}
          - id: e2
            date: 2013
            title: x
            description: |+
              text

        claim: {id: v, kind: deferral}
      `),
    ];
    for (const text of texts) {
      const found = analyseText(dedent(text)).findings.find(({ rule }) => rule === RULE);
      assert.deepEqual(found?.fixes(), []);
    }
  });

  it('points at the later event', () => {
    const analysis = analyseText(timeline('2015', '2013-08'));
    const related = analysis.findings.find(({ rule }) => rule === RULE)?.related?.[0]?.at;
    assert.equal(
      related && analysis.text.slice(analysis.document.startOf(related), analysis.document.endOf(related)),
      '2015',
    );
  });

  it('has words', () => {
    const text = timeline('2015', '2013-08');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Deze gebeurtenis (augustus 2013) staat onder een latere (2015). Een tijdlijn van oud naar nieuw leest makkelijker en laat zien waar iets ontbreekt. Zet de gebeurtenissen op volgorde.',
    );
    assert.match(
      messageOf(RULE, text, 'en'),
      /^This event \(August 2013\) stands below a later one \(2015\)\./,
    );
    assert.match(
      messageOf(RULE, text, 'de'),
      /^Dieses Ereignis \(August 2013\) steht unter einem späteren \(2015\)\./,
    );
  });
});
