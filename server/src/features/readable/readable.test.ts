import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LANGUAGES } from '../../core/words/words.js';
import { analyseText, dutchCase } from '../../testing/marked.js';
import { SAMPLES } from '../../testing/texts.js';
import { rulingText } from './citations.js';
import { readableCase } from './readable.js';
import type { Place, ReadableCase } from './types.js';

const tell = (text: string, language: 'nl' | 'en' | 'de' = 'nl') => readableCase(analyseText(text), language);
const sample = (name: string, language: 'nl' | 'en' | 'de' = 'nl') =>
  tell(readFileSync(`samples/${name}.case.yaml`, 'utf8'), language);

describe('a case told', () => {
  it('gives persons their age and stay on the reference date', () => {
    const [semon, mother] = sample('semon').persons;
    assert.equal(semon?.age, 'ongeveer 34 jaar');
    assert.equal(semon?.stay?.from.text, '2003');
    assert.equal(semon?.stay?.isOpen, true);
    assert.equal(mother?.stay, undefined);
    const [afia, , father] = sample('afia').persons;
    assert.equal(afia?.age, '17 jaar');
    assert.equal(afia?.stay?.from.text, 'december 2001');
    assert.ok(father?.fields.some(({ key, text }) => key === 'deathDate' && text === '2002'));
  });

  it('puts events and steps of procedures in one order', () => {
    const told = sample('semon');
    const days = told.chronology.map(({ when }) => when?.first ?? 0);
    assert.deepEqual(
      days,
      [...days].sort((a, b) => a - b),
    );
    assert.equal(told.chronology.length, told.events.length + 11);
    assert.ok(
      told.chronology.some(({ title }) => title === 'Verzoek om de discretionaire bevoegdheid: afgewezen'),
    );
  });

  it('tells procedures in sentences that fit their outcome and their language', () => {
    const [, , third, last] = sample('semon').procedures;
    assert.equal(third?.remedies[0]?.decidedText, 'Op 17 mei 2016 is het bezwaar ongegrond verklaard.');
    assert.equal(last?.decidedText, 'Op 10 maart 2020 heeft de staatssecretaris dit afgewezen.');
    assert.equal(last?.remedies[0]?.decidedText, 'Hierop is nog niet beslist.');
    const [first] = sample('haertefall-sh', 'de').procedures;
    assert.equal(first?.decidedText, 'Am 12. September 2023 hat das BAMF dies abgelehnt.');
    assert.equal(first?.remedies[0]?.decidedText, 'Am 18. März 2025 wurde die Klage abgewiesen.');
    assert.equal(first?.isFirst, false, 'a Dutch question');
    assert.equal(sample('semon').procedures.filter(({ isFirst }) => isFirst).length, 1);
  });

  it('says of a decision without a date only what is there', () => {
    const { procedures } = tell(
      dutchCase(
        'procedures:\n  - {id: p, kind: asylum, lodged: 2015?, outcome: rejected}\n  - {id: q, kind: regular}\n',
      ),
    );
    assert.equal(procedures[0]?.lodgedText, 'Vermoedelijk in 2015 is asiel aangevraagd.');
    assert.equal(procedures[0]?.decidedText, 'Later heeft de instantie dit afgewezen.');
    assert.equal(procedures[0]?.lodged?.certainty, 'uncertain');
    assert.equal(
      procedures[1]?.lodgedText,
      'Op {{datum van de aanvraag}} is een aanvraag om een verblijfsvergunning ingediend.',
    );
  });

  it('shows what carries each circumstance, letters that are still to come among it, refused ones not', () => {
    const { circumstances } = tell(readFileSync('server/test/export/voorbeeld.case.yaml', 'utf8'));
    const [home] = circumstances;
    assert.deepEqual(
      home?.letters.map(({ text, isExpected }) => [text, isExpected ?? false]),
      [
        ['De bakker', false],
        ['school', true],
      ],
    );
    assert.deepEqual(
      home?.arguments.map(({ id }) => id),
      ['arg-gevolgen'],
    );
  });

  it('knows a deadline only where a term is certain, still runs, and nothing was lodged', () => {
    const told = (decided: string, more = '') =>
      tell(
        dutchCase(
          `procedures:\n  - id: p\n    kind: regular\n    lodged: 2023\n    decided: ${decided}\n    outcome: rejected\n${more}`,
        ),
      ).deadlines.map(({ date, left }) => `${date.edtf} ${left}`);
    assert.deepEqual(told('2024-05-20'), ['2024-06-17 16']);
    assert.deepEqual(told('2024-05'), [], 'a month');
    assert.deepEqual(told('2024-04-02'), [], 'long past');
    assert.deepEqual(
      told('2024-05-20', '    remedies:\n      - {id: b, kind: objection, lodged: 2024-05-28}\n'),
      [],
    );
    assert.deepEqual(sample('semon').deadlines, []);
    assert.deepEqual(sample('haertefall-sh').deadlines, []);
  });

  it('cites rulings by court, day and ECLI, and no court that it does not know', () => {
    assert.equal(
      rulingText('ECLI:NL:RBDHA:2014:12345', '2014-09-01', 'nl'),
      'Rb. Den Haag 1 september 2014, ECLI:NL:RBDHA:2014:12345',
    );
    assert.equal(rulingText('ECLI:NL:RVS:2022:285', undefined, 'nl'), 'ABRvS, ECLI:NL:RVS:2022:285');
    assert.equal(rulingText('ECLI:NL:GHAMS:2020:1', '2020', 'nl'), 'ECLI:NL:GHAMS:2020:1');
    assert.equal(rulingText('ECLI:DE:BVERWG:2020:1', '2020', 'de'), 'ECLI:DE:BVERWG:2020:1');
    const citation = sample('semon').citations.find(({ id }) => id === 'nl.rvs.2016.2840');
    assert.equal(citation?.text, 'ABRvS 26 oktober 2016, ECLI:NL:RVS:2016:2840');
  });

  it('addresses the office by the name that it had on the day of the claim', () => {
    const to = (addressee: string, lodged: string) =>
      tell(dutchCase(`claim: {id: v, kind: deferral, addressedTo: ${addressee}, lodged: ${lodged}}\n`)).claim
        ?.addressee;
    assert.equal(to('state-secretary', '2019-04-18'), 'de staatssecretaris van Justitie en Veiligheid');
    assert.equal(to('state-secretary', '2011-04-18'), 'de staatssecretaris');
    assert.equal(to('minister', '2025-09-01'), 'de minister van Asiel en Migratie');
    assert.equal(to('minister', '2024-06-01'), 'de minister');
    assert.equal(to('other', '2024-06-01'), undefined);
  });

  it('leads each part back to its place in the file', () => {
    for (const name of ['semon', 'afia', 'haertefall-sh', 'common-mistakes']) {
      const text = readFileSync(`samples/${name}.case.yaml`, 'utf8');
      for (const { id, at } of partsOf(tell(text))) {
        if (id === undefined) continue;
        assert.match(text.slice(at.start, at.end), new RegExp(`\\bid: *["']?${id}\\b`));
        assert.equal(text.slice(0, at.start).split('\n').length - 1, at.line);
      }
    }
  });

  it('has words for everything, in every language', () => {
    for (const name of SAMPLES)
      for (const language of LANGUAGES) {
        const json = JSON.stringify(tell(name, language));
        assert.doesNotMatch(json, /"(?:readable|papers|hints|facts|source)\.[a-z]/);
      }
  });

  it('keeps what would do harm elsewhere out of its texts', () => {
    const { persons } = tell(dutchCase('').replace('name: Ada', 'name: "A\\u0007d\\u202Ea\\uFFFF\\tB"'));
    assert.equal(persons[0]?.name, 'Ada B');
  });
});

function* partsOf(value: unknown): Generator<{ id?: string; at: Place }> {
  if (typeof value !== 'object' || value === null) return;
  const { at } = value as { at?: Place };
  // A deadline stands where its decision does, and a case at its own head.
  if (at && !('told' in value) && !('version' in value)) yield value as { id?: string; at: Place };
  for (const inner of Object.values(value as ReadableCase)) yield* partsOf(inner);
}
