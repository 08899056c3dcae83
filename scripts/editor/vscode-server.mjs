// @ts-check
/** Starts VS Code's server (the one inside code-server) on a free port of this machine, and stops it for certain. */
import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startContained } from './processes.mjs';
import { installBeside, writeLanguagePack, writeUserSettings } from './run-folder.mjs';

const START_TIMEOUT_MS = 30_000;

/**
 * @typedef {object} VscodeServer
 * @property {number} port
 * @property {Promise<Error>} died resolves when the server ends; only of interest before `stop`
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} options
 * @param {import('./cache.mjs').EditorTools} options.tools
 * @param {import('./run-folder.mjs').RunFolder} options.folder
 * @param {readonly string[]} options.beside folders of other extensions to run
 * @param {boolean} options.trust
 * @param {string} [options.locale]
 * @param {Record<string, unknown>} [options.userSettings]
 * @param {string | undefined} [options.vsix]
 * @param {string} options.log file for the server's output
 * @returns {Promise<VscodeServer>}
 */
export async function startServer({ tools, folder, beside, trust, locale, userSettings, vsix, log }) {
  const data = join(folder.root, '.data');
  const userData = join(data, 'data');
  writeUserSettings(join(userData, 'User'), userSettings);
  installBeside(beside, join(data, 'extensions'));
  if (locale) writeLanguagePack(userData, locale);
  const env = environment(folder.home, locale);
  const common = ['--server-data-dir', data, '--accept-server-license-terms', '--telemetry-level', 'off'];
  if (vsix) installVsix(tools, [...common, '--install-extension', vsix], env);

  const server = startContained(
    tools.node,
    [
      tools.serverMain,
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...common,
      // Without this a built workbench ignores the development payload.
      '--enable-smoke-test-driver',
      // Should we be killed outright, the server ends itself five minutes after the browser is gone. (Its
      // `--remote-auto-shutdown-without-delay` ends it before the workbench could report the exit code.)
      ...['--enable-remote-auto-shutdown', '--reconnection-grace-time', '10'],
      ...(trust ? ['--disable-workspace-trust'] : []),
      ...(locale ? ['--locale', locale] : []),
    ],
    { env, cwd: folder.root },
  );
  const output = createWriteStream(log);
  server.stderr.pipe(output, { end: false });
  const died = server.ended.then((end) =>
    end instanceof Error
      ? end
      : new Error(`The VS Code server ended by itself (${end.signal ?? end.code}), see ${log}`),
  );
  const stop = async () => {
    await server.stop();
    output.end();
  };

  try {
    const port = await Promise.race([portFrom(server.stdout, output), died.then(rethrow), tooLate(log)]);
    return { port, died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The server chooses its port itself and prints it: nobody can take it in between.
 * @param {import('node:stream').Readable} stdout
 * @param {import('node:fs').WriteStream} output
 * @returns {Promise<number>}
 */
function portFrom(stdout, output) {
  return new Promise((resolve) => {
    let text = '';
    stdout.on('data', (/** @type {Buffer} */ chunk) => {
      output.write(chunk);
      if (text.length > 100_000) return;
      text += chunk;
      const port = /agent listening on (\d+)/.exec(text)?.[1];
      if (port) resolve(Number(port));
    });
  });
}

/** @param {Error} error @returns {never} */
function rethrow(error) {
  throw error;
}

/** @param {string} log @returns {Promise<never>} */
async function tooLate(log) {
  await sleep(START_TIMEOUT_MS, undefined, { ref: false });
  throw new Error(`The VS Code server did not listen within ${START_TIMEOUT_MS / 1000} s, see ${log}`);
}

/** @param {string} home @param {string | undefined} locale */
function environment(home, locale) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {};
  for (const [key, value] of Object.entries(process.env)) {
    // What belongs to the caller's npm, VS Code terminal or debugger must not steer ours.
    if (!/^(npm_|VSCODE_|NODE_OPTIONS$|ELECTRON_|LC_|LANGUAGE$)/i.test(key)) env[key] = value;
  }
  const tag = locale?.includes('-')
    ? locale.replace('-', '_')
    : locale && `${locale}_${locale.toUpperCase()}`;
  return {
    ...env,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    LANG: tag ? `${tag}.UTF-8` : 'C.UTF-8',
  };
}

/** @param {import('./cache.mjs').EditorTools} tools @param {string[]} args @param {NodeJS.ProcessEnv} env */
function installVsix(tools, args, env) {
  const done = spawnSync(tools.node, [tools.serverMain, ...args], { env, encoding: 'utf8', timeout: 60_000 });
  if (done.status !== 0) throw new Error(`Installing the extension failed:\n${done.stdout}${done.stderr}`);
}
