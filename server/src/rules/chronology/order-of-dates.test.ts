import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'order-of-dates';

describe('order-of-dates', () => {
  it('compares a decision with its application', () => {
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
            kind: regular
            lodged: 2013-05-01
            decided: 2012-05-01
        #            ^^^^^^^^^^ error order-of-dates
            remedies:
              - {id: r, kind: objection, lodged: 2014-03, decided: 2013}
        #                                                          ^^^^ error order-of-dates
      `),
    );
  });

  it('does not compare a remedy with the decision that it attacks', () => {
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - id: p
            kind: regular
            lodged: 2013
            decided: 2015
            outcome: rejected
            remedies: [{id: r, kind: objection, lodged: 2014, decided: 2016, outcome: rejected}]
      `),
    );
  });

  it('compares ends with beginnings', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline:
          - {id: e, from: 2014, to: 2013-12, title: x}
        #                           ^^^^^^^ error order-of-dates
        circumstances:
          - {id: c, kind: rooted, title: x, since: 2014, until: 2013}
        #                                                       ^^^^ error order-of-dates
      `),
    );
  });

  it('compares arrival and death with birth', () => {
    checkRule(
      RULE,
      dutchCase(`
          - id: b
            name: Ben
            role: child
            birthDate: 2010-03
            arrivalDate: 2009
        #                ^^^^ error order-of-dates
            deathDate: 2010-02-28
        #              ^^^^^^^^^^ error order-of-dates
      `),
    );
  });

  it('is silent where the dates leave doubt', () => {
    const pairs = [
      ['2013', '2013-01-01'],
      ['2013-05-01', '2013'],
      ['2013-05-01', '2013-05'],
      ['2013-05-01', '2013-05-01'],
      ['2013-05-02', '2013-05-01~'],
      ['2013~', '2012'],
      ['2013', '2012?'],
      ['2013?', '2001'],
      ['2013-05-01', '2012-02-30'],
      ['2013-05-01', '1 mei 2012'],
    ];
    for (const [lodged, decided] of pairs) {
      checkRule(
        RULE,
        dutchCase(
          `procedures:\n  - {id: p, kind: regular, lodged: ${lodged}, decided: ${decided}, outcome: rejected}\n`,
        ),
      );
    }
  });

  describe('events and births', () => {
    const family = (event: string) =>
      dutchCase(`
          - {id: b, name: Ben, role: child, birthDate: 2010-05}
          - {id: c, name: Cis, role: child, birthDate: 2012}
          - {id: d, name: Dik, role: other}
        timeline:
          - ${event}
      `);

    it('names an event before the birth of everyone in it', () => {
      checkRule(
        RULE,
        family('{id: e, date: 2009, title: x, persons: [b, c]}').replace(
          /$/,
          '#                 ^^^^ error order-of-dates\n',
        ),
      );
      checkRule(
        RULE,
        family('{id: e, from: 2001, to: 2009, title: x, persons: [b]}').replace(
          /$/,
          '#                           ^^^^ error order-of-dates\n',
        ),
      );
    });

    it('is silent where somebody may have lived', () => {
      const events = [
        '{id: e, date: 2011, title: x, persons: [b, c]}',
        '{id: e, date: 2010, title: x, persons: [b]}',
        '{id: e, date: 2009, title: x, persons: [b, d]}',
        '{id: e, date: 2009, title: x, persons: [b, z]}',
        '{id: e, date: 2009, title: x, persons: []}',
        '{id: e, date: 2009, title: x}',
        '{id: e, date: 2009?, title: x, persons: [b]}',
        '{id: e, from: 2001, title: x, persons: [b]}',
        '{id: e, date: 2002, from: 2001, title: x, persons: [b]}',
        '{id: e, from: 2001, to: 2011, title: x, persons: [b]}',
      ];
      for (const event of events) checkRule(RULE, family(event));
    });

    it('has words', () => {
      const text = family('{id: e, date: 2009, title: x, persons: [b, c]}');
      assert.equal(
        messageOf(RULE, text, 'nl'),
        'Deze gebeurtenis (2009) ligt vóór de geboorte van Ben en Cis. Kloppen de datums, en gaat dit over deze personen?',
      );
      assert.match(
        messageOf(RULE, text, 'en'),
        /^This event \(2009\) lies before the birth of Ben and Cis\./,
      );
      assert.match(
        messageOf(RULE, text, 'de'),
        /^Dieses Ereignis \(2009\) liegt zeitlich vor der Geburt von Ben und Cis\./,
      );
    });
  });

  describe('procedures and deaths', () => {
    const dead = (procedure: string, death = '2018-03-01') =>
      dutchCase(`
          - {id: b, name: Ben, role: co-applicant, deathDate: 2019}
          - {id: c, name: Cis, role: parent, deathDate: 2019}
        procedures:
          - ${procedure}
      `).replace('arrivalDate: 2015', `deathDate: ${death}`);

    it('names a procedure that began after the death of everyone whose it is', () => {
      checkRule(
        RULE,
        dead('{id: p, kind: regular, lodged: 2020, persons: [b]}').replace(
          /$/,
          '#                                  ^^^^ error order-of-dates\n',
        ),
      );
      // Left out, `persons` means every applicant and co-applicant.
      checkRule(
        RULE,
        dead('{id: p, kind: regular, lodged: 2020}').replace(
          /$/,
          '#                                  ^^^^ error order-of-dates\n',
        ),
      );
    });

    it('is silent where somebody lived, or may have', () => {
      checkRule(RULE, dead('{id: p, kind: regular, lodged: 2018-06, persons: [a, b]}'));
      checkRule(RULE, dead('{id: p, kind: regular, lodged: 2018-06}'));
      checkRule(RULE, dead('{id: p, kind: regular, lodged: 2019, persons: [b]}'));
      checkRule(RULE, dead('{id: p, kind: regular, lodged: 2020, persons: [b, z]}'));
      checkRule(RULE, dead('{id: p, kind: regular, lodged: 2020, persons: b}'));
      checkRule(RULE, dead('{id: p, kind: regular, lodged: 2020, person: [c]}'));
      checkRule(RULE, dead('{id: p, kind: regular, lodged: 2020}', '2018?'));
      checkRule(RULE, dead('{id: p, kind: regular, lodged: 2020}').replace('role: parent', 'role: parnet'));
    });

    it('has words', () => {
      const text = dead('{id: p, kind: regular, lodged: 2020-05-01, persons: [b]}');
      assert.match(
        messageOf(RULE, text, 'nl'),
        /^Deze procedure \(1 mei 2020\) begon pas na het overlijden van Ben\./,
      );
      assert.match(
        messageOf(RULE, text, 'en'),
        /^This procedure \(1 May 2020\) began only after the death of Ben\./,
      );
      assert.match(
        messageOf(RULE, text, 'de'),
        /^Dieses Verfahren \(1\. Mai 2020\) begann erst nach dem Tod von Ben\./,
      );
    });
  });

  it('points at the other date', () => {
    const analysis = checkRule(
      RULE,
      dutchCase(`
        timeline:
          - {id: e, from: 2014-05, to: 2013-12, title: x}
        #                              ^^^^^^^ error order-of-dates
      `),
    );
    const related = analysis.findings.find(({ rule }) => rule === RULE)?.related?.[0]?.at;
    assert.equal(
      related && analysis.text.slice(analysis.document.startOf(related), analysis.document.endOf(related)),
      '2014-05',
    );
  });

  it('has the agreed words', () => {
    const text = dutchCase(
      'procedures:\n  - {id: p, kind: regular, lodged: 2013-05-01, decided: 2012-05-01}\n',
    );
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Het besluit (1 mei 2012) ligt vóór de aanvraag (1 mei 2013). Kloppen beide datums?',
    );
    assert.equal(
      messageOf(RULE, text, 'en'),
      'The decision (1 May 2012) lies before the application (1 May 2013). Are both dates right?',
    );
    assert.equal(
      messageOf(RULE, text, 'de'),
      'Der Bescheid (1. Mai 2012) liegt zeitlich vor dem Antrag (1. Mai 2013). Stimmen beide Datumsangaben?',
    );
  });

  it('still speaks of one part when another can’t be read', () => {
    checkRule(
      RULE,
      dutchCase(`
        timeline: none
        circumstances:
          - {id: c, kind: rooted, title: x, since: 2014, until: 2013}
        #                                                       ^^^^ error order-of-dates
      `),
    );
  });
});
