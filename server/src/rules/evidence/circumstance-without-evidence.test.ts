import assert from 'node:assert/strict';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'circumstance-without-evidence';

/** Two circumstances, of which the second has a letter, so that letters are there at all. */
const base = (rest = '', kind = 'bereavement') =>
  dutchCase(
    `circumstances:\n  - id: circ\n    kind: ${kind}\n    title: Vader overleden\n  - {id: c2, kind: other, title: Anders}\nletters:\n  - {id: brief, from: {role: lso}, status: signed, supports: [c2]}\n${rest}`,
  );
const marked = (text: string) =>
  text.replace('- id: circ\n', '- id: circ\n#       ^^^^ warning circumstance-without-evidence\n');
const fixIds = (text: string) =>
  analyseText(text)
    .findings.find(({ rule }) => rule === RULE)
    ?.fixes()
    .map(({ id }) => id);

describe(RULE, () => {
  it('speaks where nothing is linked, whatever the kind, in the claim or not', () => {
    checkRule(RULE, marked(base()));
    checkRule(RULE, marked(base('', 'livelihood')));
    checkRule(RULE, marked(base('', '"{{soort}}"')));
    checkRule(RULE, marked(base('claim: {id: v, kind: deferral, circumstances: [c2]}\n', 'rooted')));
  });

  it('is silent where a letter or a document is linked, from either side', () => {
    const document = 'documents:\n  - {id: doc, kind: other, title: D}\n';
    checkRule(RULE, marked(base(document)));
    checkRule(RULE, base(document).replace('title: D', 'title: D, supports: [circ]'));
    checkRule(RULE, base(document).replace('overleden\n', 'overleden\n    evidence: [doc]\n'));
    checkRule(RULE, base().replace('overleden\n', 'overleden\n    evidence: [brief]\n'));
    checkRule(RULE, base().replace('[c2]', '[c2, circ]'));
  });

  it('counts a planned letter and no refused one', () => {
    const letter = (status: string) =>
      `  - {id: b2, from: {role: ngo}, status: ${status}, supports: [circ]}\n`;
    checkRule(RULE, marked(base(letter('refused'))));
    checkRule(
      RULE,
      marked(base(letter('refused')).replace('overleden\n', 'overleden\n    evidence: [b2]\n')),
    );
    checkRule(RULE, base(letter('planned')));
  });

  it('is silent where a link can not be read or may be a slip', () => {
    checkRule(RULE, base().replace('[c2]', '[c2, crc]'));
    checkRule(RULE, marked(base().replace('[c2]', '[c2, niets-van-dat-al]')));
    checkRule(RULE, base().replace('[c2]', '"{{omstandigheid}}"'));
    checkRule(RULE, base().replace('overleden\n', 'overleden\n    evidence: [breif]\n'));
    checkRule(RULE, base().replace('overleden\n', 'overleden\n    evidence: "{{bewijs}}"\n'));
    checkRule(RULE, base('documents: komen nog\n'));
    checkRule(RULE, marked(base('timeline: later\nclaim: later\n')));
  });

  it('gives way to the rules that ask for a certain letter, and to that on letters as a whole', () => {
    const told = (text: string) =>
      analyseText(text)
        .findings.map(({ rule }) => rule)
        .filter((rule) => rule.includes('evidence') || rule.includes('letter'));
    assert.deepEqual(told(base()), [RULE]);
    assert.deepEqual(told(base('', 'rooted')), ['letter-for-circumstance-missing']);
    assert.deepEqual(told(base('', 'medical')), ['medical-evidence-missing']);
    assert.deepEqual(told(base().replace(/letters:[\s\S]*/, '')), ['supporting-letters-missing']);
    const settings = { rules: { 'letter-for-circumstance-missing': { severity: 'off' as const } } };
    checkRule(RULE, marked(base('', 'rooted')), { settings });
  });

  it('links what the file has, first what nothing else needs and suits, at most five', () => {
    const more =
      '  - {id: b2, from: {role: neighbour}, status: signed}\n  - {id: b3, from: {role: ngo}, status: signed}\n  - {id: b4, from: {role: ngo}, status: refused}\n  - {id: b5, from: {role: ngo}, status: signed, supports: [c2]}\ndocuments:\n  - {id: d1, kind: official, title: Akte}\n  - {id: d2, kind: power-of-attorney, title: Machtiging}\n  - {id: d3, kind: official, title: Brief, supports: [c2]}\n';
    assert.deepEqual(fixIds(base(more)), [
      'link-b3',
      'link-b5',
      'link-b2',
      'link-d1',
      'link-brief',
      'insert-stub-ngo',
    ]);
    assert.deepEqual(fixIds(base()), ['insert-stub-ngo', 'link-brief']);
    checkFix(RULE, 'link-brief', base(), base().replace('overleden\n', 'overleden\n    evidence: [brief]\n'));
  });

  it('adds to a list that is there, in its own style', () => {
    const before = base('  - {id: b2, from: {role: ngo}, status: refused}\n').replace(
      'overleden\n',
      'overleden\n    evidence:\n      - b2 # nee\n',
    );
    checkFix(RULE, 'link-brief', before, before.replace('# nee\n', '# nee\n      - brief\n'));
  });

  it('inserts a stub that is linked, also to a circumstance without id', () => {
    const { result } = applyFix(base(), RULE, 'insert-stub-ngo');
    assert.match(result, /- id: brief-hulporganisatie\n[\s\S]*supports: \[circ\]/);
    const without = applyFix(
      base().replace('  - id: circ\n    kind', '  - kind'),
      RULE,
      'insert-stub-ngo',
    ).result;
    assert.match(without, / {4}evidence: \[brief-hulporganisatie\]\n/);
    checkRule(RULE, without);
  });

  it('puts link and stub in order where the circumstances come last', () => {
    const text = dutchCase(
      'letters:\n  - {id: brief, from: {role: lso}, status: signed, supports: [ev]}\ntimeline:\n  - {id: ev, date: 2019, title: E}\ncircumstances:\n  - kind: other\n    title: Anders',
    );
    const { result } = applyFix(text, RULE, 'insert-stub-ngo');
    assert.match(result, /title: Anders\n {4}evidence: \[brief-hulporganisatie\]$/);
    assert.ok(result.indexOf('brief-hulporganisatie') < result.indexOf('timeline:'));
  });

  it('has words', () => {
    assert.equal(
      messageOf(RULE, base(), 'nl'),
      'Bij ‘Vader overleden’ hoort nog geen brief en geen bewijsstuk. Wie beslist, kan zo niet nagaan of het klopt. Koppel een brief of bewijsstuk, of vraag iemand er een brief over te schrijven.',
    );
    assert.match(
      messageOf(RULE, base(), 'en'),
      /^No letter and no document is linked to ‘Vader overleden’ yet\./,
    );
    assert.match(
      messageOf(RULE, base(), 'de'),
      /^Zu „Vader overleden“ gibt es noch kein Schreiben und keinen Nachweis\./,
    );
  });
});
