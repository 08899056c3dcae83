// @ts-check
/** How the suite is bundled: one CommonJS file without Node modules, which runs in every extension host. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Lines of the extension host's log that begin with this are the suite's report. As in client/test/report.ts. */
export const SUITE_MARK = '[suite] ';

const MOCHA = createRequire(import.meta.url).resolve('mocha/mocha.mjs');

/**
 * Mocha's browser build takes the bundle's own `exports` where it sees them; without them it sets globals, which
 * mocha.mjs expects.
 * @returns {import('esbuild').Plugin}
 */
const mochaAsGlobal = () => ({
  name: 'mocha-as-global',
  setup: (esbuild) =>
    esbuild.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `var exports, module, define;\n${await readFile(path, 'utf8')}`,
    })),
});

/**
 * For `scripts/build.mjs`, relative to the root of the repository.
 * @type {import('esbuild').BuildOptions}
 */
export const suiteBuild = {
  entryPoints: ['client/test/suite/index.ts'],
  outfile: 'client/out/test/index.js',
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
  sourcemap: 'inline',
  logLevel: 'warning',
  // Mocha's browser build: its other one needs Node.
  alias: { mocha: MOCHA },
  plugins: [mochaAsGlobal()],
};

/** @param {import('esbuild').BuildOptions} [options] over those of the product's own suite */
export async function buildSuite(options = {}) {
  await build({ absWorkingDir: ROOT, ...suiteBuild, ...options });
  return join(options.absWorkingDir ?? ROOT, options.outfile ?? 'client/out/test/index.js');
}
