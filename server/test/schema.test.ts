import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { DEFAULTS, ENUMS, FIELDS, FULL_CASE, REFERENCES } from './schema-data.js';
import {
  fields,
  item,
  type Node,
  nodes,
  refersTo,
  schema,
  sentences,
  target,
  text,
  words,
} from './schema-nodes.js';

const VOCABULARY = ['x-nl', 'x-de', 'x-ref', 'x-defines', 'x-enum'];
const TOP_LEVEL =
  'vangnet case persons timeline procedures circumstances claim letters documents arguments counterArguments';

// An event's `anyOf` asks for fields that stand beside it, not in it: strictRequired would refuse that.
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
ajv.addVocabulary(VOCABULARY);
const validate = ajv.compile(schema);

function isValid(change: (file: Record<string, unknown>) => void): boolean {
  const file = parse(FULL_CASE) as Record<string, unknown>;
  change(file);
  return validate(file);
}
const setIn =
  (section: string, index: number | undefined, key: string, value: unknown) =>
  (file: Record<string, unknown>): void => {
    const part = index === undefined ? file[section] : (file[section] as unknown[])[index];
    if (value === undefined) delete (part as Record<string, unknown>)[key];
    else (part as Record<string, unknown>)[key] = value;
  };

describe('case schema: shape', () => {
  it('has the sections in the order in which a person writes them', () => {
    assert.equal(schema.$id, 'urn:vangnet:case:1');
    assert.equal(Object.keys(schema.properties).join(' '), TOP_LEVEL);
    assert.deepEqual(schema.required, ['vangnet', 'case', 'persons']);
  });

  it('has the fields of the contract, in order, and asks for the same ones', () => {
    const found = Object.entries(schema.$defs).filter(([, def]) => def.properties);
    const shown = found.map(([name, { properties, required = [] }]) => [
      name,
      Object.keys(properties ?? {})
        .map((key) => (required.includes(key) ? `${key}!` : key))
        .join(' '),
    ]);
    assert.deepEqual(Object.fromEntries(shown), FIELDS);
  });

  it('is closed everywhere, but for keys that start with x-', () => {
    const objects = [schema, ...Object.values(schema.$defs)].filter((node) => node.properties);
    for (const node of objects) {
      assert.equal(node.additionalProperties, false, node.title);
      assert.deepEqual(node.patternProperties, { '^x-': true }, node.title);
    }
  });

  it('has the values of the contract and no others', () => {
    const found = fields().filter(
      ([, node]) => item(node).enum && !refersTo(node, 'countryCode', 'federalState'),
    );
    const shown = found.map(([name, node]) => [name, item(node).enum?.join(' ')]);
    assert.deepEqual(Object.fromEntries(shown), ENUMS);
  });

  it('knows the 249 countries of ISO 3166-1, stateless and unknown', () => {
    const codes = schema.$defs.countryCode?.enum ?? [];
    assert.equal(codes.length, 251);
    assert.equal(new Set(codes).size, 251);
    assert.deepEqual([...codes].sort(), [...isoCountries(), 'stateless', 'unknown']);
  });

  it('knows the 16 German Länder', () => {
    const codes = 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' ').map((code) => `DE-${code}`);
    assert.deepEqual([...(schema.$defs.federalState?.enum ?? [])].sort(), codes);
  });

  it('says what each reference points to, and which ids define what', () => {
    const refs = fields().flatMap(([name, node]) => {
      const ref = node['x-ref'] ?? node.items?.['x-ref'];
      return ref ? [[name, ref]] : [];
    });
    assert.deepEqual(Object.fromEntries(refs), REFERENCES);
    const pointing = fields().filter(([, node]) => refersTo(node, 'idRef'));
    assert.deepEqual(pointing.map(([name]) => name).sort(), Object.keys(REFERENCES).sort());
    const defines = fields().flatMap(([name, node]) =>
      node['x-defines'] ? [`${name}=${node['x-defines']}`] : [],
    );
    const kinds =
      'person event procedure remedy circumstance claim letter document argument counterArgument'.split(' ');
    assert.deepEqual(defines.sort(), kinds.map((kind) => `${kind}.id=${kind}`).sort());
  });

  it('states the defaults of the contract', () => {
    const found = fields().filter(([, node]) => 'default' in node);
    assert.deepEqual(Object.fromEntries(found.map(([name, node]) => [name, node.default])), DEFAULTS);
  });

  it('offers no alternatives that could blame the wrong branch', () => {
    assert.ok(!text.includes('"oneOf"'));
  });
});

