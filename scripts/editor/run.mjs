// @ts-check
/**
 * Runs the editor suite: `node scripts/editor/run.mjs --help`. See docs/testing-in-the-editor.md.
 * As a library: `runSuite(options)`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chooseEditor } from './choose.mjs';
import { runInCodeServer } from './code-server.mjs';
import { runInElectron } from './electron.mjs';
import { MissingNeedsError } from './install.mjs';
import { summary, withSecondTry } from './results.mjs';
import { HELP, optionsFrom, UsageError } from './run-options.mjs';
import { buildSuite, ROOT } from './suite-build.mjs';

/**
 * @typedef {object} RunOptions
 * @property {'desktop-host' | 'web'} flavour the Node extension host, or the web worker of vscode.dev
 * @property {string} extension folder of the extension under development, or a packaged .vsix
 * @property {string} tests the bundled suite: a CommonJS file that exports `run`
 * @property {string | undefined} [workspace] folder to open; the suite gets a copy of it
 * @property {'code-server' | 'electron'} [editor] default: as docs/testing-in-the-editor.md says
 * @property {string} [locale] VS Code's display language and the system's, such as `nl`
 * @property {'features' | 'restricted' | 'pictures'} part which tests to run: those of what a person sees; those of two
 *   folders in restricted mode, which end with trusting them; or the pictures of the documentation
 * @property {readonly string[]} beside folders of other extensions that run too
 * @property {Record<string, unknown>} [userSettings]
 * @property {string} output the run's logs and pictures go to a folder in there, which is emptied first
 * @property {string} [name] the name of that folder; default: the flavour
 * @property {string} [screenshots] folder for what the suite photographs, instead of that one
 * @property {{width: number, height: number}} [viewport] the size of the window, where not the usual one
 * @property {number} timeout milliseconds for the whole run
 * @property {string | undefined} [grep] only tests whose full title holds this text
 * @property {readonly string[] | undefined} [suites] only these outermost suites
 * @property {boolean} forbidOnly fail on a forgotten `.only`
 * @property {boolean} verbose also show what VS Code and the extension log
 * @property {(line: string) => void} say receives the suite's report line by line
 */

const PICTURES = join(ROOT, 'docs', 'images');

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @type {Omit<RunOptions, 'flavour'>} */
const DEFAULTS = {
  extension: ROOT,
  tests: join(ROOT, 'client', 'out', 'test', 'index.js'),
  workspace: join(ROOT, 'samples'),
  part: 'features',
  beside: [join(ROOT, 'client', 'test', 'beside', 'redhat.vscode-yaml')],
  output: join(ROOT, 'out', 'editor'),
  timeout: 600_000,
  forbidOnly: Boolean(process.env.CI),
  verbose: Boolean(process.env.VANGNET_EDITOR_VERBOSE),
  grep: process.env.VANGNET_EDITOR_GREP,
  say: (line) => console.log(line),
};

/** How many suites run now. */
let running = 0;

/** More than this at a time, on a machine of two cores, take longer than one after the other. */
const AT_A_TIME = 2;

/**
 * Runs a suite in a fresh VS Code and stops all it started, also when it is interrupted: then the process
 * ends, with 130 or 143, after the cleaning up.
 * @param {Partial<RunOptions> & Pick<RunOptions, 'flavour'>} options
 * @returns {Promise<import('./results.mjs').SuiteResult>}
 * @throws {MissingNeedsError} when code-server can't be installed on this machine
 */
