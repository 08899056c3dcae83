// @ts-check
/** Plugins for the bundles that Node runs: what a start doesn't need is loaded when it is first used. */
import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import { glob } from 'tinyglobby';

const require = createRequire(import.meta.url);

/** Node's own modules that cost milliseconds to load and that libraries load for rare occasions. */
const COSTLY = /^(?:node:)?(?:child_process|crypto|fs\/promises|net|worker_threads)$/;
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
    onLoad({ filter: COSTLY, namespace: LATE }, ({ path: name }) => ({
      contents: late(
        name,
        Object.keys(require(name)).filter((one) => one !== 'default'),
      ),
      loader: 'js',
    }));
  },
};

/** A module that has these names of another one, which it loads when one of them is used. @param {string} module @param {Iterable<string>} names */
function late(module, names) {
  const getters = [...names].map((name) => `get ${name}() { return load().${name}; }`);
  return `const load = () => require(${JSON.stringify(module)});\nmodule.exports = { ${getters.join(', ')} };`;
}

const LIBRARY = /^vscode-languageclient(?:\/node)?$/;
const IMPORTS = /import \{([^}]*)\} from 'vscode-languageclient(?:\/node)?'/g;

/**
 * The language client's library, most of the extension's code, in a file of its own: an activation without a case file
 * never reads it, and one with a case file only when it is over.
 * @type {import('esbuild').Plugin}
 */
export const libraryLate = {
  name: 'library-late',
  setup({ initialOptions, onResolve, onLoad }) {
    onResolve({ filter: LIBRARY }, () => ({ path: './language-client.js', namespace: LATE }));
    onResolve({ filter: /^\.\/language-client\.js$/, namespace: LATE }, ({ path: file }) => ({
      path: file,
      external: true,
    }));
    onLoad({ filter: /language-client/, namespace: LATE }, async ({ path: file }) => ({
      contents: late(file, await importedNames(initialOptions.absWorkingDir ?? process.cwd())),
      loader: 'js',
    }));
  },
};

/** What the client imports from its library, types aside. @param {string} root */
async function importedNames(root) {
  const files = (await glob('client/src/**/*.ts', { cwd: root })).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
  const names = texts.flatMap((text) =>
    [...text.matchAll(IMPORTS)].flatMap((match) => (match[1] ?? '').split(',')),
  );
  return new Set(names.map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type ')));
}

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
