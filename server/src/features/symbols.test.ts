import assert from 'node:assert/strict';
import { analyseText, dutchCase } from '../testing/marked.js';
import { type OutlineSymbol, outlineOf } from './symbols.js';

function outline(text: string): string {
  const lines: string[] = [];
  const show = (symbols: readonly OutlineSymbol[], depth: number): void => {
    for (const { name, detail, kind, children } of symbols) {
      lines.push(`${'  '.repeat(depth)}${kind}: ${name}${detail ? ` (${detail})` : ''}`);
      show(children, depth + 1);
    }
  };
  show(outlineOf(analyseText(text), 'nl'), 0);
  return lines.join('\n');
}

describe('the outline', () => {
  it('is in the language of who asks, whoever asked before', () => {
    const analysis = analyseText(dutchCase('letters:\n  - {id: b, from: {role: mayor}, status: planned}\n'));
    const letter = (language: 'nl' | 'en' | 'de') =>
      outlineOf(analysis, language).find(({ children }) => children[0]?.kind === 'letter')?.children[0];
    const told = (['nl', 'en', 'de', 'nl'] as const).map(letter);
    assert.equal(new Set(told.map((symbol) => `${symbol?.name} ${symbol?.detail}`)).size, 3);
    assert.deepEqual(told[3], told[0]);
  });

  it('names items as a person would, with their dates', () => {
    assert.equal(
      outline(
        dutchCase(`
          procedures:
            - id: p
              kind: asylum
              lodged: 2015-02
              remedies:
                - id: r
                  kind: appeal
                  lodged: 2016
                  outcome: pending
          letters:
            - id: b1
              from: {name: Dr. X, role: physician}
              status: signed
              date: 2020-11-02
            - id: b2
              from: {role: mayor}
              status: planned
        `),
      ),
      `caseInfo: Test (zaak)
section: personen (1)
  person: Ada (aanvrager)
section: verblijfsprocedures (1)
  procedure: asielaanvraag (februari 2015)
    remedy: beroep (2016 · nog niet beslist)
section: steunbrieven (2)
  letter: Dr. X (2 november 2020 · ondertekend)
  letter: burgemeester (gepland)`,
    );
  });

  it('has a name for each, on one line and without marks that turn it round', () => {
    const odd = outline(
      dutchCase(
        'timeline:\n  - {id: "\u202E", date: 2015}\n  - {id: e, date: 2015, title: "a\\nb\u202Ec"}\n',
      ),
    );
    assert.match(odd, /^ {2}event: … \(2015\)\n {2}event: a bc \(2015\)$/m);
  });

  it('tells a period by both ends, and what goes on by its beginning', () => {
    const text = dutchCase(`
      timeline:
        - {id: e1, from: 2004, to: 2007-05, title: Dakloos}
        - {id: e2, from: 2016, title: Bang}
      circumstances:
        - {id: c1, kind: rooted, title: Geworteld, since: 2003}
        - {id: c2, kind: rooted, title: Alleen, since: 2004, until: 2007}
    `);
    assert.match(outline(text), /event: Dakloos \(2004 – mei 2007\)\n {2}event: Bang \(sinds 2016\)/);
    assert.match(outline(text), /Geworteld \(sinds 2003\)\n {2}circumstance: Alleen \(2004 – 2007\)/);
  });

  it('stays inside its own text, the name inside the item, the items inside their section', () => {
    const text = dutchCase('documents:\n- id: d\n  kind: media\n  title: Krant\n-\n- id: e\n');
    const check = (symbols: readonly OutlineSymbol[], start: number, end: number): void => {
      for (const symbol of symbols) {
        assert.ok(symbol.start >= start && symbol.end <= end, symbol.name);
        assert.ok(symbol.nameStart >= symbol.start && symbol.nameEnd <= symbol.end, symbol.name);
        check(symbol.children, symbol.start, symbol.end);
      }
    };
    check(outlineOf(analyseText(text), 'en'), 0, text.length);
  });

  it('is empty for an empty file, and bounded for a very long one', () => {
    assert.equal(outline(''), '');
    const many = Array.from({ length: 2_100 }, (_, n) => `  - {id: d${n}, kind: media, title: T}`).join('\n');
    const [, , documents] = outlineOf(analyseText(dutchCase(`documents:\n${many}\n`)), 'nl');
    assert.equal(documents?.children.length, 2_000);
    assert.equal(documents?.detail, 'nog 100 niet getoond');
  });
});
