// Holds the legal data (sources, senders, terms) to its schemas and to the tables it was written from.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import MessageFormatModule from '@messageformat/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { SNIPPETS } from '../src/generated/knowledge.js';
import {
  circumstanceKinds,
  counterArgumentKinds,
  counterArguments,
  expectedFitting,
  expectedRoles,
  expectedSources,
  idsWhere,
  type Language,
  type Localized,
  languages,
  senders,
  source,
  sourceIds,
  sources,
  terms,
  words,
} from './knowledge-data.js';

// The package is CommonJS that exports the class itself; its types speak of a default export.
const MessageFormat = MessageFormatModule as unknown as typeof MessageFormatModule.default;

// `anyOf` and `if` name properties of the object around them, which strictRequired does not see.
const strict = { strict: true, strictRequired: false };

/** Every string of the data with the path that leads to it. */
function* strings(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (value && typeof value === 'object')
    for (const [key, child] of Object.entries(value)) yield* strings(child, `${path}/${key}`);
}

describe('knowledge: schemas', () => {
  for (const [name, data] of Object.entries({ sources, senders, terms })) {
    const schema = JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
    it(`${name}.yaml follows its schema`, () => {
      const validate = new Ajv2020({ ...strict, allErrors: true }).compile(schema);
      assert.ok(validate(data), JSON.stringify(validate.errors, null, 2));
    });
    it(`${name}.schema.json refuses an unknown field and a missing language`, () => {
      const validate = new Ajv2020(strict).compile(schema);
      const first = (copy: unknown): Record<string, unknown> =>
        (Array.isArray(copy)
          ? copy
          : (copy as Record<string, unknown[]>)[name === 'senders' ? 'senders' : 'regimes'])![0];
      const unknownField = structuredClone<unknown>(data);
      first(unknownField).surprise = true;
      assert.equal(validate(unknownField), false);
      const noGerman = structuredClone<unknown>(data);
      delete (first(noGerman)[name === 'senders' ? 'request' : 'text'] as Partial<Localized>).de;
      assert.equal(validate(noGerman), false);
    });
    it(`every property of ${name}.schema.json has a title and a description`, () => {
      assert.deepEqual(undescribed(schema), []);
    });
  }
});

/** Paths of properties without title or description; a `$ref` may bring them along. */
function undescribed(schema: object): string[] {
  const defs = (schema as { $defs: Record<string, Record<string, unknown>> }).$defs;
  const missing: string[] = [];
  const visit = (node: Record<string, unknown>, path: string): void => {
    for (const [key, property] of Object.entries((node.properties ?? {}) as Record<string, object>)) {
      const own = property as Record<string, unknown>;
      const base = typeof own.$ref === 'string' ? defs[own.$ref.replace('#/$defs/', '')] : {};
      const described = { ...base, ...own };
      if (!described.title || !described.description) missing.push(`${path}/${key}`);
      visit(own, `${path}/${key}`);
    }
  };
  visit(schema as Record<string, unknown>, '');
  for (const [name, def] of Object.entries(defs)) visit(def, name);
  return missing;
}

describe('knowledge: sources', () => {
  it('has exactly the known sources, each once', () => {
    assert.deepEqual(sources.map((entry) => entry.id).sort(), [...expectedSources].sort());
  });

  it('states each in one to four sentences', () => {
    for (const { id, text } of sources)
      for (const language of languages) {
        const count = sentences(text[language], language);
        assert.ok(count >= 1 && count <= 4, `${id} ${language}: ${count} sentences`);
      }
  });

  it('knows which can be a ground, hold at any time and ask for an addressee', () => {
    const atAnyTime = words('echr.3 echr.8 eu.return-directive.6-4 nl.vb.3.4-3 nl.vw.14');
    const others = words(`nl.vb.3.6ba nl.vw.64 nl.vb.3.48-2a de.aufenthg.23a de.aufenthg.25a de.aufenthg.25-5
      de.aufenthg.25b de.aufenthg.60a`);
    assert.deepEqual(
      idsWhere((entry) => entry.holdsAtAnyTime),
      atAnyTime,
    );
    assert.deepEqual(
      idsWhere((entry) => entry.ground),
      [...atAnyTime, ...others].sort(),
    );
    assert.deepEqual(
      idsWhere((entry) => entry.firstProcedureOnly),
      ['nl.vb.3.6ba'],
    );
    assert.deepEqual(
      Object.fromEntries(sources.flatMap((s) => (s.addressees ? [[s.id, s.addressees]] : []))),
      {
        'nl.vb.3.4-3': ['state-secretary', 'minister'],
        'nl.vb.3.6ba': ['ind-director'],
        'nl.vw.14': ['minister', 'state-secretary'],
        'de.aufenthg.23a': ['hardship-commission'],
      },
    );
  });

  it('closes the old power on the day before the new one opens', () => {
    assert.equal(source('nl.vb.3.4-3').inForce?.to, '2019-04-30');
    assert.equal(source('nl.vb.3.6ba').inForce?.from, '2019-05-01');
    assert.equal(source('nl.rvs.2025-08-27').inForce?.from, '2025-08-27');
  });

  it('gives an ECLI only where one is known', () => {
    assert.deepEqual(
      idsWhere((entry) => entry.ecli),
      ['nl.rvs.2016.2840', 'nl.rvs.2022.2290', 'nl.rvs.harderwijk'],
    );
    assert.equal(source('nl.rvs.2025-08-27').ecli, undefined);
  });

  it('says what is recalled and what is under review', () => {
    assert.deepEqual(
      idsWhere((entry) => entry.confidence === 'recalled'),
      ['echr.3'],
    );
    const moving = words(`de.aufenthg.25b de.ni.hfk eu.pact-2026 eu.return-directive.6-4 nl.rvs.2025-08-27
      nl.vb.3.6ba nl.vw.14 nl.vw.69`);
    assert.deepEqual(
      idsWhere((entry) => entry.review),
      moving,
    );
  });

  it('names existing sources as successors', () => {
    for (const { id, supersededBy } of sources)
      assert.ok(supersededBy === undefined || sourceIds.has(supersededBy), id);
  });
});

