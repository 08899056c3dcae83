// @ts-check
/**
 * Installs what the editor tests need: `node scripts/editor/install.mjs`.
 * Doing it twice is harmless; a broken-off run is taken up again; two runs at once wait for each other.
 * Exit codes: 0 ready, 1 an installation step failed, 2 this machine lacks something only its owner can add.
 */
import { createWriteStream, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  cacheFolder,
  expectedMarker,
  findChromium,
  installedTools,
  isInstalled,
  markerFile,
  NODE_PACKAGE,
  nodeBinary,
  nodeFolder,
  serverMain,
  VERSIONS,
} from './cache.mjs';
import { takeLock } from './lock.mjs';
import { startContained } from './processes.mjs';
import { canInstallPackages, installPackages, missingNeeds } from './system-packages.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Something is missing that we may not or cannot install ourselves. */
export class MissingNeedsError extends Error {
  /** @override */
  name = 'MissingNeedsError';
}

/**
 * Makes sure everything is there and resolves to where it is. Takes milliseconds when it already was.
 * @param {{say?: (line: string) => void}} [options] `say` receives the progress lines
 * @returns {Promise<import('./cache.mjs').EditorTools>}
 * @throws {MissingNeedsError} when the machine's owner has to install something first
 */
export async function install({ say = (line) => console.log(`[editor] ${line}`) } = {}) {
  const ready = installedTools();
  if (ready) return ready;
  if (process.platform === 'win32') {
    throw new MissingNeedsError(
      'code-server has no Windows build. Run the editor tests with a desktop VS Code: VANGNET_EDITOR=electron.',
    );
  }
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true });
  const lock = await takeLock(join(folder, 'install.lock'), say);
  // Ends us in order, so that what we started is ended too and the lock given back.
  const interrupt = () => process.exit(130);
  for (const signal of SIGNALS) process.once(signal, interrupt);
  try {
    await installInto(folder, say, lock);
  } finally {
    for (const signal of SIGNALS) process.off(signal, interrupt);
    lock.release();
  }
  const tools = installedTools();
  if (!tools) throw new Error(`The installation in ${folder} ended without its marker or its browser.`);
  return tools;
}

/**
 * @param {string} folder
 * @param {(line: string) => void} say
 * @param {import('./lock.mjs').Lock} lock
 */
async function installInto(folder, say, lock) {
  const run = runner(join(folder, 'install.log'), say, lock);
  // The run we waited for may have done it all.
  const building = !isInstalled(folder);
  await provideSystemPackages(building, run, say);
  if (!building) return;

  const started = Date.now();
  // npm takes a package that a broken-off run left half built for a finished one: begin anew. Its download cache
  // makes that cheap.
  for (const name of ['node_modules', 'package-lock.json']) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  rmSync(markerFile(folder), { force: true });
  // A package.json of its own keeps npm from walking up into some project above the cache.
  writeFileSync(join(folder, 'package.json'), '{ "name": "vangnet-editor-cache", "private": true }\n');

  say(`Installing into ${folder}: some 750 MB, a few minutes, once`);
  say(`Node ${VERSIONS.node}`);
  await run('npm', npmInstall(`${NODE_PACKAGE}@${VERSIONS.node}`), npmEnvironment());
  const others = [pinned('playwright-core'), pinned('code-server')];
  say(`${others.join(', ')} (builds native modules)`);
  await run('npm', npmInstall(...others), npmEnvironment(folder));
  // Proves that the binary runs here and that code-server's own installation went through.
  await run(nodeBinary(folder), [serverMain(folder), '--version'], process.env);

  const marker = `${JSON.stringify(expectedMarker(), null, 2)}\n`;
  writeFileSync(`${markerFile(folder)}.new`, marker);
  renameSync(`${markerFile(folder)}.new`, markerFile(folder));
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * @param {boolean} building
 * @param {ReturnType<typeof runner>} run
 * @param {(line: string) => void} say
 */
async function provideSystemPackages(building, run, say) {
  const missing = missingNeeds({ building });
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.debian);
  if (process.env.VANGNET_CHROMIUM && !findChromium()) {
    throw new MissingNeedsError(`VANGNET_CHROMIUM names no executable: ${process.env.VANGNET_CHROMIUM}`);
  }
  if (!canInstallPackages()) {
    throw new MissingNeedsError(
      `The editor tests need ${missing.map((need) => need.what).join(', ')}.\n` +
        `On Debian or Ubuntu: sudo apt-get install ${packages.join(' ')}`,
    );
  }
  say(`Debian packages: ${packages.join(' ')}`);
  await installPackages(packages, run);
}

/** @param {keyof typeof VERSIONS} name */
const pinned = (name) => `${name}@${VERSIONS[name]}`;

/** @param {string[]} packages */
const npmInstall = (...packages) => [
  'install',
  '--save-exact',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  ...packages,
];

/**
 * The environment for npm. With a folder, its Node comes first on PATH, and native modules are built with
 * that Node's own headers: a `nodedir` from the machine's npmrc would name those of another version.
 * @param {string} [folder]
 */
function npmEnvironment(folder) {
  const env = { ...process.env };
  // Under `npm test` npm describes itself to its children; code-server's installer reads the Node version there.
  for (const key of Object.keys(env)) {
    if (
      /^npm_(lifecycle|package|command|execpath|node_execpath|config_(user_agent|local_prefix))/i.test(key)
    ) {
      delete env[key];
    }
  }
  if (!folder) return env;
  return {
    ...env,
    PATH: `${dirname(nodeBinary(folder))}${delimiter}${env.PATH ?? ''}`,
    npm_config_nodedir: nodeFolder(folder),
  };
}

/**
 * Runs commands in the log's folder with their output in the log, and a sign of life while they last.
 * @param {string} log
 * @param {(line: string) => void} say
 * @param {import('./lock.mjs').Lock} lock
 * @returns {(command: string, args: readonly string[], env: NodeJS.ProcessEnv) => Promise<void>}
 */
function runner(log, say, lock) {
  return async (command, args, env) => {
    const started = Date.now();
    const output = createWriteStream(log, { flags: 'a' });
    output.write(`\n$ ${command} ${args.join(' ')}\n`);
    const child = startContained(command, args, { cwd: dirname(log), env });
    lock.share(child.pid);
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    const pulse = setInterval(() => say(`… ${Math.round((Date.now() - started) / 1000)} s`), 30_000);
    const end = await child.ended;
    clearInterval(pulse);
    await child.stop();
    await new Promise((done) => output.end(done));
    if (end instanceof Error) throw end;
    if (end.code !== 0) {
      throw new Error(
        `${command} ${args[0]} failed (${end.signal ?? end.code}); the end of ${log}:\n${tail(log)}`,
      );
    }
  };
}

/** @param {string} file */
const tail = (file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-30).join('\n');

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const tools = await install();
    console.log(`[editor] Ready in ${tools.folder}, browser ${tools.chromium}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = error instanceof MissingNeedsError ? 2 : 1;
  }
}
