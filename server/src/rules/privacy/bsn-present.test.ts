import assert from 'node:assert/strict';
import { analyse } from '../../pipeline/analysis.js';
import { analyseText, applyFix, checkFix, checkRule, dutchCase, messageOf } from '../../testing/marked.js';

const RULE = 'bsn-present';

describe(RULE, () => {
  it('names a BSN in any value and in comments', () => {
    checkRule(
      RULE,
      `
      # Zie 111222333.
      #     ^^^^^^^^^ error bsn-present
      vangnet: 1
      case:
        id: doc-123456782
      #         ^^^^^^^^^ error bsn-present
        title: "Test 1234.56.782" # 123456782
      #              ^^^^^^^^^^^ error bsn-present
      #                             ^^^^^^^^^ error bsn-present
        jurisdiction: nl
        confidentiality: fictional
        summary: >-
          Het nummer is
          123456782, zegt de gemeente.
      #   ^^^^^^^^^ error bsn-present
      persons:
        - {id: a, name: Ada, role: applicant, vNumber: "123456782"}
      #                                                 ^^^^^^^^^ error bsn-present
      x-bsn: 012345672
      #      ^^^^^^^^^ error bsn-present
      x-list: [1, 111222333]
      #           ^^^^^^^^^ error bsn-present
      `,
    );
  });

  it('speaks whatever the file says of itself', () => {
    const text = dutchCase('x-a: 123456782\n#    ^^^^^^^^^ error bsn-present\n');
    for (const change of ['real', 'pseudonymised', 'nonsense', '"{{vertrouwelijkheid}}"'])
      checkRule(RULE, text.replace('fictional', change));
    checkRule(RULE, text.replace('  confidentiality: fictional\n', ''));
    checkRule(RULE, text.replace('jurisdiction: nl', 'jurisdiction: de'));
    checkRule(RULE, text.replace('  title: Test\n', '  title: Test\n  status: closed\n'));
    checkRule(RULE, '123456782\n^^^^^^^^^ error bsn-present');
    checkRule(RULE, 'case: [\nx-a: 123456782\n#    ^^^^^^^^^ error bsn-present\n');
  });

  it('is silent about numbers that are no BSN, in keys, and where it is off', () => {
    checkRule(
      RULE,
      dutchCase(`
        # 123456783, 000000000, 202002664/1, 123456782/1, Z123456782
        x-123456782: 123456789
        x-b: "{{123456782}}"
        documents:
          - {id: d, kind: other, title: Zaak 123456782/1, file: stukken/123456782.pdf}
      `),
    );
    checkRule(RULE, dutchCase('x-a: 123456782\n'), { settings: { rules: { [RULE]: { severity: 'off' } } } });
  });

  it('leaves a value of the wrong type to that rule', () => {
    checkRule(
      RULE,
      dutchCase(`
        procedures:
          - {id: p, kind: asylum, lodged: 2015, reference: 123456782}
          - {id: q, kind: asylum, lodged: 2015, reference: "123456782"}
        #                                                   ^^^^^^^^^ error bsn-present
        letters: 123456782
        documents:
          - {id: d, kind: other, title: [111222333]} # 111222333
        #                                              ^^^^^^^^^ error bsn-present
      `),
    );
  });

  it('still speaks after an edit elsewhere', () => {
    const first = analyseText(dutchCase('x-a: 123456782\nx-b: 1\n'));
    const next = analyse(`# Nieuw\n${first.text.replace('x-b: 1', 'x-b: 111222333')}`, first.inputs, first);
    const found = next.findings.filter(({ rule }) => rule === RULE);
    assert.deepEqual(
      found.map(({ start, end }) => next.text.slice(start, end)),
      ['123456782', '111222333'],
    );
  });

  it('puts asterisks in its place, in quotes where YAML asks for them', () => {
    const changes: readonly (readonly [string, string])[] = [
      ['x-a: 123456782 # nummer', 'x-a: "*********" # nummer'],
      ['x-a: 1234 56 782', 'x-a: "*********"'],
      ['x-a: 012345672 is het', 'x-a: "********* is het"'],
      ['x-a: het is 123456782', 'x-a: het is *********'],
      ['x-a: "123456782"', 'x-a: "*********"'],
      ["x-a: '123456782 van ''t kind'", "x-a: '********* van ''t kind'"],
      ['x-a:\n  - 123456782\n  - b', 'x-a:\n  - "*********"\n  - b'],
      ['x-a: [123456782, b]', 'x-a: ["*********", b]'],
      ['x-a: {y: 123456782}', 'x-a: {y: "*********"}'],
      ['x-a: >-\n  123456782\n  is het', 'x-a: >-\n  *********\n  is het'],
      ['x-a: |\n    Nummer:\n    123.456.782', 'x-a: |\n    Nummer:\n    *********'],
      ['x-a: een tekst\n  123456782 verder', 'x-a: een tekst\n  ********* verder'],
      ['x-a: 123456782\n  verder', 'x-a: "********* verder"'],
      ['x-a: &n 123456782\nx-b: *n', 'x-a: &n "*********"\nx-b: *n'],
      ['x-a: 1 # BSN 123456782', 'x-a: 1 # BSN *********'],
      ['#123456782', '#*********'],
    ];
    for (const [before, after] of changes)
      checkFix(RULE, 'mask', dutchCase(`${before}\n`), dutchCase(`${after}\n`));
  });

  it('does so in a file of four spaces with flow lists', () => {
    checkFix(
      RULE,
      'mask',
      `
      vangnet: 1
      case: {id: t, title: Ada 111222333, jurisdiction: nl, confidentiality: real}
      persons:
          -   {id: a, name: Ada, role: applicant}
      `,
      `
      vangnet: 1
      case: {id: t, title: Ada *********, jurisdiction: nl, confidentiality: real}
      persons:
          -   {id: a, name: Ada, role: applicant}
      `,
    );
  });

  it('gives an id another name everywhere, and leaves paths and sources alone', () => {
    const text = dutchCase(`
      circumstances:
        - {id: c, kind: other, title: Iets, evidence: [doc-123456782]}
      documents:
        - {id: doc-123456782, kind: other, title: Iets}
        - {id: doc, kind: other, title: Iets, supports: [c]}
    `);
    const { result } = applyFix(text, RULE, 'rename-id');
    assert.match(result, /evidence: \[doc-2\]/);
    assert.match(result, /\{id: doc-2, kind/);
    const own = applyFix(dutchCase('').replace('id: test', 'id: zaak-123456782'), RULE, 'rename-id').result;
    assert.match(own, /case:\n {2}id: zaak\n/);
    const path = analyseText(
      dutchCase('documents:\n  - {id: d, kind: other, title: Iets, file: bsn-123456782-brief.pdf}\n'),
    );
    const found = path.findings.filter(({ rule }) => rule === RULE);
    assert.deepEqual(
      found.map((finding) => finding.fixes()),
      [[]],
    );
  });

  it('has words that do not repeat the number', () => {
    const text = dutchCase('x-a: 123456782\n');
    assert.equal(
      messageOf(RULE, text, 'nl'),
      'Dit getal lijkt een burgerservicenummer (BSN). Het klopt volgens de elfproef, en met een BSN is iemand te vinden, ook als de naam is veranderd. Vervang het door sterretjes.',
    );
    assert.match(
      messageOf(RULE, text, 'en'),
      /^This number looks like a Dutch citizen service number \(BSN\)\./,
    );
    assert.match(
      messageOf(RULE, text, 'de'),
      /^Diese Zahl sieht aus wie eine niederländische Bürgerservicenummer/,
    );
  });
});