/** Counts sentences as a reader does: ‘art. 3’ and ‘4. Mai’ end none. */
function sentences(text: string, language: Language): number {
  const plain = text
    .replace(/\b(art|arts|no|nr|Nr|Art|Abs|Buchst|Rn|Stb|Stcrt)\. /g, '$1 ')
    .replace(/(\d)\. /g, '$1 ');
  return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(plain)].length;
}

describe('knowledge: our own reading', () => {
  const said: Localized = { nl: 'naar onze lezing', en: 'in our reading', de: 'nach unserer lesart' };
  const check: Localized = {
    nl: 'controleer de uitspraak',
    en: 'check the ruling',
    de: 'bitte die entscheidung',
  };
  const readings = {
    'nl.vw.14': source('nl.vw.14').text,
    'nl.rvs.2025-08-27': source('nl.rvs.2025-08-27').text,
    'regime c': terms.regimes[2]?.text,
  };
  for (const [what, text] of Object.entries(readings))
    it(`${what} says that it is one, in each language`, () => {
      for (const language of languages) {
        assert.ok(text?.[language].toLowerCase().includes(said[language]), `${what} ${language}`);
        assert.ok(text?.[language].toLowerCase().includes(check[language]), `${what} ${language}`);
      }
    });
});

describe('knowledge: senders', () => {
  it('has exactly the roles of letters.from, each once', () => {
    assert.deepEqual(senders.senders.map((sender) => sender.role).sort(), [...expectedRoles].sort());
  });

  it('has the table of fitting senders', () => {
    assert.deepEqual(senders.fitting, expectedFitting);
    assert.deepEqual(senders.fittingYoungChild, ['physician', 'child-protection', 'social-work']);
    assert.deepEqual(senders.other, ['ngo', 'social-work']);
  });

  it('repeats that table at each sender', () => {
    for (const { role, fitsFor } of senders.senders) {
      const expected = circumstanceKinds.filter((kind) => {
        const young = kind === 'rooted-child' || kind === 'education' ? senders.fittingYoungChild : [];
        return [...(senders.fitting[kind] ?? senders.other), ...young].includes(role);
      });
      assert.deepEqual([...fitsFor].sort(), expected.sort(), role);
    }
  });

  it('calls family, neighbours, sports clubs and faith communities personal', () => {
    const personal = senders.senders.filter((sender) => sender.personal).map((sender) => sender.role);
    assert.deepEqual(personal.sort(), ['faith-community', 'family', 'neighbour', 'sports-club']);
  });

  it('rests on existing sources', () => {
    for (const { role, sources: cited } of senders.senders)
      for (const id of cited) assert.ok(sourceIds.has(id), `${role}: ${id}`);
  });

  it('asks those who treat a person for facts, on the advice of the KNMG', () => {
    const treating = senders.senders.filter(({ role }) => role === 'physician' || role === 'mental-health');
    assert.equal(treating.length, 2);
    for (const { role, request, sources: cited } of treating) {
      assert.ok(cited.includes('nl.knmg.verklaring'), role);
      assert.match(
        request.nl,
        /schriftelijke toestemming[\s\S]*geen oordeel en geen ‘geneeskundige verklaring’/,
        role,
      );
      assert.match(request.en, /written consent[\s\S]*do not ask for a judgement/, role);
      assert.match(request.de, /schriftliche Einwilligung[\s\S]*Um eine Beurteilung bitten wir nicht/, role);
    }
  });
});

