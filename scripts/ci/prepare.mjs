// @ts-check
/**
 * Makes the command line ready in a fresh clone: installs and builds, once. For the pre-commit hook, the GitHub Action
 * and other CI, which get Vangnet as a repository. Everything here is Node's own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from '../editor/lock.mjs';
import { installProgram, isInstalled } from '../start/install.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));
const BUILT = path.join(ROOT, 'server/dist/cli.cjs');

/** What is run by Node, once `prepare` is done. */
export const VANGNET = path.join(ROOT, 'server/bin/vangnet.js');

/**
 * Several may want it at once: pre-commit runs hooks side by side.
 * @throws with the output of the step that failed
 */
export async function prepare() {
  if (existsSync(BUILT)) return;
  const lock = await takeLock(path.join(ROOT, '.vangnet-prepare.lock'));
  try {
    if (existsSync(BUILT)) return;
    if (!isInstalled(ROOT)) step('install', installProgram());
    step('build', { command: process.execPath, args: ['scripts/build.mjs'] });
  } finally {
    lock.release();
  }
}

/** @param {string} name @param {import('../start/children.mjs').Program} program */
function step(name, { command, args, shell = false }) {
  // What is printed on standard output belongs to the report.
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, shell, encoding: 'utf8' });
  if (status !== 0) throw new Error(`Vangnet could not ${name}: ${error?.message ?? ''}\n${stdout}${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await prepare().catch((/** @type {Error} */ error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
}
