import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { analyseText, applyFix, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'commission-already-decided';

interface Facts {
  readonly earlier?: string;
  readonly current?: string;
  readonly raisedIn?: string;
  readonly claim?: string;
  readonly before?: string;
  readonly land?: string;
}

const EARLIER = 'kind: hardship-commission, lodged: 2023-03, decided: 2023-11, outcome: rejected';

/** A claim raised in a procedure before the commission, with an earlier one in front of it. */
function twice({
  earlier = EARLIER,
  current = '',
  raisedIn = '[hfk-2]',
  claim = '',
  before = '',
  land = 'DE-SH',
}: Facts = {}): string {
  return germanCase(
    `${before}procedures:
  - {id: hfk-1, ${earlier}}
  - id: hfk-2
    kind: hardship-commission
    lodged: 2026-04-20
${current}circumstances:
  - {id: alt, kind: rooted, title: Seit langem hier, since: 2020}
  - {id: neu, kind: education, title: Ausbildung, since: 2024-08}
  - {id: vage, kind: medical, title: Krank, since: 2023}
${commissionClaim(`  raisedIn: ${raisedIn}\n${claim}`)}`,
    { land },
  );
}

const marked = (text: string, severity = 'warning') =>
  text.replace('  - id: hfk-2\n', `  - id: hfk-2\n#       ^^^^^ ${severity} ${RULE}\n`);
const stated = (answer: string) => `  conditions:\n    earlierCommissionDecision: ${answer}\n`;
const markedAnswer = (text: string, severity = 'warning') =>
  `${text}#                              ^^^^ ${severity} ${RULE}\n`;

describe(RULE, () => {
  it('speaks at the answer yes', () => {
    checkRule(RULE, markedAnswer(germanCase(commissionClaim(stated('true')))));
    for (const answer of ['false', 'ja', '"{{ja oder nein}}"', ''])
      checkRule(RULE, germanCase(commissionClaim(stated(answer))));
  });

  it('speaks at the procedure that names nothing new after an earlier decision', () => {
    const { document, findings } = checkRule(RULE, marked(twice()));
    const related = findings.find(({ rule }) => rule === RULE)?.related?.[0]?.at;
    assert.equal(related && document.text.slice(document.startOf(related), document.endOf(related)), 'hfk-1');
    checkRule(RULE, twice({ current: `    newFacts: []\n#   ^^^^^^^^ warning ${RULE}\n` }));
  });

  it('is one finding where both say so, at the answer', () => {
    checkRule(RULE, markedAnswer(twice({ claim: stated('true') })));
    checkRule(RULE, marked(twice({ claim: stated('false') })));
  });

  it('weighs more in Schleswig-Holstein, from 25 September 2025', () => {
    checkRule(RULE, marked(twice({ claim: '  lodged: 2025-09-24\n' }), 'information'));
    checkRule(RULE, marked(twice({ claim: '  lodged: 2025-09-25\n' })));
    for (const land of ['DE-BW', 'DE-NW', '']) checkRule(RULE, marked(twice({ land }), 'information'));
  });

  it('is silent where there are new facts, or may be', () => {
    for (const facts of ['[neu]', '[unbekannt]', '"{{neu}}"', '[Neu!]', 'neu', ''])
      checkRule(RULE, twice({ current: `    newFacts: ${facts}\n` }));
  });

  it('is silent where the earlier procedure was not decided, or not certainly', () => {
    const kind = 'kind: hardship-commission, lodged: 2023-03';
    for (const rest of [
      '',
      ', outcome: pending',
      ', outcome: withdrawn',
      ', decided: 2023-11, outcome: withdrawn',
      ', decided: 2023-11, outcome: erledigt',
      ', decided: 2023-11?',
      ', decided: "{{Datum}}"',
    ])
      checkRule(RULE, twice({ earlier: kind + rest }));
    for (const rest of [', outcome: granted', ', outcome: inadmissible', ', decided: 2023-11'])
      checkRule(RULE, marked(twice({ earlier: kind + rest })));
  });

  it('is silent where it was not certainly the earlier, was of another kind or of other people', () => {
    for (const lodged of ['2026', '2026-04-20', '2026-04', '2027', '2023?', '"{{Datum}}"'])
      checkRule(RULE, twice({ earlier: EARLIER.replace('2023-03', lodged) }));
    for (const kind of ['asylum', 'petition', 'repeat-asylum', 'Härtefall'])
      checkRule(RULE, twice({ earlier: EARLIER.replace('hardship-commission', kind) }));
    checkRule(RULE, twice({ earlier: `${EARLIER}, persons: [b]` }));
    checkRule(RULE, marked(twice({ earlier: `${EARLIER}, persons: [a, b]` })));
  });

  it('is silent where it is not known in which procedure the claim is raised', () => {
    for (const raisedIn of ['[]', '[hfk-1]', '[andere]', '"{{Verfahren}}"'])
      checkRule(RULE, twice({ raisedIn }));
    checkRule(RULE, twice().replace(/ {2}raisedIn.*\n/, ''));
    checkRule(RULE, marked(twice({ raisedIn: '[hfk-1, hfk-2]' })));
    checkRule(RULE, germanCase(`procedures: zwei\n${commissionClaim('  raisedIn: [hfk-2]\n')}`));
  });

  it('speaks whatever the grounds of the claim and the kind of its procedure, and not in Dutch cases', () => {
    checkRule(RULE, marked(twice()).replace('de.aufenthg.23a', 'de.aufenthg.25b'));
    checkRule(RULE, marked(twice()).replace('    kind: hardship-commission', '    kind: petition'));
    checkRule(RULE, twice().replace('jurisdiction: de', 'jurisdiction: nl'));
  });

  it('inserts what arose since the decision', () => {
    checkFix(RULE, 'insert-new-facts', twice(), twice({ current: '    newFacts: [neu]\n' }));
    checkFix(
      RULE,
      'insert-new-facts',
      twice({ current: '    newFacts: []\n' }),
      twice({ current: '    newFacts: [neu]\n' }),
    );
  });

  it('inserts an event to be filled in where nothing arose since', () => {
    const text = twice().replace('2024-08', '2019');
    const { result } = applyFix(text, RULE, 'insert-event');
    assert.match(
      result,
      /\ntimeline:\n {2}- id: er-neu\n {4}date: "\{\{Datum\}\}"\n {4}title: "\{\{was seitdem neu ist\}\}"\nprocedures:\n/,
    );
    assert.match(result, /\n {4}newFacts: \[er-neu\]\n/);
  });

  it('only helps with it where the claim itself says that there was a decision', () => {
    const { fix } = applyFix(twice({ claim: stated('true') }), RULE, 'insert-new-facts');
    assert.ok(fix.onlyHelps && !fix.preferred);
    const named = analyseText(twice({ claim: stated('true'), current: '    newFacts: [neu]\n' }));
    assert.deepEqual(named.findings.find(({ rule }) => rule === RULE)?.fixes(), []);
  });

  it('has words for the Land', () => {
    assert.equal(
      messageOf(RULE, twice(), 'de'),
      'Die Härtefallkommission hat schon einmal entschieden, und was seitdem neu ist, steht hier nicht. In Schleswig-Holstein ist der Weg ohne neue Tatsachen nicht noch einmal offen. Nennen Sie bei „newFacts“ (neue Tatsachen), was sich seitdem geändert hat.',
    );
    assert.match(
      messageOf(RULE, twice({ land: 'DE-BW' }), 'de'),
      /Baden-Württemberg schließt aus, wer schon eine erfolglose/,
    );
    assert.match(
      messageOf(RULE, twice({ land: 'DE-BY', claim: stated('true') }), 'nl'),
      /ga na hoe het in uw deelstaat is/,
    );
  });
});
