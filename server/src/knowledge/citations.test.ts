import assert from 'node:assert/strict';
import { analyseText, dutchCase } from '../testing/marked.js';
import { citesOneOf, formOfSource } from './citations.js';
import { sourceById, withSources } from './sources.js';

describe('sources that a case names', () => {
  it('are of the catalogue, an ECLI, an https address or unknown', () => {
    const forms = (...texts: readonly string[]) => new Set(texts.map(formOfSource));
    assert.deepEqual(forms('nl.awb.3-4-2', 'crc.3'), new Set(['catalogue']));
    assert.deepEqual(forms('ECLI:NL:RVS:2022:285', 'ecli nl'), new Set(['ecli']));
    assert.deepEqual(forms('https://example.org', 'HTTPS://example.org/a?b=c#d'), new Set(['address']));
    assert.deepEqual(
      forms('http://example.org', 'https://', 'https:///a', 'https://example.org/a b', 'nl.awb.3-42', 'x'),
      new Set(['unknown']),
    );
  });

  it('are cited, not cited, or nobody can tell', () => {
    const cites = (list: string) =>
      citesOneOf(
        analyseText(dutchCase(`arguments:\n  - {id: a1, title: T, text: T, cites: ${list}}\n`)).model,
        ['nl.rvs.2022.2290', 'crc.3'],
      );
    assert.equal(cites('[echr.8, crc.3]'), true);
    assert.equal(cites('["ECLI:NL:RVS:2022:2290"]'), true);
    assert.equal(cites('["https://wetten.overheid.nl/BWBV0002508"]'), true);
    assert.equal(cites('[1, crc.3]'), true);
    assert.equal(cites('[echr.8, "ECLI:NL:RVS:2022:285", iets anders]'), false);
    assert.equal(cites('[]'), false);
    for (const open of ['[crc3]', '["{{bron}}"]', '[1]', 'crc.3', ''])
      assert.equal(cites(open), undefined, open);
  });

  it('may be looked up in a catalogue that only a test knows', () => {
    const own = { id: 'nl.proef', jurisdiction: 'nl', kind: 'publication', confidence: 'verified' } as const;
    withSources([own], () => {
      assert.equal(sourceById('nl.proef'), own);
      assert.notEqual(sourceById('crc.3'), undefined);
    });
    assert.equal(sourceById('nl.proef'), undefined);
  });
});
