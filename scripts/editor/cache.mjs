// @ts-check
/**
 * What the editor tests need, in which versions, and where it is kept.
 * The folder lies outside the project: it is big, slow to build, and the same for every clone.
 */
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Exact, because code-server only runs on the Node it was built against, and a test must not change by itself. */
export const VERSIONS = Object.freeze({
  node: '24.21.0',
  'code-server': '4.139.1',
  'playwright-core': '1.65.1',
});

/**
 * @typedef {object} EditorTools
 * @property {string} folder the cache folder
 * @property {string} node the Node binary that code-server was built against
 * @property {string} serverMain VS Code's own server inside code-server
 * @property {string} playwright entry module of playwright-core
 * @property {string} chromium the browser's executable
 */

/** @param {NodeJS.ProcessEnv} [env] */
export function cacheFolder(env = process.env) {
  if (env.VANGNET_EDITOR_CACHE) return env.VANGNET_EDITOR_CACHE;
  const base = env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'vangnet', `editor-${VERSIONS['code-server']}`);
}

/** Written last by the installer: without it the folder's content is not trusted. @param {string} folder */
export const markerFile = (folder) => join(folder, 'installed.json');

/** What a marker must say to be about this machine and these versions. */
export const expectedMarker = () => ({ ...VERSIONS, platform: `${process.platform}-${process.arch}` });

/** @param {string} folder */
export function isInstalled(folder) {
  try {
    const marker = JSON.parse(readFileSync(markerFile(folder), 'utf8'));
    return Object.entries(expectedMarker()).every(([key, value]) => marker[key] === value);
  } catch {
    return false;
  }
}

/**
 * The npm package that brings Node for this machine: binary and headers, without an install script.
 * (The package `node` is only a script around these.)
 */
export const NODE_PACKAGE = `${
  process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
}-${process.platform}-${process.arch}`;

/** @param {string} folder */
export const nodeFolder = (folder) => join(folder, 'node_modules', NODE_PACKAGE);

/** @param {string} folder */
export const nodeBinary = (folder) => join(nodeFolder(folder), 'bin', 'node');

/** VS Code's own server; code-server's wrapper around it is not used. @param {string} folder */
export const serverMain = (folder) =>
  join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');

/**
 * The tools, or undefined when something is missing (then `install()` says what, and installs it).
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {EditorTools | undefined}
 */
export function installedTools(env = process.env) {
  const folder = cacheFolder(env);
  const chromium = findChromium(env);
  if (!chromium || !isInstalled(folder)) return undefined;
  return {
    folder,
    node: nodeBinary(folder),
    serverMain: serverMain(folder),
    playwright: join(folder, 'node_modules', 'playwright-core', 'index.mjs'),
    chromium,
  };
}

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CHROMIUM_PATHS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @param {NodeJS.ProcessEnv} [env] */
export function findChromium(env = process.env) {
  if (env.VANGNET_CHROMIUM) return isExecutable(env.VANGNET_CHROMIUM) ? env.VANGNET_CHROMIUM : undefined;
  return CHROMIUM_NAMES.map((name) => onPath(name, env)).find(Boolean) ?? CHROMIUM_PATHS.find(isExecutable);
}

/**
 * The full path of a command, as a shell would find it.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function onPath(name, env = process.env) {
  const endings = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => endings.map((end) => join(folder, name + end))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
