import assert from 'node:assert/strict';
import { checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'circumstance-not-individual';
/** Exactly 80 characters: long enough. */
const ENOUGH = 'Ada is sinds 2020 ziek en krijgt drie keer per week dialyse in het ziekenhuis ..';
const circumstance = (rest: string) =>
  `circumstances:\n  - id: circ\n    kind: medical\n    title: Nierziekte\n${rest}`;
const mark = (text: string) => text.replace('id: circ\n', `id: circ\n#       ^^^^ information ${RULE}\n`);

describe(RULE, () => {
  it('speaks at a short description', () => {
    checkRule(
      RULE,
      dutchCase(
        circumstance(
          `    persons: [a]\n    description: Heeft veel klachten.\n#                ^^^^^^^^^^^^^^^^^^^^ information ${RULE}\n`,
        ),
      ),
    );
    checkRule(
      RULE,
      dutchCase(
        circumstance(
          `    persons: [a]\n    description: >-\n#   ^^^^^^^^^^^ information ${RULE}\n      Heeft veel\n      klachten.\n`,
        ),
      ),
    );
  });

  it('speaks at the circumstance where the description or the person is missing', () => {
    checkRule(RULE, mark(dutchCase(circumstance('    persons: [a]\n'))));
    checkRule(RULE, mark(dutchCase(circumstance(`    description: ${ENOUGH}\n`))));
    checkRule(RULE, mark(dutchCase(circumstance(`    persons: []\n    description: ${ENOUGH}\n`))));
  });

  it('speaks once where both are missing', () => {
    checkRule(RULE, mark(dutchCase(circumstance(''))));
  });

  it('counts 80 characters, not the space around them', () => {
    assert.equal(ENOUGH.length, 80);
    checkRule(RULE, dutchCase(circumstance(`    persons: [a]\n    description: ${ENOUGH}\n`)));
    checkRule(
      RULE,
      dutchCase(
        circumstance(
          `    persons: [a]\n    description: "  ${ENOUGH.slice(1)}  "\n#                ^${'^'.repeat(84)} information ${RULE}\n`,
        ),
      ),
    );
    // Seventy-nine, of which one takes two places in the computer.
    checkRule(
      RULE,
      dutchCase(
        circumstance(
          `    persons: [a]\n    description: "${ENOUGH.slice(2)}😀"\n#                ^${'^'.repeat(81)} information ${RULE}\n`,
        ),
      ),
    );
  });

  it('is silent where it can not be told', () => {
    const person = '    persons: [a]\n';
    for (const description of [
      'description: "{{beschrijving}}"',
      'description: {{beschrijving}}',
      'description: …',
      'description: [kort]',
      'description:',
      'descripton: Heeft veel klachten.',
    ])
      checkRule(RULE, dutchCase(circumstance(`${person}    ${description}\n`)));
    for (const persons of ['persons: a', 'persons: ["{{persoon}}"]', 'person: [a]', 'persons: [b]'])
      checkRule(RULE, dutchCase(circumstance(`    ${persons}\n    description: ${ENOUGH}\n`)));
    checkRule(RULE, dutchCase('circumstances:\n  -\n'));
  });

  it('has words for each of them', () => {
    const words = (rest: string, language: 'nl' | 'en' | 'de') =>
      messageOf(RULE, dutchCase(circumstance(rest)), language);
    assert.equal(
      words('    persons: [a]\n    description: Ziek.\n', 'nl'),
      'Deze beschrijving is nog kort. Zo kan zij over veel mensen gaan. Schrijf op wat er is gebeurd, sinds wanneer, en wat dat betekent voor Ada.',
    );
    assert.equal(
      words('', 'nl'),
      'Deze omstandigheid heeft nog geen beschrijving en noemt geen persoon. Zo kan zij over veel mensen gaan. Schrijf op wat er is gebeurd, sinds wanneer, en wat dat betekent voor de betrokkene. Noem bij ‘persons’ (om wie het gaat) wie het raakt.',
    );
    assert.equal(
      words(`    description: ${ENOUGH}\n`, 'en'),
      'This circumstance names no person. So one cannot see whom it concerns. Name whom it touches under ‘persons’ (whom it concerns).',
    );
    assert.equal(
      words('    description: Krank.\n', 'de'),
      'Diese Beschreibung ist noch kurz, und der Umstand nennt keine Person. So könnte sie auf viele zutreffen. Schreiben Sie auf, was geschah, seit wann, und was das für die betroffene Person bedeutet. Nennen Sie unter „persons“ (wen es betrifft), wen er betrifft.',
    );
  });
});
