// @ts-check
/** Plugins for the bundles that Node runs: what a start doesn't need is loaded when it is first used. */
import { createRequire, isBuiltin } from 'node:module';

const require = createRequire(import.meta.url);

/** Node's own modules that cost milliseconds to load and that libraries load for rare occasions. */
const COSTLY = /^(?:node:)?(?:child_process|crypto|net|worker_threads)$/;
const LATE = 'late-builtin';

/**
 * Puts an object with the same names in the place of a costly module of Node's; the first name that is used loads it.
 * @type {import('esbuild').Plugin}
 */
export const builtinsLate = {
  name: 'builtins-late',
  setup({ initialOptions, onResolve, onLoad }) {
    if (initialOptions.platform !== 'node') return;
    onResolve({ filter: COSTLY }, ({ path, namespace }) =>
      namespace === LATE || !isBuiltin(path) ? undefined : { path, namespace: LATE },
    );
    onLoad({ filter: COSTLY, namespace: LATE }, ({ path }) => {
      const names = Object.keys(require(path)).filter((name) => name !== 'default');
      const getters = names.map((name) => `get ${name}() { return load().${name}; }`);
      return {
        contents: `const load = () => require(${JSON.stringify(path)});\nmodule.exports = { ${getters.join(', ')} };`,
        loader: 'js',
      };
    });
  },
};

/** The tables of words in `server/src/generated`. */
const WORDS = /generated\/((?:messages|schema-words|rule-docs|snippets|source-words)\.(?:nl|en|de))\.js$/;

/**
 * Node loads each table of words from a file of its own, when it is first asked for (`core/words/per-language.ts`),
 * and all programs share those files. A web worker is one file: there they stay inside.
 * @type {import('esbuild').Plugin}
 */
export const wordsApart = {
  name: 'words-apart',
  setup({ initialOptions, onResolve }) {
    if (initialOptions.platform !== 'node') return;
    onResolve({ filter: WORDS }, ({ path, kind }) =>
      kind === 'require-call' ? { path: `./words/${WORDS.exec(path)?.[1]}.cjs`, external: true } : undefined,
    );
  },
};
