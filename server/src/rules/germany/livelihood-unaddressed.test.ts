import assert from 'node:assert/strict';
import { commissionClaim, germanCase } from '../../testing/german-case.js';
import { applyFix, checkFix, checkRule, messageOf } from '../../testing/marked.js';

const RULE = 'livelihood-unaddressed';
const circumstances = (kind = 'rooted') =>
  `circumstances:\n  - id: hier\n    kind: ${kind}\n    title: Sechs Jahre hier\n`;
const claimed = commissionClaim('  circumstances: [hier]\n');
const marked = (text: string) =>
  text.replace('\ncircumstances:', `\ncircumstances:\n^^^^^^^^^^^^^ information ${RULE}`);

describe(RULE, () => {
  it('speaks at the circumstances, else at the first key, the same in every Land', () => {
    for (const land of ['DE-SH', 'DE-NW', ''])
      checkRule(RULE, marked(germanCase(`${circumstances()}${claimed}`, { land })));
    checkRule(
      RULE,
      germanCase(commissionClaim()).replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ information ${RULE}\n`),
    );
  });

  it('is silent where a circumstance, an event or a document tells of it', () => {
    checkRule(RULE, germanCase(`${circumstances('livelihood')}${claimed}`));
    checkRule(
      RULE,
      germanCase(
        `timeline:\n  - {id: x, from: 2024, kind: work, title: Küche}\n${circumstances()}${claimed}`,
      ),
    );
    checkRule(
      RULE,
      germanCase(`${circumstances()}${claimed}documents:\n  - {id: d, kind: employment, title: Vertrag}\n`),
    );
  });

  it('is silent where one of them may', () => {
    checkRule(RULE, germanCase(`${circumstances('Arbeit')}${claimed}`));
    checkRule(RULE, germanCase(`${circumstances('"{{Art}}"')}${claimed}`));
    checkRule(
      RULE,
      germanCase(`timeline:\n  - {id: x, from: 2024, kind: Arbeit, title: X}\n${circumstances()}${claimed}`),
    );
    checkRule(RULE, germanCase(`${circumstances()}${claimed}documents:\n  - {id: d, title: Vertrag}\n`));
    checkRule(RULE, germanCase(`${circumstances()}${claimed}documents: Vertrag\n`));
  });

  it('does not take other kinds for it, nor an event without one', () => {
    checkRule(
      RULE,
      marked(
        germanCase(
          `timeline:\n  - {id: x, from: 2024, title: Umzug}\n${circumstances()}${claimed}documents:\n  - {id: d, kind: educational, title: B1}\n`,
        ),
      ),
    );
  });

  it('speaks from the first lines of a file on, and is silent where its claim is not for the commission', () => {
    checkRule(RULE, germanCase('').replace('vangnet: 1\n', `vangnet: 1\n^^^^^^^ information ${RULE}\n`));
    checkRule(RULE, germanCase(circumstances() + claimed.replace('de.aufenthg.23a', 'de.aufenthg.25b')));
    checkRule(RULE, germanCase(circumstances() + claimed).replace('jurisdiction: de', 'jurisdiction: nl'));
  });

  it('inserts a circumstance that the claim names', () => {
    checkFix(
      RULE,
      'insert-circumstance',
      germanCase(`${circumstances()}${claimed}`),
      germanCase(
        `${circumstances()}  - id: circ-lebensunterhalt\n    kind: livelihood\n    title: Lebensunterhalt\n    persons: [a]\n    description: "{{Arbeit, Zusage oder Unterstützung, mit Beträgen}}"\n${commissionClaim('  circumstances: [hier, circ-lebensunterhalt]\n')}`,
      ),
    );
  });

  it('inserts a circumstance where there is no claim, or its list can not be read', () => {
    assert.match(
      applyFix(germanCase(circumstances()), RULE, 'insert-circumstance').result,
      /kind: livelihood/,
    );
    const odd = germanCase(circumstances() + commissionClaim('  circumstances: hier\n'));
    assert.match(applyFix(odd, RULE, 'insert-circumstance').result, /\n {2}circumstances: hier\n$/);
  });

  it('inserts a document', () => {
    assert.match(
      applyFix(germanCase(`${circumstances()}${claimed}`), RULE, 'insert-document').result,
      /\ndocuments:\n {2}- id: dok-arbeit\n {4}kind: employment\n {4}title: "\{\{Arbeitsvertrag, Lohnabrechnungen oder Zusage\}\}"\n {4}supports: \[hier\]\n/,
    );
  });

  it('has words, with the name', () => {
    assert.equal(
      messageOf(RULE, germanCase(claimed), 'de'),
      'Zum Lebensunterhalt von Ada steht hier noch nichts. Nach § 23a AufenthG kann er oder eine Verpflichtungserklärung (§ 68) berücksichtigt werden. Nennen Sie Arbeit, eine Arbeitszusage oder Unterstützung durch andere.',
    );
    assert.match(
      messageOf(RULE, germanCase(claimed), 'nl'),
      /^Over de middelen van bestaan van Ada staat hier nog niets\./,
    );
  });
});
