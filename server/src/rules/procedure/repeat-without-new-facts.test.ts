import assert from 'node:assert/strict';
import { applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'repeat-without-new-facts';

interface Parts {
  readonly facts?: string;
  readonly kind?: string;
  readonly lodged?: string;
  readonly persons?: string;
  readonly refused?: string;
  readonly remedies?: string;
  readonly more?: string;
}

/** A first procedure refused on 1 February 2016 and a repeat application of 2018. */
const repeat = ({
  facts = '',
  kind = 'repeat-regular',
  lodged = '2018-03-01',
  persons = '',
  refused = '2016-02-01\n    outcome: rejected',
  remedies = '',
  more = '',
}: Parts = {}): string =>
  dutchCase(`timeline:
  - id: ev-oud
    date: 2015-05
    title: Eerder
  - id: ev-periode
    from: 2014
    to: 2015
    title: Een tijd lang
  - id: ev-loopt
    from: 2014
    title: Nog steeds
procedures:
  - id: eerste
    kind: regular
    lodged: 2015-02-01
    decided: ${refused}
${remedies}  - id: opnieuw
    kind: ${kind}
${persons}    lodged: ${lodged}
${facts}circumstances:
  - id: circ-oud
    kind: medical
    title: Ziek
    since: 2014
  - id: circ-nieuw
    kind: medical
    title: Zieker
    since: 2017-01
  - id: circ-later
    kind: other
    title: Later
    since: 2022
  - id: circ-ooit
    kind: other
    title: Ooit
${more}`);
const facts = (list: string): string => `    newFacts: ${list}\n`;
const atId = (text: string): string =>
  text.replace('- id: opnieuw\n', `- id: opnieuw\n#       ^^^^^^^ warning ${RULE}\n`);
const atFacts = (list: string): string =>
  `${facts(list)}#             ${'^'.repeat(list.length)} warning ${RULE}\n`;
const objection = (outcome: string, kind = 'objection'): string =>
  `    remedies:\n      - {id: b, kind: ${kind}, lodged: 2016-02-10, decided: 2017-06-01, outcome: ${outcome}}\n`;

describe(RULE, () => {
  it('speaks at a repeat application that names nothing new', () => {
    checkRule(RULE, atId(repeat()));
    checkRule(RULE, atId(repeat({ kind: 'repeat-asylum' })));
    checkRule(RULE, repeat({ facts: atFacts('[]') }));
    // Also where no earlier refusal is listed.
    checkRule(RULE, atId(repeat({ refused: '2016?' })));
    for (const kind of ['regular', 'extension', 'discretionary-request', 'other'])
      checkRule(RULE, repeat({ kind }));
  });

  it('speaks where all that is named certainly came before the last refusal', () => {
    checkRule(RULE, repeat({ facts: atFacts('[circ-oud]') }));
    checkRule(RULE, repeat({ facts: atFacts('[circ-oud, ev-oud, ev-periode]') }));
    checkRule(RULE, repeat({ facts: facts('[circ-oud, circ-nieuw]') }));
  });

  it('is silent where one of them has no certain date', () => {
    for (const list of [
      '[circ-ooit]',
      '[circ-oud, ev-loopt]',
      '[circ-oudd]',
      '["{{nieuw}}"]',
      '[~]',
      'circ-oud',
    ])
      checkRule(RULE, repeat({ facts: facts(list) }));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]') }).replace('since: 2014', 'since: 2014?'));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]') }).replace('since: 2014', 'since: 2016'));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]') }).replace('since: 2014', 'since: 2015~'));
    checkRule(RULE, repeat({ facts: '    newFacts: "{{nieuwe feiten}}"\n' }));
    checkRule(RULE, repeat({ facts: '    newFact: [circ-nieuw]\n' }));
  });

  it('compares with refusals that certainly came earlier, of the same persons', () => {
    checkRule(RULE, repeat({ facts: facts('[circ-oud]'), refused: '2016-02-01\n    outcome: granted' }));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]'), refused: '2016-02-01' }));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]'), lodged: '2016' }));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]'), lodged: '2018?' }));
    checkRule(RULE, repeat({ facts: atFacts('[circ-oud]'), persons: '    persons: [a]\n' }));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]'), persons: '    persons: [a, b]\n' }));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]'), persons: '    persons: "{{wie}}"\n' }));
  });

  it('counts a decision on an objection, but no ruling of a court', () => {
    checkRule(RULE, repeat({ facts: atFacts('[circ-nieuw]'), remedies: objection('rejected') }));
    checkRule(RULE, repeat({ facts: facts('[circ-nieuw]'), remedies: objection('granted') }));
    checkRule(RULE, repeat({ facts: facts('[circ-nieuw]'), remedies: objection('rejected', 'appeal') }));
  });

  it('is silent in Germany, and where the events can not be read', () => {
    checkRule(RULE, repeat().replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, repeat({ facts: facts('[circ-oud]') }).replace('timeline:', 'timeline: later\nx-oud:'));
  });

  it('names the circumstances that arose since, and not what came after the decision', () => {
    checkFix(RULE, 'insert-circumstances', repeat(), repeat({ facts: facts('[circ-nieuw, circ-later]') }));
    const decided = '    decided: 2019-01-08\n    outcome: rejected\n';
    checkFix(
      RULE,
      'insert-circumstances',
      repeat({ facts: decided }),
      repeat({ facts: `${decided}${facts('[circ-nieuw]')}` }),
    );
    checkFix(
      RULE,
      'insert-circumstances',
      repeat({ facts: '    newFacts:\n      - circ-oud # al eerder\n' }),
      repeat({
        facts: '    newFacts:\n      - circ-oud # al eerder\n      - circ-nieuw\n      - circ-later\n',
      }),
    );
  });

  it('else inserts an event to be filled in', () => {
    const bare = repeat({ refused: '2023-05-01\n    outcome: rejected', lodged: '2024-01-01' });
    const { result } = applyFix(bare, RULE, 'insert-event');
    checkRule(RULE, result);
    assert.match(
      result,
      / {4}title: Nog steeds\n {2}- id: ev-nieuw\n {4}date: "\{\{datum\}\}"\n {4}title: "\{\{wat er nieuw is\}\}"\nprocedures:/,
    );
    assert.match(result, / {4}lodged: 2024-01-01\n {4}newFacts: \[ev-nieuw\]\n/);
    // Without a refusal nothing is known to have come since.
    assert.match(
      applyFix(repeat({ refused: '2016?' }), RULE, 'insert-event').result,
      /newFacts: \[ev-nieuw\]/,
    );
    const old = repeat({
      facts: facts('[circ-oud]'),
      refused: '2023-05-01\n    outcome: rejected',
      lodged: '2024',
    });
    assert.match(applyFix(old, RULE, 'insert-event').result, /newFacts: \[circ-oud, ev-nieuw\]/);
  });

  it('makes a timeline for the event where there is none', () => {
    const text =
      'vangnet: 1\r\ncase: {id: t, title: T, jurisdiction: nl, confidentiality: fictional}\r\npersons:\r\n- id: a\r\n  name: A\r\n  role: applicant\r\nprocedures:\r\n- {id: p, kind: repeat-asylum, lodged: 2020}\r\n';
    const { result } = applyFix(text, RULE, 'insert-event');
    assert.equal(
      result,
      text
        .replace(
          'procedures:',
          'timeline:\r\n- id: ev-nieuw\r\n  date: "{{datum}}"\r\n  title: "{{wat er nieuw is}}"\r\nprocedures:',
        )
        .replace('lodged: 2020}', 'lodged: 2020, newFacts: [ev-nieuw]}'),
    );
  });

  it('points at the refusal', () => {
    const { findings, document, text } = checkRule(
      RULE,
      repeat({ facts: atFacts('[circ-nieuw]'), remedies: objection('inadmissible') }),
    );
    const at = findings.find(({ rule }) => rule === RULE)?.related?.[0]?.at;
    assert.equal(at && text.slice(document.startOf(at), document.endOf(at)), '2017-06-01');
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, repeat({ kind: 'repeat-asylum' }), 'nl'),
      'Bij deze opvolgende asielaanvraag staat niet wat er nieuw is. Na een afwijzing moet een nieuwe aanvraag nieuwe feiten of veranderde omstandigheden noemen; anders mag de overheid verwijzen naar het eerdere besluit (art. 4:6 Awb). Noem bij ‘newFacts’ (nieuwe feiten) wat er sindsdien is gebeurd of veranderd.',
    );
    const old = repeat({ facts: facts('[circ-oud]') });
    assert.match(
      messageOf(RULE, old, 'nl'),
      /^Alles wat bij deze herhaalde aanvraag als nieuw wordt genoemd, is van vóór de laatste afwijzing \(1 februari 2016\)\./,
    );
    assert.match(messageOf(RULE, old, 'en'), /before the last refusal \(1 February 2016\)\./);
    assert.match(messageOf(RULE, old, 'de'), /^Alles, was dieser erneute Antrag als neu nennt/);
  });
});
