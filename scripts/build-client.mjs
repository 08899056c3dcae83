// @ts-check
import { libraryLate } from './build-late.mjs';

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  // The web extension host refuses ES modules, and the extension's manifest has no "type" (so .js is CommonJS).
  format: 'cjs',
  external: ['vscode'],
  target: 'es2022',
  sourcemap: 'linked',
  // No sources inside the maps: they would double the package.
  sourcesContent: false,
  minify: true,
  legalComments: 'none',
};

/**
 * The bundles of the VS Code side, relative to the root of the repository.
 * @type {import('esbuild').BuildOptions[]}
 */
export const clientBuilds = [
  {
    ...common,
    entryPoints: ['client/src/extension.ts'],
    outfile: 'client/dist/extension.js',
    platform: 'node',
    target: 'node20',
    plugins: [libraryLate],
  },
  {
    ...common,
    stdin: { contents: "export * from 'vscode-languageclient/node';", resolveDir: 'client', loader: 'ts' },
    outfile: 'client/dist/language-client.js',
    platform: 'node',
    target: 'node20',
  },
  {
    ...common,
    entryPoints: ['client/src/browser.ts'],
    outfile: 'client/dist/browser.js',
    platform: 'browser',
    conditions: ['browser'],
  },
];
