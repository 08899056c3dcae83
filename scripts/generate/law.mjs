// @ts-check
/** The state of the law that the program comes with, and what judges a newer one in a file (schemas/law-file.schema.json). */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { parse } from 'yaml';
import { put } from './put.mjs';
import { ANNOTATIONS, without } from './schema.mjs';

const standaloneCode = /** @type {any} */ (standaloneModule).default ?? standaloneModule;

/** @param {string} root @param {string} out */
export async function generateLaw(root, out) {
  const read = async (/** @type {string} */ name) => readFile(path.join(root, name), 'utf8');
  const schema = async (/** @type {string} */ name) => JSON.parse(await read(`schemas/${name}.schema.json`));
  const law = parse(await read('server/knowledge/law.yaml'));
  // `anyOf` and `if` name properties of the object around them, which strictRequired does not see.
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    messages: false,
    code: { source: true, esm: true },
  });
  if (!ajv.validate(await schema('law'), law))
    throw new Error(`server/knowledge/law.yaml: ${JSON.stringify(ajv.errors)}`);
  ajv.addSchema(without(await schema('sources'), ANNOTATIONS));
  const validate = ajv.compile(without(await schema('law-file'), ANNOTATIONS));
  await Promise.all([
    put(
      path.join(out, 'law.ts'),
      `/** The state of the law that this program comes with. */\nexport const OWN_LAW = ${JSON.stringify(law, null, 1)};\n`,
    ),
    put(path.join(out, 'validate-law.js'), `${standaloneCode(ajv, validate)}\n`),
    put(path.join(out, 'validate-law.d.ts'), TYPES),
  ]);
}

const TYPES = `import type { Validator } from './validate.js';

export declare const validate: Validator;
`;