export async function runSuite(options) {
  const full = { ...DEFAULTS, ...options };
  const stop = new AbortController();
  const timer = setTimeout(
    () => stop.abort(new Error(`The run took longer than ${full.timeout / 1000} s`)),
    full.timeout,
  );
  running++;
  /** @type {NodeJS.Signals | undefined} */
  let interrupted;
  const interrupt = (/** @type {NodeJS.Signals} */ signal) => {
    interrupted = signal;
    stop.abort(new Error(`Interrupted by ${signal}`));
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    if (full.extension.endsWith('.vsix') && full.flavour === 'web') {
      throw new UsageError('A packaged extension is only tested in the desktop-host flavour.');
    }
    if (full.part !== 'features' && full.flavour === 'web') {
      throw new UsageError('Restricted mode and pictures are for the desktop-host flavour.');
    }
    const editor = full.editor ?? chooseEditor();
    return await (editor === 'electron' ? runInElectron : runInCodeServer)(full, stop.signal);
  } finally {
    clearTimeout(timer);
    for (const signal of SIGNALS) process.off(signal, interrupt);
    running--;
    // Another one may still be cleaning up.
    if (interrupted && running === 0) process.exit(128 + constants.signals[interrupted]);
  }
}

/** @param {readonly string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  const { runs, help, again: twice, ...options } = optionsFrom(args);
  if (help) {
    console.log(HELP);
    return 0;
  }
  if (!options.tests) await buildSuite();
  /** @type {import('./results.mjs').SuiteResult[]} */
  const results = [];
  const waiting = [...runs];
  /** @type {(() => Promise<void>)[]} */
  const secondTries = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runAndTell({ ...options, ...next }, runs.length > 1);
      if (result.exitCode === 0 || !twice) results.push(result);
      else secondTries.push(async () => void results.push(await tryAgain({ ...options, ...next }, result)));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  for (const again of secondTries) await again();
  if (process.env.VANGNET_RESULTS) writeTotals(process.env.VANGNET_RESULTS, results);
  return Math.max(...results.map((result) => result.exitCode));
}

/**
 * @param {Partial<RunOptions> & Pick<RunOptions, 'flavour'>} options
 * @param {boolean} atOnce tell all of it at the end, since another one runs at the same time
 */
async function runAndTell(options, atOnce) {
  /** @type {string[]} */
  const lines = [];
  const say = atOnce ? { say: (/** @type {string} */ line) => void lines.push(line) } : {};
  const pictures = options.part === 'pictures' ? { screenshots: PICTURES } : {};
  const result = await runSuite({ ...pictures, ...options, ...say });
  console.log([...lines, summary(result)].join('\n'));
  if (options.part === 'pictures' && result.exitCode === 0) shrink(options.screenshots ?? PICTURES);
  return result;
}

/**
 * In a new editor, with nothing else going on: on a busy machine VS Code drops a request now and then, and one test that
 * fails can leave the next ones something that they don't expect. What fails again is broken.
 * @param {Partial<RunOptions> & Pick<RunOptions, 'flavour'>} options
 * @param {import('./results.mjs').SuiteResult} first
 */
async function tryAgain(options, first) {
  const name = options.name ?? options.flavour;
  console.log(`\n${name}, once more: ${first.again?.join(', ') ?? 'all of it'}`);
  const second = await runAndTell({ ...options, suites: first.again, name: `${name}-again` }, false);
  return withSecondTry(first, second);
}

/** A picture with few colours is a third of the size. @param {string} folder */
function shrink(folder) {
  const files = readdirSync(folder).filter((name) => /-(?:light|dark)\.png$/.test(name));
  const done = spawnSync('pngquant', ['--force', '--ext', '.png', '--skip-if-larger', '64', '--', ...files], {
    cwd: folder,
  });
  if (done.error) console.log('The pictures are as large as they come: pngquant is not on the PATH.');
}

/** For `npm test`. @param {string} file @param {readonly import('./results.mjs').SuiteResult[]} results */
function writeTotals(file, results) {
  const total = (/** @type {'passed' | 'failed' | 'pending'} */ what) =>
    results.reduce((sum, result) => sum + result[what], 0);
  const totals = { passed: total('passed'), failed: total('failed'), pending: total('pending') };
  const problems = results.flatMap((result) => result.problems);
  writeFileSync(file, `${JSON.stringify({ ...totals, problems })}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const expected = error instanceof MissingNeedsError || error instanceof UsageError;
    console.error(expected ? error.message : error);
    process.exitCode = expected ? 2 : 1;
  }
}
