// @ts-check
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { libraryLate } from './build-late.mjs';

/**
 * `import { script } from './page.ts?bundled'` is the bundled script as text, for a page that lets in nothing else.
 * @type {import('esbuild').Plugin}
 */
const bundledScripts = {
  name: 'bundled-scripts',
  setup: (esbuild) => {
    esbuild.onResolve({ filter: /\?bundled$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?bundled$/, '')),
      namespace: 'bundled',
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'bundled' }, async ({ path }) => {
      const { outputFiles, metafile } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        metafile: true,
        absWorkingDir: esbuild.initialOptions.absWorkingDir ?? process.cwd(),
        format: 'iife',
        target: 'es2022',
        minify: true,
        charset: 'ascii',
      });
      return {
        contents: `export const script = ${JSON.stringify(outputFiles[0]?.text ?? '')};`,
        resolveDir: dirname(path),
        watchFiles: Object.keys(metafile.inputs),
      };
    });
  },
};

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
  plugins: [bundledScripts],
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
    plugins: [bundledScripts, libraryLate],
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
