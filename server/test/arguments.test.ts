// Holds the argument snippets to their schema, to the catalogue they were written from and to the way we write.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  circumstanceKinds,
  compile,
  counts,
  dutch,
  editions,
  facts,
  german,
  type Language,
  rebuttals,
  sample,
  several,
  snippet,
  snippets,
  sources,
  words,
  written,
} from './arguments-data.js';

describe('arguments: schemas', () => {
  for (const [name, data] of Object.entries({ arguments: snippets, facts })) {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
    const options = { strict: true, strictTypes: false, strictRequired: false, allErrors: true };
    const validate = new Ajv2020(options).compile(schema);
    it(`${name}.yaml follows its schema`, () => {
      assert.ok(validate(data), JSON.stringify(validate.errors, null, 2));
    });
    it(`${name}.schema.json refuses what is missing or unknown`, () => {
      const [first] = data as unknown as Record<string, unknown>[];
      for (const key of Object.keys(first!)) {
        const { [key]: _left, ...rest } = first!;
        assert.equal(validate([rest]), false, `without ${key}`);
      }
      assert.equal(validate([{ ...first, tekst: {} }]), false);
    });
  }
});

describe('arguments: catalogue', () => {
  it('has exactly the known snippets, each once, in their jurisdiction', () => {
    const of = (jurisdiction: string): string[] =>
      snippets.filter((entry) => entry.jurisdiction === jurisdiction).map((entry) => entry.id);
    assert.deepEqual(of('nl').sort(), [...dutch].sort());
    assert.deepEqual(of('de').sort(), [...german].sort());
    assert.equal(snippets.length, 41);
  });

  it('has the languages of the jurisdiction', () => {
    for (const entry of snippets)
      for (const texts of [entry.title, ...editions(entry).map((edition) => edition.text)])
        assert.deepEqual(Object.keys(texts).sort(), ['en', entry.jurisdiction].sort(), entry.id);
  });

  it('rebuts exactly what the catalogue says', () => {
    for (const jurisdiction of ['nl', 'de'] as const) {
      const actual: Record<string, string[]> = {};
      for (const { id, answers } of snippets.filter((entry) => entry.jurisdiction === jurisdiction))
        for (const kind of answers) actual[kind] = [...(actual[kind] ?? []), id].sort();
      assert.deepEqual(actual, rebuttals[jurisdiction]);
    }
  });

  it('offers something for every kind of circumstance in each jurisdiction', () => {
    for (const jurisdiction of ['nl', 'de'])
      for (const kind of circumstanceKinds)
        assert.ok(
          snippets.some((s) => s.jurisdiction === jurisdiction && s.fits.circumstances?.includes(kind)),
          `${jurisdiction}: ${kind}`,
        );
  });

  it('gives only minister-remains-competent a text for each regime, without gap or overlap', () => {
    const withVariants = snippets.filter((entry) => entry.variants);
    assert.deepEqual(
      withVariants.map((entry) => entry.id),
      ['minister-remains-competent'],
    );
    assert.deepEqual(
      withVariants[0]!.variants!.map(({ from, to }) => [from, to]),
      [
        ['2025-08-27', undefined],
        [undefined, '2025-08-26'],
      ],
    );
  });
});

