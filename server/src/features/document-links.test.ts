import assert from 'node:assert/strict';
import { analyseText, dutchCase } from '../testing/marked.js';
import { documentLinksOf } from './document-links.js';

function links(text: string): string[] {
  return documentLinksOf(analyseText(text)).map(
    ({ start, end, address, file, rule }) => `${text.slice(start, end)} → ${address ?? file ?? rule}`,
  );
}

const cites = (list: string) =>
  links(dutchCase(`arguments:\n- {id: a1, title: T, text: T, cites: ${list}}\n`));

describe('document links', () => {
  it('lead from a source to where it is published', () => {
    assert.deepEqual(cites('[nl.vw.14, "eu.return-directive.6-4", ngo.vangnet-2020, nl.vw.999]'), [
      'nl.vw.14 → https://wetten.overheid.nl/BWBR0011823',
      '"eu.return-directive.6-4" → https://eur-lex.europa.eu/eli/dir/2008/115/oj',
    ]);
    assert.deepEqual(links(dutchCase('claim:\n  id: v\n  grounds:\n    - echr.8\n    -\n')), [
      'echr.8 → https://www.echr.coe.int/european-convention-on-human-rights',
    ]);
  });

  it('lead from a ruling to the Dutch courts or the European portal, however it is written', () => {
    assert.deepEqual(cites('["ECLI:NL:RVS:2022:285", ecli:de:bverfg:2020:rk20200101.1bvr000120]'), [
      'ECLI:NL:RVS:2022:285 → https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2022:285',
      'ecli:de:bverfg:2020:rk20200101.1bvr000120 → https://e-justice.europa.eu/ecli/ECLI:DE:BVERFG:2020:RK20200101.1BVR000120',
    ]);
    assert.deepEqual(
      links(
        '# zie ECLI:NL:RVS:2022:285.\nclaim:\n  request: Volgens (ECLI:NL:RVS:2022:2290) is dat zo.\n',
      ).map((link) => link.split(' ')[0]),
      ['ECLI:NL:RVS:2022:285', 'ECLI:NL:RVS:2022:2290'],
    );
  });

  it('lead from a comment that silences a check to its page', () => {
    assert.deepEqual(
      links(
        '# vangnet-ignore-file unused-item: zie stukken\n# vangnet-ignore no-such-rule: r\nclaim:\n  # vangnet-ignore remedy-late\n  id: v\n',
      ),
      ['unused-item → unused-item', 'remedy-late → remedy-late'],
    );
  });

  it('lead to a web address, without what ends the sentence', () => {
    assert.deepEqual(
      links(
        'a: "https://example.org/x?y=1#z", ([https://example.org/(a)]) (zie https://example.org/b). https://example.org/c…\n',
      ),
      ['x?y=1#z', '(a)', 'b', 'c'].map((end) => `https://example.org/${end} → https://example.org/${end}`),
    );
    assert.deepEqual(
      links('a: http://example.org javascript:alert(1) https:// file:///etc/passwd https://[::1\n'),
      [],
    );
  });

  it('lead to a Dutch law by its number or a Juriconnect reference', () => {
    assert.deepEqual(cites('["jci1.3:c:BWBR0011825&artikel=3.6ba&lid=1", BWBR0011823]'), [
      'jci1.3:c:BWBR0011825&artikel=3.6ba&lid=1 → https://wetten.overheid.nl/jci1.3:c:BWBR0011825&artikel=3.6ba&lid=1',
      'BWBR0011823 → https://wetten.overheid.nl/BWBR0011823',
    ]);
    assert.deepEqual(links('a: Zie BWBV0002508, en BWBR00118234 of XBWBR0011823.\n'), [
      'BWBV0002508 → https://wetten.overheid.nl/BWBV0002508',
    ]);
    assert.deepEqual(links('a: https://wetten.overheid.nl/BWBR0011823\n').length, 1);
  });

  it('name the files of letters and documents as the case has them', () => {
    assert.deepEqual(
      links(
        dutchCase(`
          letters:
            - {id: b, status: signed, file: "brieven/mijn brief.pdf"}
          documents:
            - id: d
              file: stukken/pas.pdf # kopie
            - id: e
              file:
            - id: f
              title: stukken/niet.pdf
        `),
      ),
      ['"brieven/mijn brief.pdf" → brieven/mijn brief.pdf', 'stukken/pas.pdf → stukken/pas.pdf'],
    );
  });

  it('take a file whose name is a law’s number for a file', () => {
    for (const file of ['BWBR0011823.pdf', '"BWBR0011823.pdf"', 'wet BWBR0011823'])
      assert.deepEqual(links(dutchCase(`letters:\n- {id: b, file: ${file}}\n`)), [
        `${file} → ${file.replaceAll('"', '')}`,
      ]);
  });

  it('say by which source they go, for a name', () => {
    const [link] = documentLinksOf(analyseText(dutchCase('claim:\n  id: v\n  grounds: [echr.8]\n')));
    assert.equal(link?.source, 'echr.8');
  });

  it('are found in linear time', () => {
    const many = 20_000;
    const hard = `a: ${'https://'.repeat(2000)} https://${'.'.repeat(many)}x https://${')'.repeat(many)} ${'ECLI:NL:'.repeat(5000)}${'('.repeat(5000)}${'jci1.3:c:'.repeat(5000)}`;
    const before = performance.now();
    links(hard);
    assert.ok(performance.now() - before < 2000);
  });
});
