import assert from 'node:assert/strict';
import { FITTING, FITTING_OTHER, FITTING_YOUNG_CHILD } from '../../generated/knowledge.js';
import { PERSONAL_SENDERS } from '../../knowledge/letters.js';
import { analyseText, applyFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'letters-only-personal';
const CIRCUMSTANCES =
  'circumstances:\n  - {id: c1, kind: dependency, title: Zorg}\n  - {id: c2, kind: rooted, title: Hier}\n';

const letters = (...senders: readonly string[]) =>
  dutchCase(
    `${CIRCUMSTANCES}letters:\n${senders
      .map((sender, index) => {
        const [role, status = 'signed'] = sender.split(' ');
        return `  - {id: b${index}, from: {role: ${role}}, status: ${status}, supports: [c1]}\n`;
      })
      .join('')}`,
  );
const marked = (text: string) =>
  text.replace('letters:\n', 'letters:\n^^^^^^^ information letters-only-personal\n');

describe(RULE, () => {
  it('speaks where all letters are from people close by', () => {
    for (const role of ['family', 'neighbour', 'sports-club', 'faith-community'])
      checkRule(RULE, marked(letters(role)));
    checkRule(RULE, marked(letters('family', 'neighbour', 'faith-community requested')));
    checkRule(RULE, marked(letters('family', 'physician refused')));
  });

  it('is silent with one letter from anyone else, planned or not', () => {
    for (const role of ['mayor', 'physician', 'employer', 'ngo', 'other', 'lso', 'physician planned'])
      checkRule(RULE, letters('family', role));
  });

  it('is silent where a letter can not be read, and where none is left', () => {
    checkRule(RULE, letters('family', 'familie'));
    checkRule(RULE, letters('family', 'neighbour recieved'));
    checkRule(RULE, letters('family', 'physician recieved'));
    checkRule(RULE, letters('family').replace(', status: signed', ''));
    checkRule(RULE, letters('family refused'));
    checkRule(RULE, dutchCase('letters: []\n'));
    checkRule(RULE, dutchCase(''));
    checkRule(RULE, letters('family'), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('never proposes someone close by', () => {
    for (const row of [...Object.values(FITTING), FITTING_OTHER, FITTING_YOUNG_CHILD])
      assert.ok(row[0] !== undefined && !PERSONAL_SENDERS.has(row[0]), row.join());
  });

  it('inserts a stub for someone who knows the person through work', () => {
    const text = letters('neighbour');
    const found = analyseText(text).findings.find(({ rule }) => rule === RULE);
    assert.deepEqual(
      found?.fixes().map(({ id, preferred }) => [id, preferred]),
      [
        ['insert-stub-physician', true],
        ['insert-stub-municipality', false],
      ],
    );
    const { result } = applyFix(text, RULE, 'insert-stub-physician');
    assert.match(result, /role: physician\n {4}status: planned\n {4}supports: \[c1\]/);
    assert.match(applyFix(text.replace(CIRCUMSTANCES, ''), RULE, 'insert-stub-ngo').result, /role: ngo\n/);
  });

  it('has words', () => {
    const text = letters('neighbour');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Alle brieven komen van familie, buren, een vereniging of een kerk. Tegen zulke steun wordt aangevoerd dat zij willekeurig is. Vraag ook een brief aan iemand met kennis vanuit het werk. Denk aan: huisarts of gemeente.',
    );
    assert.match(
      messageOf(RULE, text, 'en'),
      /^All letters come from family, neighbours, a club or a church\./,
    );
    assert.match(messageOf(RULE, text, 'de'), /Infrage kommen: Arztpraxis oder Gemeinde\.$/);
  });
});