describe('arguments: sources', () => {
  const began = new Map(sources.map((source) => [source.id, source.inForce?.from]));

  it('rest on existing sources', () => {
    for (const { id, cites } of written) {
      assert.ok(cites.length > 0, id);
      for (const cite of cites) assert.ok(began.has(cite), `${id}: ${cite}`);
    }
  });

  it('can be used in files of early 2019, but for the two that cannot', () => {
    const young = snippets.filter((entry) =>
      editions(entry).some(({ cites }) => !cites.some((cite) => (began.get(cite) ?? '9999') < '2019')),
    );
    assert.ok(
      young.every(({ id }) => ['minister-remains-competent', 'comparison-with-germany'].includes(id)),
    );
  });

  it('name a provision or ruling only where its source is cited', () => {
    const named: [RegExp, string][] = [
      [/\b3:2\b/, 'nl.awb.3-2'],
      [/\b3:4(,|\()/, 'nl.awb.3-4-2'],
      [/\b3:46\b/, 'nl.awb.3-46'],
      [/\b4:6\b/, 'nl.awb.4-6'],
      [/\b4:84\b/, 'nl.awb.4-84'],
      [/\bart\. 14\b/i, 'nl.vw.14'],
      [/\bart\. 64\b/i, 'nl.vw.64'],
      [/\b3\.48\b/, 'nl.vb.3.48-2a'],
      [/ECLI:NL:RVS:2016:2840/, 'nl.rvs.2016.2840'],
      [/200605794/, 'nl.rvs.2006-12-21'],
      [/27 (augustus|August) 2025/, 'nl.rvs.2025-08-27'],
      [/13 (maart|March) 2019/, 'nl.rvs.advies-2019'],
      [/Jeunesse/, 'echr.jeunesse'],
      [/art\. 8 (EVRM|ECHR|EMRK)/i, 'echr.8'],
      [/IVRK|CRC|UN-Kinderrechtskonvention|Rights of the Child/, 'crc.3'],
      [/2008\/115/, 'eu.return-directive.6-4'],
      [/Stichting LOS/, 'nl.los.schrijnend'],
      [/ACVZ|Adviescommissie/, 'nl.acvz-2019'],
      [/Een humanitair vangnet/, 'ngo.vangnet-2020'],
      [/§ 23a/, 'de.aufenthg.23a'],
      [/§ 25a/, 'de.aufenthg.25a'],
      [/§ 25b/, 'de.aufenthg.25b'],
      [/§ 25( Abs\. 5|\(5\))/, 'de.aufenthg.25-5'],
      [/§ 60a/, 'de.aufenthg.60a'],
      [/asyl\.net/, 'de.asyl-net.hfa'],
      [/\bGG\b/, 'de.gg.proportionality'],
    ];
    for (const [pattern, source] of named) {
      const users = written.filter(({ text }) => pattern.test(text));
      assert.ok(users.length > 0, `${pattern} names nothing`);
      for (const { id, cites } of users) assert.ok(cites.includes(source), `${id} names ${source}`);
    }
  });

  it('name nothing else by number', () => {
    const known = /^(3:2|3:4|3:46|4:6|4:84|14|64|3\.48|8|3|6|20)$/;
    for (const { id, text } of written)
      for (const [, number] of text.matchAll(/\bart(?:s|ikel)?\.? (\d[\d.:]*\d|\d)/gi))
        assert.match(number!, known, `${id}: art. ${number}`);
  });

  it('say where the reading is ours', () => {
    const current = snippet('minister-remains-competent').variants![0]!.text;
    assert.match(current.nl!, /[Nn]aar onze lezing.*; controleer de uitspraak\./);
    assert.match(current.en!, /[Ii]n our reading.*; check the ruling\./);
  });
});

/** The facts a message takes, found by asking for them with each count. */
function factsOf(text: string, language: Language): string[] {
  const asked = new Set<string>();
  for (const count of [1, 2])
    compile(
      text,
      language,
    )(
      new Proxy({} as Record<string, unknown>, {
        get: (_, name) => {
          asked.add(String(name));
          return count;
        },
      }),
    );
  return [...asked].sort();
}

const isPrinted = (type: string | undefined): boolean => type !== 'number' && type !== 'source';

/** A word that stands by itself; `\b` takes the ß of ‘außer’ for its end. */
const alone = (list: string): RegExp => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');

describe('arguments: texts', () => {
  const known = new Map(facts.map((fact) => [fact.id, fact.type]));
  const gendered: Record<Language, RegExp> = {
    nl: alone('hij|hem|haar|hun|zijn (?:moeder|vader|leven|kind|kinderen)'),
    en: alone('he|she|him|his|her|hers'),
    de: alone('er|ihm|ihn|ihres|deren|seine?[mnrs]?'),
  };
  const avoided: Record<Language, RegExp> = {
    nl: /illegaal|illegaliteit|\bde vreemdeling\b|\bregels?\b|ongeldig|geen enkele|vergeten|!|["']/i,
    en: /\billegal|\binvalid|\balien\b|forgot|!|["']/i,
    de: /illegal|ungültig|vergessen|!|["']/i,
  };

  for (const { id, language, text } of written)
    it(`${id} (${language})`, () => {
      const used = factsOf(text, language);
      const filled = used.filter((name) => isPrinted(known.get(name)));
      assert.ok(
        used.every((name) => known.has(name)),
        `unknown fact in ${used.join(' ')}`,
      );
      assert.ok(filled.length >= 1 && filled.length <= 4, `facts: ${filled.join(' ')}`);
      for (const facts of [sample(language, 'Amina', 1), several(language)]) {
        const said = compile(text, language)(facts);
        const count = words(said).length;
        assert.ok(count >= 60 && count <= 120, `${count} words`);
        assert.doesNotMatch(said, /[{}]|undefined|\s{2}/);
        assert.doesNotMatch(said, gendered[language]);
        assert.doesNotMatch(said.replace(/‘[^’]*’|„[^“]*“/g, ''), avoided[language]);
        assert.equal(said, said.trim());
        for (const name of filled) assert.ok(said.includes(String(facts[name])), `${name} is not printed`);
      }
      for (const name of used.filter((fact) => known.get(fact) === 'number')) {
        const one = sample(language, 'Amina', 1);
        const format = compile(text, language);
        assert.notEqual(format({ ...one, [name]: 2 }), format(one), `${name} changes nothing`);
      }
    });

  it('name a source only where it existed', () => {
    const named: Record<string, RegExp> = {
      jeunesse: /Jeunesse|EHRM|Court of Human Rights|EGMR/,
      weighingRuling: /ECLI:NL:RVS:2016:2840|Raad van State|Council of State/,
      noFaultPermit: /3\.48|genoemde vergunning|that permit/,
      advisoryCount: /Adviescommissie|Advisory Committee/,
      paper: /humanitair vangnet/,
    };
    const sourceFacts = facts.filter(({ type }) => type === 'source');
    assert.deepEqual(sourceFacts.map(({ id }) => id).sort(), Object.keys(named).sort());
    for (const { id: fact, source } of sourceFacts) {
      assert.ok(
        sources.some(({ id }) => id === source),
        source,
      );
      const users = written.filter(({ text, language }) => factsOf(text, language).includes(fact));
      assert.ok(users.length >= 2, fact);
      for (const { id, language, text, cites } of users) {
        assert.ok(cites.includes(source!), `${id} does not cite ${source}`);
        const format = compile(text, language);
        const before = format({ ...sample(language, 'Amina', 1), [fact]: 'no' });
        assert.match(format({ ...sample(language, 'Amina', 1), [fact]: 'yes' }), named[fact]!);
        assert.doesNotMatch(before, named[fact]!, `${id} (${language})`);
        assert.doesNotMatch(before, /\s{2}|\s[.,]/);
        assert.ok(words(before).length >= 60, `${id} (${language}): ${words(before).length} words`);
      }
    }
  });

  it('print no count', () => {
    for (const { id, language, text } of written)
      assert.doesNotMatch(compile(text, language)({ ...several(language), ...counts(4711) }), /4711/, id);
  });

  it('use the same facts in each language', () => {
    for (const entry of snippets)
      for (const { text } of editions(entry)) {
        const [first, second] = Object.entries(text).map(([language, message]) =>
          factsOf(message, language as Language).filter((name) => isPrinted(known.get(name))),
        );
        assert.deepEqual(first, second, entry.id);
      }
  });

  it('never begin a sentence with a phrase in lower case', () => {
    const lower = facts.filter((fact) => fact.type === 'phrase').map((fact) => fact.id);
    for (const { id, text } of written)
      for (const name of lower)
        assert.doesNotMatch(text, new RegExp(`(^|[.?] )\\{${name}\\}`), `${id}: ${name}`);
  });
});
