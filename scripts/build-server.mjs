// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asciiAlone } from './build-ascii.mjs';
import { builtinsLate, wordsApart } from './build-late.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** `yaml`'s node build reads the environment for every token, a quarter of its time: its browser build for all. */
export const yamlForAll = { yaml: path.join(root, 'node_modules/yaml/browser/index.js') };

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  alias: yamlForAll,
  plugins: [builtinsLate, wordsApart, asciiAlone],
  sourcemap: 'linked',
  sourcesContent: false,
  minify: true,
  // Names in stack traces are what a bug report has.
  keepNames: false,
  legalComments: 'none',
  absWorkingDir: root,
};

/** tinyglobby asks for its module's address, which CommonJS hasn't. */
const moduleUrl = {
  define: { 'import.meta.url': '__moduleUrl' },
  banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/**
 * CommonJS for Node (the LSP library is CommonJS, an ES module bundle of it can't load Node's own modules), a
 * classic script for the web worker (workers start by importScripts).
 * @type {import('esbuild').BuildOptions[]}
 */
export const serverBuilds = [
  {
    ...common,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'server/dist/cli.cjs',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['./server.cjs', './ask.cjs'],
    ...moduleUrl,
  },
  {
    ...common,
    entryPoints: ['server/src/cli/start.ts'],
    outfile: 'server/dist/start.cjs',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  },
  {
    // What the worker threads of `check` run: the analysis alone.
    ...common,
    entryPoints: ['server/src/cli/run/worker.ts'],
    outfile: 'server/dist/check-worker.cjs',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  },
  {
    ...common,
    entryPoints: ['server/src/cli/ask.ts'],
    outfile: 'server/dist/ask.cjs',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  },
  {
    ...common,
    entryPoints: ['server/src/lsp/start.ts'],
    outfile: 'server/dist/server.cjs',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  },
  {
    ...common,
    entryPoints: ['server/src/lsp/node.ts'],
    outfile: 'server/dist/language-server.cjs',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    ...moduleUrl,
  },
  {
    ...common,
    // Made by scripts/generate, which runs first.
    entryPoints: ['messages', 'schema-words', 'rule-docs', 'snippets', 'source-words'].flatMap((table) =>
      ['nl', 'en', 'de'].map((language) => ({
        in: `./server/src/generated/${table}.${language}`,
        out: `${table}.${language}`,
      })),
    ),
    outdir: 'server/dist/words',
    outExtension: { '.js': '.cjs' },
    sourcemap: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  },
  {
    ...common,
    entryPoints: ['server/src/lsp/browser.ts'],
    outfile: 'server/dist/server-web.js',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['browser'],
  },
  // Word files and calendars: loaded only when one is asked for, by Node too (disk/script.ts).
  {
    ...common,
    entryPoints: ['server/src/writers/bundle.ts'],
    outfile: 'server/dist/writers-web.js',
    format: 'iife',
    globalName: 'vangnetWriters',
    platform: 'browser',
    target: 'es2022',
    conditions: ['browser'],
  },
];
