import assert from 'node:assert/strict';
import { analyseText, applyFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'circumstance-unargued';

/** A medical and a rooted circumstance, both in the claim, and these arguments. */
function argued(body: string, mark = ''): string {
  return dutchCase(`
    timeline:
      - {id: ev-ziek, date: 2020, title: Ziek}
    circumstances:
      - id: circ-ziek
        kind: medical
        title: Nierziekte
        persons: [a]
        since: 2020
      - id: circ-hier
    ${mark === '' ? '' : `#       ^^^^^^^^^ warning ${RULE}`}
        kind: rooted
        title: Negen jaar hier
    claim:
      id: v
      kind: deferral
      circumstances: [circ-ziek, circ-hier]
  `).concat(body);
}

const argument = (id: string, supports: string) =>
  `  - id: ${id}\n    title: T\n    text: X\n    cites: [echr.8]\n    supports: ${supports}\n`;

describe(RULE, () => {
  it('speaks at the circumstance that no argument supports', () => {
    checkRule(RULE, argued(`arguments:\n${argument('arg', '[circ-ziek]')}`, 'marked'));
  });

  it('speaks where there are no arguments at all', () => {
    checkRule(
      RULE,
      argued('', 'marked').replace('id: circ-ziek\n', `id: circ-ziek\n#       ^^^^^^^^^ warning ${RULE}\n`),
    );
  });

  it('is silent when all are supported, when not in the claim, and without a claim', () => {
    checkRule(
      RULE,
      argued(`arguments:\n${argument('one', '[circ-ziek]')}${argument('two', '[ev-ziek, circ-hier]')}`),
    );
    checkRule(
      RULE,
      argued(`arguments:\n${argument('one', '[circ-ziek]')}`).replace(
        '[circ-ziek, circ-hier]',
        '[circ-ziek]',
      ),
    );
    checkRule(RULE, argued('').replace(/claim:\n(?: .*\n)+/, ''));
  });

  it('is silent where an argument may support it', () => {
    for (const supports of ['[circ-ziek, circ-heir]', 'alles', '["{{omstandigheid}}", circ-ziek]'])
      checkRule(RULE, argued(`arguments:\n${argument('arg', supports)}`));
    checkRule(RULE, argued('arguments: komen nog\n'));
    checkRule(
      RULE,
      argued(`arguments:\n${argument('arg', '[circ-ziek, circ-hier]').replace('supports', 'suports')}`),
    );
  });

  it('takes an event for what it is, not for a slip of a circumstance', () => {
    checkRule(
      RULE,
      argued(`arguments:\n${argument('arg', '[ev-ziek, circ-hier]')}`).replace(
        'id: circ-ziek\n',
        `id: circ-ziek\n#       ^^^^^^^^^ warning ${RULE}\n`,
      ),
    );
  });

  it('offers no snippet that tells of a refusal, a ruling or a letter that the file does not have', () => {
    const ids = (text: string) =>
      analyseText(text)
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .map(({ id }) => id);
    const text = (kind: string, outcome: string, remedy: string) =>
      dutchCase(`
        procedures: [{id: p, kind: asylum, lodged: 2010, decided: 2012, outcome: ${outcome}${remedy}}]
        circumstances: [{id: c, kind: ${kind}, title: Iets, since: 2015}]
        claim: {id: v, kind: residence-on-hardship, circumstances: [c]}
      `);
    const appeal = ', remedies: [{id: r, kind: appeal, lodged: 2012, decided: 2013, outcome: rejected}]';
    assert.ok(ids(text('rooted', 'rejected', appeal))?.includes('insert-new-ties-after-ruling'));
    assert.ok(!ids(text('rooted', 'rejected', ''))?.includes('insert-new-ties-after-ruling'));
    assert.ok(!ids(text('rooted', 'rejected', ''))?.includes('insert-local-support-is-knowledge'));
    assert.ok(ids(text('medical', 'rejected', ''))?.includes('insert-new-facts-since-refusal'));
    assert.ok(!ids(text('medical', 'granted', ''))?.includes('insert-new-facts-since-refusal'));
    const before = text('medical', 'rejected', '').replace('since: 2015', 'since: 2011');
    assert.ok(!ids(before)?.includes('insert-new-facts-since-refusal'));
    const abroad = text('bereavement', 'rejected', '').replace('since: 2015', 'inHostCountry: false');
    assert.ok(!ids(abroad)?.includes('insert-bereavement-in-the-netherlands'));
  });

  it('offers the best snippets first, of those that the file does not have', () => {
    const ids = (text: string) =>
      analyseText(text)
        .findings.find(({ rule }) => rule === RULE)
        ?.fixes()
        .map(({ id, preferred }) => [id, preferred]);
    assert.deepEqual(ids(argued('')), [
      ['insert-medical-situation', true],
      ['insert-dependency-on-care', false],
      ['insert-combination-of-circumstances', false],
    ]);
    const used = `arguments:\n${argument('arg', '[circ-hier]').replace('title: T', 'snippet: medical-situation\n    title: Gezondheid')}`;
    assert.deepEqual(ids(argued(used)), [
      ['insert-dependency-on-care', true],
      ['insert-combination-of-circumstances', false],
      ['insert-proportionality', false],
      ['link-arg', false],
    ]);
    assert.deepEqual(ids(argued('').replace('jurisdiction: nl', 'jurisdiction: de'))?.[0], [
      'insert-haertefall-gesundheit',
      true,
    ]);
  });

  it('inserts an argument filled from the facts', () => {
    const { result } = applyFix(argued(''), RULE, 'insert-medical-situation');
    assert.match(
      result,
      /\narguments:\n {2}- id: arg-medical-situation\n {4}snippet: medical-situation\n {4}title: Gezondheid\n {4}text: >-\n/,
    );
    assert.match(
      result,
      /De gezondheid van Ada is een van de redenen voor dit verzoek\. Het gaat om\s+‘Nierziekte’/,
    );
    assert.match(
      result,
      / {4}supports: \[circ-ziek\]\n {4}cites: \[nl\.los\.schrijnend, nl\.vw\.64, nl\.dtv\.schrijnend\]\n/,
    );
  });

  it('cites nothing that did not exist yet', () => {
    const { result } = applyFix(
      argued('').replace('2024-06-01', '2018-06-01'),
      RULE,
      'insert-medical-situation',
    );
    assert.match(result, / {4}cites: \[nl\.los\.schrijnend, nl\.vw\.64\]\n/);
  });

  it('lets an argument of that kind support it too', () => {
    const used = `arguments:\n${argument('arg', '[circ-hier]').replace('title: T', 'snippet: medical-situation\n    title: Gezondheid')}`;
    const { result } = applyFix(argued(used), RULE, 'link-arg');
    assert.match(result, /supports: \[circ-hier, circ-ziek\]/);
  });

  it('keeps CRLF and four spaces', () => {
    const text = argued('')
      .replace(/^ +/gm, (indent) => indent + indent)
      .replaceAll('- id', '-   id')
      .replaceAll('\n', '\r\n');
    const { result } = applyFix(text, RULE, 'insert-medical-situation');
    assert.doesNotMatch(result.replaceAll('\r\n', ''), /\n/);
    assert.match(
      result,
      /\r\narguments:\r\n {4}- {3}id: arg-medical-situation\r\n {8}snippet: medical-situation\r\n/,
    );
  });

  it('has words', () => {
    assert.match(
      messageOf(RULE, argued(`arguments:\n${argument('arg', '[circ-ziek]')}`), 'nl'),
      /^Deze omstandigheid staat in het verzoek, maar geen argument gaat erover\. /,
    );
  });
});
