// @ts-check
/**
 * What is written from the program and kept in the repository, for people and editors that read it there: docs/rules.md
 * and schemas/config.schema.json from the catalogue of rules, the feature table of README.md from what the language server
 * announces. `node scripts/docs.mjs` writes, `--check` says whether they are current.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlForAll } from './build-server.mjs';
import { announced } from './docs/announced.mjs';
import { readmeWithFeatures } from './docs/feature-table.mjs';
import { configSchema } from './generate/config-schema.mjs';
import { generate, ROOT } from './generate/index.mjs';
import { put } from './generate/put.mjs';

async function loadCatalogue() {
  const outfile = path.join(ROOT, 'out/docs/catalogue.mjs');
  await build({
    entryPoints: [path.join(ROOT, 'server/src/features/catalogue.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: yamlForAll,
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/** How many tests a rule has, linked to them. @param {{ id: string, group: string }} rule */
function tests({ id, group }) {
  const own = `server/src/rules/${group}/${id}.test.ts`;
  const file = existsSync(path.join(ROOT, own)) ? own : 'server/src/rules/structure/suppressions.test.ts';
  const count = readFileSync(path.join(ROOT, file), 'utf8').match(/^\s*it\(/gm)?.length ?? 0;
  return `[${count}](../${file})`;
}

const HEAD = `# The checks

Written by \`npm run docs\` from the catalogue in \`server/src/rules/\`; don’t edit it here. \`vangnet explain RULE\` tells all of
one check in Dutch, English or German; \`vangnet rules\` lists them. Each can be given another severity, or turned off, in
\`vangnet.config.yaml\` (\`schemas/config.schema.json\`), and silenced in a case file with
\`# vangnet-ignore RULE: reason\`.
`;

const check = process.argv.includes('--check');
await generate();
const { catalogue, catalogueTable } = await loadCatalogue();
const inLanguage = Object.fromEntries(['en', 'nl', 'de'].map((language) => [language, catalogue(language)]));
/** @type {Record<string, string>} */
const written = {
  'docs/rules.md': `${HEAD}\n${catalogueTable('en', { tests })}\n`,
  'schemas/config.schema.json': `${JSON.stringify(configSchema(inLanguage), null, 2)}\n`,
};
try {
  written['README.md'] = await readmeWithFeatures(await announced());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
for (const [file, text] of Object.entries(written)) {
  const target = path.join(ROOT, file);
  if (!check) await put(target, text);
  else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
    console.error(`${file} is not current: run \`npm run docs\`.`);
    process.exitCode = 1;
  }
}
