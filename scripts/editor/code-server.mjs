// @ts-check
/** The suite in the real workbench and extension host of code-server, without a download of VS Code. */
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { serveExtension } from './extension-files.mjs';
import { install } from './install.mjs';
import { answerPageRequests, saveScreenshot } from './page-requests.mjs';
import { aborted } from './processes.mjs';
import { judge } from './results.mjs';
import { freshOutput, makeRunFolder } from './run-folder.mjs';
import { SUITE_MARK } from './suite-build.mjs';
import { startServer } from './vscode-server.mjs';
import { configureWebDevelopment, openBrowser, workbenchUrl } from './workbench-page.mjs';

/** @import { RunOptions } from './run.mjs' */
/** @import { SuiteResult } from './results.mjs' */

/** Pictures in a document are read at their own size: a small window. */
const PICTURE = { width: 960, height: 560 };

/**
 * @param {RunOptions} options
 * @param {AbortSignal} signal ends the run early; everything started is stopped before this resolves
 * @returns {Promise<SuiteResult>}
 */
export async function runInCodeServer(options, signal) {
  const tools = await install();
  const started = Date.now();
  const output = freshOutput(options);
  const folder = makeRunFolder({
    workspace: options.workspace,
    tests: options.tests,
    extension: options.extension,
    config: { ...options, page: true },
  });
  /** @type {(() => unknown)[]} what to undo, last first */
  const cleanup = [folder.remove];
  const stopEarly = aborted(signal);
  const logs = openLogs(output, options);
  cleanup.push(logs.close);
  /** @type {number | Error} */
  let outcome;
  try {
    const vsix = options.extension.endsWith('.vsix') ? resolve(options.extension) : undefined;
    const trust = options.part !== 'restricted';
    // In a web worker they come with the page, as ours does.
    const beside = options.flavour === 'web' ? [] : options.beside;
    const server = await startServer({
      ...options,
      beside,
      trust,
      tools,
      folder,
      vsix,
      log: logs.path('server'),
    });
    cleanup.push(server.stop);
    const workbench = await openBrowser({
      tools,
      locale: options.locale,
      viewport: options.viewport ?? (options.part === 'pictures' ? PICTURE : undefined),
      ...logs,
    });
    cleanup.push(workbench.close);

    const answering = new AbortController();
    const answers = answerPageRequests({
      control: folder.control,
      page: workbench.page,
      screenshots: options.screenshots ?? output,
      signal: answering.signal,
    });
    const { port } = server;
    const { workspace, several, development, tests } = folder;
    if (options.flavour === 'web') {
      const files = await serveExtension(development);
      cleanup.push(files.close);
      await configureWebDevelopment(workbench.page, {
        port: files.port,
        extensions: [development, ...options.beside],
        tests,
      });
      await workbench.open(workbenchUrl({ port, workspace }));
    } else {
      await workbench.open(
        workbenchUrl({ port, workspace, several, development: { extension: development, tests } }),
      );
    }
    outcome = await Promise.race([workbench.ended, server.died, stopEarly, answers.then(neverEnds, asError)]);
    answering.abort();
    if (outcome !== 0 && !signal.aborted) {
      await saveScreenshot(workbench.page, output, 'end-of-failed-run').catch(() => undefined);
    }
  } catch (error) {
    outcome = asError(error);
  }
  const result = judge({
    control: folder.control,
    outcome,
    started,
    editor: `code-server, ${options.flavour}`,
  });
  for (const undo of cleanup.reverse()) await Promise.resolve(undo()).catch(() => undefined);
  if (result.exitCode !== 0) result.problems.push(`Logs and screenshots: ${output}`);
  return result;
}

/**
 * The suite's own lines go to the console, all the rest to files that matter only after a failure.
 * @param {string} output
 * @param {RunOptions} options
 */
function openLogs(output, options) {
  const path = (/** @type {string} */ kind) => join(output, `${kind}.log`);
  const browser = createWriteStream(path('browser'));
  const host = createWriteStream(path('host'));
  return {
    path,
    close: () => Promise.all([browser, host].map((stream) => new Promise((done) => stream.end(done)))),
    onConsole: (/** @type {string} */ line) => void browser.write(`${line}\n`),
    onLog: (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const text = [args].flat().map(asText).join(' ');
      if (text.startsWith(SUITE_MARK)) options.say(text.slice(SUITE_MARK.length));
      else if (options.verbose) options.say(`${type}: ${text}`);
      host.write(`${type} ${text}\n`);
    },
  };
}

/** @param {unknown} value */
const asText = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

/** @param {unknown} error */
const asError = (error) => (error instanceof Error ? error : new Error(String(error)));

/** @returns {Promise<never>} */
const neverEnds = () => new Promise(() => {});