describe('knowledge: letter requests', () => {
  const one = { persons: 'Amina', personCount: 1, circumstances: 'zeventien jaar in Nederland' };
  const several = {
    persons: 'Amina, Yusuf en Sara',
    personCount: 3,
    circumstances: 'worteling in Nederland, ziekte van een kind en zorg voor elkaar',
  };
  const facts = ['circumstances', 'personCount', 'persons'];
  const phoneNumber = { nl: /nummer/, en: /number/, de: /Nummer/ };
  const signature = { nl: /handtekening/, en: /signature/, de: /Unterschrift/ };
  const gendered = {
    nl: /\b(hij|zij|ze|hem|haar|zijn (moeder|vader|leven)|hun)\b/i,
    en: /\b(he|she|him|his|her|hers)\b/i,
    de: /\b(er|ihm|sein|seine|ihres|deren)\b/,
  };

  for (const { role, request } of senders.senders)
    for (const language of languages)
      it(`${role} (${language})`, () => {
        const text = request[language];
        const format = new MessageFormat(language).compile(text);
        assert.deepEqual(argumentNames(text, language), facts);
        for (const sample of [one, several]) {
          const letter = format(sample);
          const count = letter.split(/\s+/).length;
          assert.ok(count >= 60 && count <= 140, `${count} words`);
          assert.ok(letter.includes(sample.persons) && letter.includes(sample.circumstances));
          assert.doesNotMatch(letter, /[{}]|undefined/);
          assert.match(letter, phoneNumber[language]);
          assert.match(letter, signature[language]);
          assert.doesNotMatch(letter, gendered[language]);
        }
        assert.notEqual(format({ ...one, personCount: 2 }), format(one), 'the plural changes nothing');
      });
});

/** The arguments a message takes, found by asking for them. */
function argumentNames(text: string, language: Language): string[] {
  const asked = new Set<string>();
  const format = new MessageFormat(language).compile(text);
  const spy = new Proxy({} as Record<string, unknown>, {
    get: (_, name) => {
      asked.add(String(name));
      return 1;
    },
  });
  format(spy);
  return [...asked].sort();
}

describe('knowledge: terms', () => {
  it('names each term once', () => {
    const ids = terms.terms.map((term) => term.id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length >= 70, `${ids.length} terms`);
  });

  it('has three regimes without gap or overlap, on existing sources', () => {
    assert.deepEqual(
      terms.regimes.map(({ id, from, to }) => [id, from, to]),
      [
        ['a', undefined, '2019-04-30'],
        ['b', '2019-05-01', '2025-08-26'],
        ['c', '2025-08-27', undefined],
      ],
    );
    for (const regime of terms.regimes)
      for (const id of [...regime.sources, ...regime.grounds])
        assert.ok(sourceIds.has(id), `${regime.id}: ${id}`);
    for (const regime of terms.regimes)
      for (const id of regime.grounds) assert.ok(source(id).ground, `${regime.id}: ${id}`);
  });
});

describe('knowledge: counter-arguments', () => {
  const schema = JSON.parse(readFileSync('schemas/counter-arguments.schema.json', 'utf8')) as object;

  it('follow their schema, in which everything is described', () => {
    const validate = new Ajv2020({ ...strict, allErrors: true }).compile(schema);
    assert.ok(validate(counterArguments), JSON.stringify(validate.errors, null, 2));
    assert.deepEqual(undescribed(schema), []);
    assert.equal(validate([{ ...counterArguments[0], surprise: true }]), false);
  });

  it('name each kind of the case file but ‘other’ once, and sources that exist', () => {
    const kinds = counterArguments.map(({ kind }) => kind);
    assert.deepEqual([...kinds].sort(), counterArgumentKinds.filter((kind) => kind !== 'other').sort());
    for (const { kind, sources: own } of counterArguments)
      for (const id of own) assert.ok(sourceIds.has(id), `${kind}: ${id}`);
  });

  it('are rebutted by snippets of the jurisdiction that say so themselves', () => {
    for (const { kind, rebuttals } of counterArguments)
      for (const jurisdiction of ['nl', 'de'] as const)
        for (const id of rebuttals[jurisdiction]) {
          const snippet = SNIPPETS.find((entry) => entry.id === id);
          assert.equal(snippet?.jurisdiction, jurisdiction, `${kind}: ${id}`);
          assert.ok(snippet.answers.includes(kind), `${id} does not answer ${kind}`);
        }
  });
});

describe('knowledge: wording', () => {
  const all = [
    ...strings({
      sources,
      senders,
      terms: terms.terms,
      names: terms.names,
      regimes: terms.regimes,
      counterArguments,
    }),
  ];
  const avoided: Record<Language, RegExp> = {
    nl: /illega|vreemdeling(?!en)|\bregels?\b|\bongeldig|geen enkele|vergeten|!/i,
    en: /\billegal|\binvalid|forgot|!/i,
    de: /illegal|ungültig|vergessen|!/i,
  };
  for (const language of languages)
    it(`avoids the words and quotation marks that ${language} leaves out`, () => {
      const texts = all.filter(([path]) => path.endsWith(`/${language}`));
      assert.ok(texts.length > 300, `${texts.length} texts`);
      for (const [path, text] of texts) {
        assert.doesNotMatch(text, avoided[language], path);
        assert.doesNotMatch(text, /["']/, path);
        assert.equal(text, text.trim(), path);
        assert.doesNotMatch(text, / {2}/, path);
      }
    });
});
