// @ts-check
/**
 * The unit tests: generates, bundles every `*.test.ts` of server and client (not the editor suite) and runs mocha.
 * Arguments go to mocha: `npm run unit -- -g 'remedy-late'`; `--only PART` takes only files with that in their path, and may
 * be said more than once.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { glob } from 'tinyglobby';
import { yamlForAll } from './build-server.mjs';
import { generate, ROOT } from './generate/index.mjs';
import { mocha } from './test/mocha.mjs';

const PATTERNS = ['server/src/**/*.test.ts', 'server/test/**/*.test.ts', 'client/test/unit/**/*.test.ts'];

/**
 * @param {readonly string[]} [only] parts of the paths of the files wanted; none: all
 * @returns {Promise<string[]>} the bundled test files
 */
export async function bundleTests(only = []) {
  const all = await glob(PATTERNS, { cwd: ROOT });
  for (const part of only)
    if (!all.some((file) => file.includes(part))) throw new Error(`No test file has '${part}' in its path.`);
  const files = only.length === 0 ? all : all.filter((file) => only.some((part) => file.includes(part)));
  // Partial runs have folders of their own: several may go on at once.
  return bundle(files, path.join('out/unit', only.join('-').replaceAll(/[^\w]+/g, '-') || 'all'));
}

/**
 * @param {string[]} files TypeScript that runs in Node alone, from the repository's root
 * @param {string} folder where the bundles go; emptied before
 * @returns {Promise<string[]>} the bundles
 */
export async function bundle(files, folder) {
  const out = path.join(ROOT, folder);
  await rm(out, { recursive: true, force: true });
  await build({
    entryPoints: files.map((file) => path.join(ROOT, file)),
    outdir: out,
    outbase: ROOT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: yamlForAll,
    // Built bundles that one loads of another.
    external: ['./ask.cjs'],
    // Everything from node_modules but `yaml`, which tests must see in the build that we ship.
    plugins: [
      {
        name: 'external-packages',
        setup: (b) => {
          // Bundles that lie beside ours once it is built.
          b.onResolve({ filter: /^\.\/[\w-]+\.cjs$/ }, ({ path: bundle }) => ({
            path: bundle,
            external: true,
          }));
          b.onResolve({ filter: /^[^./]/ }, (args) =>
            args.path === 'yaml' || args.kind === 'require-call' || args.kind === 'entry-point'
              ? undefined
              : { path: args.path, external: true },
          );
        },
      },
    ],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return files.map((file) => path.join(out, file.replace(/\.ts$/, '.mjs')));
}

if (process.argv[1]?.endsWith('unit.mjs')) {
  const args = process.argv.slice(2);
  /** @type {string[]} */
  const only = [];
  for (let at = args.indexOf('--only'); at !== -1; at = args.indexOf('--only'))
    only.push(args.splice(at, 2)[1] ?? '');
  await generate();
  const files = await bundleTests(only);
  process.exitCode = mocha([...args, ...files]);
}
