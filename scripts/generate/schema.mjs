// @ts-check
/**
 * From schemas/case.schema.json, once at build time: validators as plain code (no eval, nothing compiled at
 * start-up), the TypeScript types, the shape that edits and completion walk, and the words of each language. Shape and
 * words of vangnet.config.yaml too, but for the rules in it: those are in the registry.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { parse } from 'yaml';
import { configSchema } from './config-schema.mjs';
import { put } from './put.mjs';

/** @typedef {Record<string, any>} Schema */

const standaloneCode = /** @type {any} */ (standaloneModule).default ?? standaloneModule;
export const VOCABULARY = ['x-nl', 'x-de', 'x-ref', 'x-defines', 'x-enum'];
/** Keywords that say something to people: in validators they would only be carried along. */
export const ANNOTATIONS = ['title', 'description', 'examples', 'default', ...VOCABULARY];

/** @param {string} root @param {string} out */
export async function generateSchema(root, out) {
  const schema = JSON.parse(await readFile(path.join(root, 'schemas/case.schema.json'), 'utf8'));
  const sources = parse(await readFile(path.join(root, 'server/knowledge/sources.yaml'), 'utf8'));
  await Promise.all([
    put(path.join(out, 'validate.js'), validators(schema)),
    put(path.join(out, 'validate.d.ts'), VALIDATE_TYPES),
    put(path.join(out, 'case-types.ts'), await types(schema)),
    put(path.join(out, 'shape.ts'), shape(schema)),
    put(path.join(out, 'config-shape.ts'), shape(CONFIG)),
    ...['en', 'nl', 'de'].flatMap((language) => [
      put(path.join(out, `schema-words.${language}.ts`), schemaWords(schema, language, sources)),
      put(path.join(out, `config-words.${language}.ts`), schemaWords(CONFIG, language, sources)),
    ]),
  ]);
}

const CONFIG = configSchema({});

const VALIDATE_TYPES = `export interface AjvError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export interface Validator {
  (value: unknown): boolean;
  errors?: readonly AjvError[] | null;
}
export declare const validators: Readonly<Record<string, Validator>>;
`;

/** Definitions that describe one part of a file: each is validated by itself, so that an edit costs one part. */
function partDefs(/** @type {Schema} */ schema) {
  return Object.entries(schema.properties).flatMap(([name, value]) => {
    const def = refName(value) ?? refName(value.items);
    return def && schema.$defs[def]?.type === 'object' ? [{ name, def, list: value.type === 'array' }] : [];
  });
}

function validators(/** @type {Schema} */ schema) {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true, optimize: true },
  });
  ajv.addSchema(without(schema, ANNOTATIONS));
  const exports = Object.fromEntries(partDefs(schema).map(({ def }) => [def, `${schema.$id}#/$defs/${def}`]));
  const code = standaloneCode(ajv, exports);
  return `${code}\nexport const validators = { ${Object.keys(exports).join(', ')} };\n`;
}

/**
 * A copy of the schema without these keywords. Fields of a case file that are called so ('title') stay: they
 * stand directly below `properties`.
 * @param {any} node @param {string[]} keywords @param {boolean} [areFields]
 * @returns {any}
 */
export function without(node, keywords, areFields = false) {
  if (Array.isArray(node)) return node.map((item) => without(item, keywords));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => areFields || !keywords.includes(key))
      .map(([key, value]) => [key, without(value, keywords, key === 'properties' || key === '$defs')]),
  );
}

async function types(/** @type {Schema} */ schema) {
  // Names come from the definitions, not from lay titles; alternatives and `x-` keys only blur the types.
  const plain = without(schema, [
    'title',
    'anyOf',
    'dependentRequired',
    'patternProperties',
    '$id',
    ...VOCABULARY,
  ]);
  const code = await compile(plain, 'CaseFile', {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    bannerComment: '/* Generated from schemas/case.schema.json: change that. */',
    format: false,
    unreachableDefinitions: true,
  });
  return code;
}

