// @ts-check
/** The steps of `npm start`, each with a line that says what happens. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endChildren, run } from './children.mjs';
import { findVsCode, openBrowser, vsCodeProgram } from './desktop.mjs';
import { installProgram, isInstalled } from './install.mjs';
import { readOptions, UsageError } from './options.mjs';
import { wordsFor } from './words.mjs';

// Without a slash at its end, which on Windows would swallow the quotation mark behind it.
const root = path.resolve(fileURLToPath(new URL('../../', import.meta.url)));
const words = wordsFor(process.env);

/** A step did not work; the message says which. */
class StepError extends Error {}

/**
 * Progress, apart from the findings that `--check` prints.
 * @param {string} line
 */
function say(line) {
  console.error(line);
}

async function install() {
  if (isInstalled(root)) return say(words.upToDate);
  say(words.installing);
  const { code } = await run(installProgram(), { cwd: root });
  if (code !== 0) throw new StepError(words.installFailed);
}

async function build() {
  say(words.building);
  const { code } = await run({ command: process.execPath, args: ['scripts/build.mjs'] }, { cwd: root });
  if (code !== 0) throw new StepError(words.buildFailed);
}

/**
 * The samples hold findings on purpose, so findings (code 1) are no failure here. But a program that breaks down also
 * ends with 1, and then it has found nothing to print.
 * @param {string} folder
 */
async function check(folder) {
  const shown = path.relative(root, folder);
  const target = shown.startsWith('..') || path.isAbsolute(shown) ? folder : shown || '.';
  say(words.checking(target));
  const command = path.join('server', 'bin', 'vangnet.js');
  if (!existsSync(path.join(root, command))) throw new StepError(words.checkFailed);
  /** @type {NodeJS.ProcessEnv} */
  const environment = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const program = { command: process.execPath, args: [command, 'check', target] };
  const { code, output } = await run(program, { cwd: root, tellOutput: true, environment });
  if (code !== 0 && !(code === 1 && output.trim() !== '')) throw new StepError(words.checkFailed);
}

/**
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
async function openVsCode(folder) {
  const command = findVsCode(process.env);
  if (!command) return false;
  say(words.openingVsCode);
  const { code } = await run(vsCodeProgram(command, root, folder), { cwd: root });
  if (code !== 0) say(words.vsCodeFailed);
  return code === 0;
}

/** @param {import('./options.mjs').Options} options */
async function openLightEditor({ folder, port, open }) {
  say(words.startingLight);
  // Only now: it needs the packages that were installed above.
  const { defaultPort, startWebEditor } = await import('../web-editor/serve.mjs');
  const editor = await startWebEditor(port === undefined ? { folder } : { folder, port }).catch((error) => {
    if (error.code === 'EADDRINUSE') throw new StepError(words.portTaken(port ?? defaultPort));
    say(error.message);
    throw new StepError(words.editorFailed);
  });
  stopEditor = editor.close;
  if (port === undefined && editor.port !== defaultPort) say(words.otherPort);
  console.log(words.running(editor.address));
  say(words.howToStop);
  if (open) openBrowser(editor.address, process.env);
}

/** @type {(() => Promise<void>) | undefined} */
let stopEditor;

/** Ctrl+C is how the light editor is stopped, so there it is a good end; in the middle of a step it is not. */
async function stop() {
  endChildren();
  if (!stopEditor) process.exit(130);
  await stopEditor();
  say(words.stopped);
  process.exit(0);
}

/** @param {string[]} args */
async function work(args) {
  const options = readOptions(args, path.join(root, 'samples'), words);
  if (options.help) {
    console.log(words.usage);
    return;
  }
  await install();
  await build();
  if (options.check) await check(options.folder);
  else if (options.light || !(await openVsCode(options.folder))) await openLightEditor(options);
}

/** @param {string[]} args */
export async function main(args) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  process.on('exit', endChildren);
  try {
    await work(args);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof StepError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
