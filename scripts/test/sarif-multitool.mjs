// @ts-check
/**
 * Microsoft's SARIF Multitool and the standard's own schema, which comes with it. A hundred megabytes that nobody but
 * one test needs: installed once into the cache folder beside the editor's, not with every `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { takeLock } from '../editor/lock.mjs';

const VERSION = '5.7.0';
const PACKAGE = `@microsoft/sarif-multitool-${process.platform}`;

/** @returns {Promise<{ program: string, schema: string }>} @throws where npm can't install it */
export async function sarifMultitool() {
  const base = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const folder = path.join(base, 'vangnet', `sarif-multitool-${VERSION}`);
  const marker = path.join(folder, 'installed');
  mkdirSync(folder, { recursive: true });
  const lock = await takeLock(path.join(folder, 'install.lock'));
  try {
    if (!existsSync(marker)) {
      install(folder);
      writeFileSync(marker, '');
    }
  } finally {
    lock.release();
  }
  const inside = path.join(folder, 'node_modules', PACKAGE);
  const program = path.join(inside, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  // Its own install script does this, and install scripts are off.
  chmodSync(program, 0o755);
  return { program, schema: path.join(inside, 'sarif-2.1.0.json') };
}

/** @param {string} folder */
function install(folder) {
  const isWindows = process.platform === 'win32';
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  const run = spawnSync(isWindows ? 'npm.cmd' : 'npm', [...args, `${PACKAGE}@${VERSION}`], {
    cwd: folder,
    encoding: 'utf8',
    shell: isWindows,
  });
  if (run.status !== 0) throw new Error(`${PACKAGE} could not be installed:\n${run.stderr}`);
}
