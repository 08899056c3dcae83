// @ts-check
/** The command line of run.mjs. */
import { parseArgs } from 'node:util';

export class UsageError extends Error {
  /** @override */
  name = 'UsageError';
}

export const HELP = `Runs the suite inside a real VS Code.

  node scripts/editor/run.mjs [options]

  --flavour desktop-host|web|all   extension host to run in (default: all)
  --grep TEXT        only tests whose full title holds TEXT
  --workspace DIR    folder to open, as a copy (default: samples)
  --extension PATH   extension folder or .vsix (default: this project)
  --tests FILE       a bundled suite (default: builds client/test/suite)
  --editor code-server|electron
  --locale nl        display language
  --complete         all of it: both hosts, and restricted mode; two at a time
  --again            once more, in a new editor, for each file in which a test failed
  --restricted       instead: two folders in restricted mode, then trusted (desktop-host)
  --pictures         instead: makes the pictures of docs/images (desktop-host)
  --screenshots DIR  where the suite's screenshots go (default: out/editor/FLAVOUR)
  --timeout SECONDS  for one run (default: 600)
  --verbose          also what VS Code and the extension log
  --help`;

const FLAVOURS = /** @type {const} */ (['desktop-host', 'web']);
const EDITORS = /** @type {const} */ (['code-server', 'electron']);

/** @typedef {Pick<import('./run.mjs').RunOptions, 'flavour' | 'part' | 'name'>} Run */

/** @type {Run} */
const RESTRICTED = { flavour: 'desktop-host', part: 'restricted', name: 'restricted' };

/**
 * @param {readonly string[]} args
 * @returns {Partial<import('./run.mjs').RunOptions> & {help: boolean, again: boolean, runs: readonly Run[]}}
 */
export function optionsFrom(args) {
  const values = parse(args);
  const seconds = Number(values.timeout ?? '600');
  if (!(seconds > 0)) throw new UsageError('--timeout takes a number of seconds.');
  return {
    help: values.help ?? false,
    again: values.again ?? false,
    runs: runsFrom(values),
    ...(values.grep && { grep: values.grep }),
    ...(values.workspace && { workspace: values.workspace }),
    ...(values.extension && { extension: values.extension }),
    ...(values.tests && { tests: values.tests }),
    ...(values.editor && { editor: oneOf(EDITORS, values.editor, '--editor') }),
    ...(values.locale && { locale: values.locale }),
    ...(values.screenshots && { screenshots: values.screenshots }),
    ...(values.verbose && { verbose: true }),
    timeout: seconds * 1000,
  };
}

/**
 * @param {ReturnType<typeof parse>} values
 * @returns {readonly Run[]}
 */
function runsFrom({ flavour, restricted, pictures, complete }) {
  const kinds = [restricted, pictures, complete, flavour].filter((one) => one !== undefined);
  if (kinds.length > 1) {
    throw new UsageError('Choose one of --flavour, --restricted, --pictures and --complete.');
  }
  if (restricted) return [RESTRICTED];
  if (pictures) return [{ flavour: 'desktop-host', part: 'pictures', name: 'pictures' }];
  const chosen = flavour && flavour !== 'all' ? [oneOf(FLAVOURS, flavour, '--flavour')] : FLAVOURS;
  /** @type {Run[]} */
  const runs = chosen.map((one) => ({ flavour: one, part: 'features' }));
  return complete ? [...runs, RESTRICTED] : runs;
}

/** @param {readonly string[]} args */
function parse(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  const flag = /** @type {const} */ ({ type: 'boolean' });
  try {
    return parseArgs({
      args: [...args],
      options: {
        flavour: text,
        grep: text,
        workspace: text,
        extension: text,
        tests: text,
        editor: text,
        locale: text,
        restricted: flag,
        pictures: flag,
        complete: flag,
        again: flag,
        screenshots: text,
        timeout: text,
        verbose: flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}

/**
 * @template {string} T
 * @param {readonly T[]} allowed
 * @param {string} value
 * @param {string} option
 * @returns {T}
 */
function oneOf(allowed, value, option) {
  const found = allowed.find((one) => one === value);
  if (!found) throw new UsageError(`${option} takes one of: ${allowed.join(', ')}.`);
  return found;
}