/** The order of keys, what each holds, and which refer to which: what edits and completion need, without texts. */
function shape(/** @type {Schema} */ schema) {
  const sections = Object.entries(schema.properties).map(([name, value]) => ({
    name,
    list: value.type === 'array',
    def: refName(value) ?? refName(value.items) ?? null,
    required: schema.required?.includes(name) ?? false,
  }));
  const shapes = Object.fromEntries(
    Object.entries(schema.$defs)
      .filter(([, def]) => def.type === 'object')
      .map(([name, def]) => [name, objectShape(schema, def)]),
  );
  return `import type { Section, Shape } from '../core/schema/shape-types.js';\n\nexport const SECTIONS: readonly Section[] = ${JSON.stringify(sections, null, 1)};\n\n/** The fields of the file itself. */\nexport const FILE: Shape = ${JSON.stringify(objectShape(schema, schema), null, 1)};\n\nexport const SHAPES: Readonly<Record<string, Shape>> = ${JSON.stringify(shapes, null, 1)};\n`;
}

function objectShape(/** @type {Schema} */ schema, /** @type {Schema} */ def) {
  return {
    required: def.required ?? [],
    keys: Object.entries(def.properties).map(([name, value]) => keyShape(schema, name, value)),
  };
}

function keyShape(/** @type {Schema} */ schema, /** @type {string} */ name, /** @type {Schema} */ value) {
  const own = resolve(schema, value);
  const item = own.type === 'array' ? own.items : value;
  const target = resolve(schema, item);
  const defName = refName(item);
  const kind = defName && schema.$defs[defName].type === 'object' ? 'fields' : kindOf(defName, target);
  return {
    name,
    list: own.type === 'array',
    kind,
    ...(kind === 'fields' ? { def: defName } : {}),
    ...(target.enum ? { values: target.enum } : {}),
    ...((item['x-ref'] ?? value['x-ref']) ? { ref: item['x-ref'] ?? value['x-ref'] } : {}),
    ...(value['x-defines'] ? { defines: value['x-defines'] } : {}),
    ...('default' in value ? { default: value.default } : {}),
  };
}

function kindOf(/** @type {string | undefined} */ defName, /** @type {Schema} */ target) {
  if (defName === 'date' || defName === 'source' || defName === 'file') return defName;
  if (target.enum) return 'enum';
  if (defName === 'id' || defName === 'idRef') return 'id';
  return target.type === 'boolean' ? 'boolean' : target.type === 'integer' ? 'integer' : 'text';
}

/**
 * Where a description names a source by its id, as any editor shows it from the schema, people get its short name:
 * 'art. 64 Vw' for `nl.vw.64`.
 * @param {Schema} schema @param {string} language @param {readonly any[]} sources
 */
function schemaWords(schema, language, sources) {
  const shortNames = new Map(sources.map(({ id, short }) => [id, short[language]]));
  const readable = (/** @type {string | undefined} */ text) =>
    text?.replaceAll(/\b[a-z]+(?:\.[\w-]+)+/g, (id) => shortNames.get(id) ?? id);
  const readableValue = (/** @type {Schema} */ said) =>
    said.description ? { ...said, description: readable(said.description) } : said;
  /** @type {Record<string, unknown>} */
  const words = {};
  const say = (/** @type {string} */ key, /** @type {Schema} */ node) => {
    const own = language === 'en' ? node : node[`x-${language}`];
    const target = resolve(schema, node.type === 'array' ? node.items : node);
    const values = target['x-enum'];
    const said = own?.title ? own : language === 'en' ? target : target[`x-${language}`];
    if (!said?.title) return;
    words[key] = {
      title: said.title,
      description: readable(said.description),
      ...(node.examples ? { examples: node.examples } : {}),
      ...(values
        ? {
            values: Object.fromEntries(
              Object.entries(values).map(([v, w]) => [v, readableValue(w[language])]),
            ),
          }
        : {}),
    };
  };
  for (const [name, value] of Object.entries(schema.properties)) say(name, value);
  for (const [name, def] of Object.entries(schema.$defs)) {
    say(`$${name}`, def);
    for (const [key, value] of Object.entries(def.properties ?? {})) say(`${name}.${key}`, value);
  }
  return `import type { SchemaWords } from '../core/schema/shape-types.js';\n\nexport const words: SchemaWords = ${JSON.stringify(words, null, 1)};\n`;
}

function refName(/** @type {Schema | undefined} */ value) {
  return /^#\/\$defs\/(\w+)$/.exec(value?.$ref ?? '')?.[1];
}

/** @returns {Schema} */
function resolve(/** @type {Schema} */ schema, /** @type {Schema} */ value) {
  const name = refName(value);
  return name ? { ...schema.$defs[name], ...value } : value;
}
