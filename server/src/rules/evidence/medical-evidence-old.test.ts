import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'medical-evidence-old';

/** The reference date is 2024-06-01. */
const dated = (date: string, rest = '') =>
  dutchCase(
    `circumstances:\n  - {id: circ, kind: medical, title: Hartziekte}\nletters:\n  - id: brief\n    from: {role: physician}\n    status: signed\n    date: ${date}\n    supports: [circ]\n${rest}`,
  );
const marked = (date: string, rest = '') =>
  dated(date, rest).replace(
    `date: ${date}\n`,
    `date: ${date}\n#         ${'^'.repeat(date.length)} information medical-evidence-old\n`,
  );

describe(RULE, () => {
  it('speaks of a date that is certainly over twelve months before the reference date', () => {
    checkRule(RULE, marked('2023-05-31'));
    checkRule(RULE, dated('2023-06-01'));
    checkRule(RULE, marked('2022'));
    checkRule(RULE, marked('2023-05'));
    checkRule(RULE, dated('2023'));
    checkRule(RULE, marked('2023-04~'));
    checkRule(RULE, dated('2023-05~'));
    checkRule(RULE, dated('2025-01-01'));
  });

  it('is silent where a date is uncertain, missing or unreadable', () => {
    for (const date of ['2019?', '2019-02-30', '"{{datum}}"', '01-02-2019']) checkRule(RULE, dated(date));
    checkRule(RULE, dated('2019').replace('    date: 2019\n', ''));
    checkRule(RULE, dated('2019').replace('2024-06-01', '2024-06-01?'));
  });

  it('takes the newest piece; one without date may be newer', () => {
    const document = (date: string, kind = 'medical') =>
      `documents:\n  - {id: doc, kind: ${kind}, title: D${date}, supports: [circ]}\n`;
    checkRule(RULE, dated('2019', document(', date: 2024-01')));
    checkRule(RULE, marked('2019', document(', date: 2018')));
    checkRule(RULE, dated('2019', document('')));
    checkRule(RULE, marked('2019', document(', date: 2024-01', 'official')));
    checkRule(RULE, dated('2019', document(', date: 2018', 'offical')));
    checkRule(
      RULE,
      dated('2019', '  - {id: b2, from: {role: mental-health}, status: planned, supports: [circ]}\n'),
    );
    checkRule(
      RULE,
      marked('2019', '  - {id: b2, from: {role: mental-health}, status: refused, supports: [circ]}\n'),
    );
    checkRule(RULE, marked('2019', '  - {id: b2, from: {role: family}, status: signed, supports: [circ]}\n'));
  });

  it('is silent about other circumstances and unreadable links', () => {
    checkRule(RULE, dated('2019').replace('kind: medical', 'kind: dependency'));
    checkRule(RULE, marked('2019').replace('kind: medical', 'kind: psychological'));
    checkRule(
      RULE,
      dated('2019', '  - {id: b2, from: {role: physician}, status: signed, date: 2024, supports: [cirk]}\n'),
    );
    checkRule(RULE, dated('2019', 'documents: volgen\n'));
  });

  it('takes the number of months from the configuration', () => {
    const settings = { rules: { [RULE]: { options: { months: 24 } } } };
    checkRule(RULE, dated('2022-06-01'), { settings });
    checkRule(RULE, marked('2022-05-31'), { settings });
    checkRule(RULE, dated('2019'), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('speaks once of a piece for two circumstances, also where letters are missing', () => {
    checkRule(
      RULE,
      marked('2019')
        .replace('circumstances:\n', 'circumstances:\n  - {id: c2, kind: psychological, title: Angst}\n')
        .replace('[circ]', '[circ, c2]'),
    );
    checkRule(
      RULE,
      dutchCase(
        'circumstances:\n  - {id: circ, kind: medical, title: Hartziekte}\ndocuments:\n  - id: doc\n    kind: medical\n    title: D\n    date: 2019\n#         ^^^^ information medical-evidence-old\n    supports: [circ]\n',
      ),
    );
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, dated('2022-03-02'), 'nl'),
      'Het nieuwste medische stuk bij ‘Hartziekte’ is van 2 maart 2022. Dat is meer dan 12 maanden vóór de peildatum, en gezondheid kan intussen veranderd zijn. Vraag om recente feiten.',
    );
    assert.match(
      messageOf(RULE, dated('2022-03-02'), 'en'),
      /is dated 2 March 2022\. That is over 12 months before/,
    );
    assert.match(
      messageOf(RULE, dated('2022-03-02'), 'de'),
      /„Hartziekte“ \(2\. März 2022\) ist nicht mehr aktuell\. Er liegt mehr als 12 Monate vor/,
    );
  });
});
