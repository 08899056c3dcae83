// @ts-check
/** After bundling: what V8 compiles of the command line in a run over a case is kept beside it (server/bin/load.cjs). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const CLI = path.join(ROOT, 'server/dist/cli.cjs');

/** A process of its own: what it ran is what it can keep. */
export async function writeCodeCache() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The code cache could not be made (${code}).`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.argv.splice(1, Infinity, CLI, 'check', path.join(ROOT, 'samples/semon.case.yaml'));
  const { cacheOf, load } = createRequire(import.meta.url)('../server/bin/load.cjs');
  const compiled = load(CLI);
  process.on('exit', () => {
    writeFileSync(cacheOf(CLI), compiled());
    // What the sample's findings would make of it is of no interest here.
    process.exitCode = 0;
  });
}
