// @ts-check
/** Whether the packages that are installed are those of package-lock.json, and how to install them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} Locked */

/**
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Compares what npm noted when it last installed with what the lock file asks for. Times of files would not do: git
 * sets them anew at each checkout.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = packagesIn(path.join(root, 'package-lock.json'));
  const noted = packagesIn(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !noted) return false;
  const isThere = Object.entries(wanted).every(
    ([name, locked]) => !name.includes('node_modules/') || isSame(locked, noted[name]),
  );
  return isThere && Object.keys(noted).every((name) => name in wanted);
}

/**
 * @param {Locked} locked
 * @param {Locked | undefined} noted
 */
function isSame(locked, noted) {
  // What is optional may be meant for another system.
  if (!noted) return locked.optional === true || locked.devOptional === true;
  return locked.version === noted.version && locked.integrity === noted.integrity;
}

/**
 * `npm ci` by the npm that runs us, which needs no shell, else by the one on PATH.
 * @returns {import('./children.mjs').Program}
 */
export function installProgram() {
  const args = ['ci', '--include=dev', '--no-fund', '--no-audit'];
  const npm = process.env.npm_execpath;
  if (npm && path.basename(npm) === 'npm-cli.js' && existsSync(npm)) {
    return { command: process.execPath, args: [npm, ...args] };
  }
  const isWindows = process.platform === 'win32';
  return { command: isWindows ? 'npm.cmd' : 'npm', args, shell: isWindows };
}
