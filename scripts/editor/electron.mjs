// @ts-check
/** The suite in a desktop VS Code. There is no page to photograph or to type in: `@page` tests are pending here. */
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { findDesktopVscode } from './choose.mjs';
import { MissingNeedsError } from './install.mjs';
import { aborted, startContained } from './processes.mjs';
import { judge } from './results.mjs';
import {
  freshOutput,
  installBeside,
  makeRunFolder,
  writeLanguagePack,
  writeUserSettings,
} from './run-folder.mjs';
import { ROOT, SUITE_MARK } from './suite-build.mjs';
import { LOG_LEVEL } from './workbench-page.mjs';

/** @import { RunOptions } from './run.mjs' */
/** @import { SuiteResult } from './results.mjs' */

/** Without data for this long a download is given up: offline that should show soon. */
const DOWNLOAD_IDLE_MS = 15_000;

/**
 * @param {RunOptions} options
 * @param {AbortSignal} signal ends the run early; everything started is stopped before this resolves
 * @returns {Promise<SuiteResult>}
 */
export async function runInElectron(options, signal) {
  const executable = findDesktopVscode() ?? (await download());
  const started = Date.now();
  const output = freshOutput(options);
  const folder = makeRunFolder({
    workspace: options.workspace,
    tests: options.tests,
    extension: options.extension,
    config: { ...options, page: false },
  });
  const log = createWriteStream(join(output, 'electron.log'));
  /** @type {number | Error} */
  let outcome;
  try {
    outcome = await launch({
      executable,
      args: launchArguments(options, executable, folder),
      options,
      signal,
      log,
    });
  } catch (error) {
    outcome = error instanceof Error ? error : new Error(String(error));
  }
  const editor = `desktop VS Code, ${options.flavour}`;
  const result = judge({ control: folder.control, outcome, started, editor });
  folder.remove();
  await new Promise((done) => log.end(done));
  if (result.exitCode !== 0) result.problems.push(`Logs: ${output}`);
  return result;
}

/** @returns {Promise<string>} */
async function download() {
  const version = process.env.VANGNET_VSCODE_VERSION ?? 'stable';
  try {
    return await downloadAndUnzipVSCode({
      version,
      cachePath: join(ROOT, '.vscode-test'),
      timeout: DOWNLOAD_IDLE_MS,
    });
  } catch (error) {
    throw new MissingNeedsError(
      `VS Code (${version}) could not be downloaded: ${error instanceof Error ? error.message : error}\n` +
        'Name an installed one in VANGNET_VSCODE, or run with VANGNET_EDITOR=code-server.',
    );
  }
}

/**
 * What @vscode/test-electron's own `runTests` passes too. We launch it ourselves because that one always
 * switches workspace trust off and can't be stopped.
 * @param {RunOptions} options
 * @param {string} executable
 * @param {import('./run-folder.mjs').RunFolder} folder
 */
function launchArguments(options, executable, folder) {
  const userData = join(folder.root, '.data');
  writeUserSettings(join(userData, 'User'), options.userSettings);
  if (options.locale) writeLanguagePack(userData, options.locale);
  const extensions = join(folder.root, '.extensions');
  if (options.flavour !== 'web') installBeside(options.beside, extensions);
  const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
  if (options.extension.endsWith('.vsix')) installVsix(executable, profile, resolve(options.extension));
  return [
    folder.several ?? folder.workspace,
    ...profile,
    '--no-sandbox',
    '--disable-gpu-sandbox',
    '--disable-updates',
    '--disable-telemetry',
    '--skip-welcome',
    '--skip-release-notes',
    '--no-cached-data',
    ...['--log', LOG_LEVEL],
    ...(options.part === 'restricted' ? [] : ['--disable-workspace-trust']),
    ...(options.locale ? [`--locale=${options.locale}`] : []),
    ...(options.flavour === 'web' ? ['--extensionDevelopmentKind=web'] : []),
    `--extensionDevelopmentPath=${folder.development}`,
    `--extensionTestsPath=${folder.tests}`,
  ];
}

/** @param {string} executable @param {readonly string[]} profile @param {string} vsix */
function installVsix(executable, profile, vsix) {
  const [command = executable, ...first] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const done = spawnSync(command, [...first, ...profile, '--install-extension', vsix], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error(`Installing the extension failed:\n${done.stdout}${done.stderr}`);
}

/**
 * @param {{executable: string, args: string[], options: RunOptions, signal: AbortSignal,
 *   log: import('node:fs').WriteStream}} run
 * @returns {Promise<number | Error>}
 */
async function launch({ executable, args, options, signal, log }) {
  const env = { ...process.env };
  // Set inside VS Code's own terminal and by some CI images; they would turn VS Code into plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  delete env.VSCODE_IPC_HOOK_CLI;
  const vscode = startContained(executable, args, { env, cwd: ROOT });
  for (const stream of [vscode.stdout, vscode.stderr]) {
    createInterface(stream).on('line', (line) => {
      log.write(`${line}\n`);
      const at = line.indexOf(SUITE_MARK);
      if (at !== -1) options.say(line.slice(at + SUITE_MARK.length));
      else if (options.verbose) options.say(line);
    });
  }
  try {
    const end = await Promise.race([vscode.ended, aborted(signal)]);
    if (end instanceof Error) return end;
    return end.code ?? new Error(`VS Code was ended by ${end.signal}`);
  } finally {
    await vscode.stop();
  }
}
