// @ts-check
/** Which packages are in what people get: asked of the bundler itself, not of a list. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { clientBuilds } from '../build-client.mjs';
import { serverBuilds } from '../build-server.mjs';
import { generate, ROOT } from '../generate/index.mjs';

/** These are the command line's alone: see .vscodeignore. */
const NPM_ONLY = /\/(?:cli|ask|check-worker)\.cjs$/;

/**
 * By name and version (`yaml@2.9.1`), the products that hold code of the package.
 * @returns {Promise<Map<string, Set<'extension' | 'npm'>>>}
 */
export async function shippedPackages() {
  await generate();
  /** @type {Map<string, Set<'extension' | 'npm'>>} */
  const shipped = new Map();
  const into = async (
    /** @type {import('esbuild').BuildOptions} */ options,
    /** @type {readonly ('extension' | 'npm')[]} */ products,
  ) => {
    const { metafile } = await build({
      ...options,
      absWorkingDir: ROOT,
      write: false,
      metafile: true,
      sourcemap: false,
      logLevel: 'warning',
    });
    for (const { inputs } of Object.values(metafile.outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        // What was found not to be used is not in it.
        if (bytesInOutput === 0) continue;
        const script = /^bundled:(.*)$/.exec(input)?.[1];
        if (script)
          await into({ entryPoints: [script], bundle: true, outdir: 'out', format: 'iife' }, products);
        const name = packageOf(input);
        if (name) shipped.set(name, new Set([...(shipped.get(name) ?? []), ...products]));
      }
  };
  for (const options of clientBuilds) await into(options, ['extension']);
  for (const options of serverBuilds)
    await into(options, NPM_ONLY.test(options.outfile ?? '') ? ['npm'] : ['extension', 'npm']);
  return shipped;
}

/** @param {string} input relative to the root */
function packageOf(input) {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
  if (folder === undefined) return undefined;
  const { name, version } = JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8'));
  return `${name}@${version}`;
}