/** ICU also names codes that ISO reserved, withdrew or never gave: those are listed here. */
function isoCountries(): string[] {
  const notIso = new Set(
    'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT PU PZ QO RH SU TA TP UK UN VD WK XA XB XK YD YU ZR ZZ'.split(
      ' ',
    ),
  );
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.filter((code) => names.of(code) !== undefined && !notIso.has(code));
}

describe('case schema: words', () => {
  it('explains every field, definition and item in three languages', () => {
    for (const [pointer, node] of nodes()) {
      for (const [language, said] of Object.entries(words(target(node)))) {
        assert.ok(said?.title?.trim() && said.description?.trim(), `${pointer} says nothing in ${language}`);
      }
    }
  });

  it('has words of its own for every field: none borrowed from its definition', () => {
    for (const [pointer, node] of nodes()) {
      if (pointer.endsWith('/items') && node.$ref) continue;
      for (const said of Object.values(words(node))) assert.ok(said?.title && said.description, pointer);
    }
  });

  it('explains every value in three languages', () => {
    for (const [pointer, node] of nodes()) {
      if (!node.enum) continue;
      // Countries have their names from the platform.
      const named = node.enum.filter(
        (value) => pointer !== '/$defs/countryCode' || !/^[A-Z]{2}$/.test(value),
      );
      assert.deepEqual(Object.keys(node['x-enum'] ?? {}), named, pointer);
      for (const [value, perLanguage] of Object.entries(node['x-enum'] ?? {})) {
        assert.deepEqual(Object.keys(perLanguage).sort(), ['de', 'en', 'nl'], `${pointer} ${value}`);
        for (const said of Object.values(perLanguage))
          assert.ok(said.title && said.description, `${pointer} ${value}`);
      }
    }
  });

  it('keeps labels to four words and explanations to three sentences, of a value to one', () => {
    for (const [where, language, { title = '', description = '' }] of sentences()) {
      const isValue = where.includes(' ');
      assert.ok(title.split(' ').length <= (isValue ? 6 : 4), `${where} ${language}: ${title}`);
      const prose = description.replace(/\b(\d+|Art)\. (?=[A-Z\d])/g, '');
      const ends = prose.match(/[.?!](?=\s|$)/g) ?? [];
      assert.ok(ends.length >= 1 && ends.length <= (isValue ? 1 : 3), `${where} ${language}: ${description}`);
    }
  });

  it('gives a key or value named in a sentence its lay label', () => {
    const names = new Set(
      [...fields(), ...Object.entries(schema.properties)].flatMap(([name, node]) => [
        name.split('.').at(-1),
        ...(item(node).enum ?? []),
      ]),
    );
    for (const [where, language, { description = '' }] of sentences()) {
      for (const [said, name = ''] of description.matchAll(/[‘„]([\w-]+)[’“](?! \()/g)) {
        // English words explain themselves, unless they are written together.
        const plain = language === 'en' && /^[a-z]+$/.test(name);
        assert.ok(plain || !names.has(name), `${where} ${language}: ${said}`);
      }
    }
  });

  it('uses no computer words and blames nobody', () => {
    const banned =
      /\b(schema|property|array|string|token|parse|mapping|ongeldig|invalid|ungültig|illegaal|illegal|illegaliteit|fout!|vreemdeling)\b/i;
    for (const [where, language, { title, description }] of sentences()) {
      assert.doesNotMatch(`${title} ${description}`, banned, `${where} ${language}`);
    }
  });

  it('writes quotation marks as each language does', () => {
    for (const [where, language, { title, description }] of sentences()) {
      const foreign = language === 'de' ? /["‘]/ : /["„“]/;
      assert.doesNotMatch(`${title} ${description}`, foreign, `${where} ${language}`);
    }
  });

  it('names only sources that the catalogue has', () => {
    const catalogue = parse(readFileSync('server/knowledge/sources.yaml', 'utf8')) as { id: string }[];
    const known = new Set(catalogue.map(({ id }) => id));
    let named = 0;
    for (const [where, , { description = '' }] of sentences()) {
      for (const [id] of description.matchAll(
        /\b(?:nl|de|eu|echr|crc|ngo)\.[a-z0-9][a-z0-9.-]*[a-z0-9]|\b(?:echr|crc)\.\d/g,
      )) {
        named += 1;
        assert.ok(known.has(id), `${where}: ${id}`);
      }
    }
    assert.ok(named > 100, `found ${named} sources: does the pattern still fit?`);
  });
});

describe('case schema: what it accepts', () => {
  it('has an example for every field and definition, and each is valid', () => {
    for (const [pointer, node] of [['', schema] as [string, Node], ...nodes()]) {
      if (pointer.endsWith('/items')) continue;
      assert.ok(node.examples?.length, `${pointer} has no example`);
      const check = ajv.compile({ $ref: `${schema.$id}#${pointer}` });
      for (const example of node.examples) {
        assert.ok(check(example), `${pointer} ${JSON.stringify(example)} ${ajv.errorsText(check.errors)}`);
      }
    }
  });

  it('accepts the example of the contract, and a file of a few lines', () => {
    assert.ok(validate(parse(FULL_CASE)), ajv.errorsText(validate.errors));
    const short =
      'vangnet: 1\ncase: {id: a, title: b, jurisdiction: de, confidentiality: real}\npersons: [{id: c, name: d, role: applicant}]';
    assert.ok(validate(parse(short)), ajv.errorsText(validate.errors));
  });

  it('misses what is required, at every place', () => {
    for (const [name, def] of Object.entries(schema.$defs)) {
      const [example] = def.examples ?? [];
      const check = ajv.compile({ $ref: `${schema.$id}#/$defs/${name}` });
      for (const key of def.required ?? []) {
        const { [key]: _, ...rest } = example as Record<string, unknown>;
        assert.ok(!check(rest), `${name} without ${key}`);
      }
    }
    for (const key of ['vangnet', 'case', 'persons']) assert.ok(!isValid((file) => delete file[key]), key);
  });

  it('wants an applicant among the persons', () => {
    assert.ok(!isValid(setIn('persons', 0, 'role', 'co-applicant')));
    assert.ok(!isValid((file) => (file.persons = [])));
  });

  it('wants a date or a start of an event, and a start where there is an end', () => {
    assert.ok(!isValid(setIn('timeline', 0, 'date', undefined)));
    assert.ok(isValid(setIn('timeline', 1, 'to', undefined)));
    assert.ok(!isValid(setIn('timeline', 1, 'from', undefined)));
    assert.ok(!isValid(setIn('timeline', 0, 'to', '2005')));
  });

  it('takes dates of year, month or day, and leaves the calendar to the rules', () => {
    const dates = [2013, '2013', '2013-05', '2013-05-04', '1986~', '2010-01?', '2013-13', '2013-02-30'];
    for (const date of dates) assert.ok(isValid(setIn('claim', undefined, 'lodged', date)), String(date));
    const others = [
      '04-05-2013',
      '2013-5',
      '2013-05-04T10:00',
      'mei 2013',
      '2013~?',
      '',
      20130504,
      999,
      2013.5,
      true,
    ];
    for (const date of others) assert.ok(!isValid(setIn('claim', undefined, 'lodged', date)), String(date));
  });

  it('takes ids of small letters, digits and hyphens', () => {
    for (const id of ['a', 'circ-1', 'x-']) assert.ok(isValid(setIn('claim', undefined, 'id', id)), id);
    for (const id of ['', '1a', 'Circ', 'circ worteling', 'circ_1', '-a']) {
      assert.ok(!isValid(setIn('claim', undefined, 'id', id)), id);
    }
  });

  it('refuses unknown fields, empty text and a text where a list belongs', () => {
    assert.ok(!isValid(setIn('persons', 0, 'arivalDate', 2003)));
    assert.ok(!isValid(setIn('case', undefined, 'title', '')));
    assert.ok(!isValid(setIn('claim', undefined, 'grounds', 'nl.vw.14')));
    assert.ok(!isValid(setIn('claim', undefined, 'grounds', [''])));
    assert.ok(!isValid(setIn('persons', 0, 'vNumber', 1234567890)));
    assert.ok(!isValid((file) => (file.vangnet = 2)));
    assert.ok(isValid((file) => (file['x-anything'] = [1, { a: null }])));
  });
});
