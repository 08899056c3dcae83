// @ts-check
/** Everything that is made from schemas, words and knowledge before the code is compiled. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateKnowledge } from './knowledge.mjs';
import { generateLaw } from './law.mjs';
import { generateSchema } from './schema.mjs';
import { generateWords } from './words.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** One run at a time in one process; files are replaced only when they changed, so that readers see whole ones. */
export async function generate() {
  const out = path.join(ROOT, 'server/src/generated');
  await mkdir(out, { recursive: true });
  await Promise.all([
    generateSchema(ROOT, out),
    generateWords(ROOT, out),
    generateKnowledge(ROOT, out),
    generateLaw(ROOT, out),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
