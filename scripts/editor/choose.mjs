// @ts-check
/** Which VS Code to run in: a desktop one where that is possible, else code-server. */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from './cache.mjs';
import { UsageError } from './run-options.mjs';

/** @param {NodeJS.ProcessEnv} [env] @returns {'code-server' | 'electron'} */
export function chooseEditor(env = process.env) {
  const wish = env.VANGNET_EDITOR;
  if (wish === 'electron' || wish === 'code-server') return wish;
  if (wish) throw new UsageError(`VANGNET_EDITOR is electron or code-server, not ${wish}`);
  if (env.VANGNET_VSCODE) return 'electron';
  return hasDisplay(env) && findDesktopVscode(env) ? 'electron' : 'code-server';
}

/**
 * The executable itself, not the `code` command: that one hands over to a running VS Code and returns.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findDesktopVscode(env = process.env) {
  if (env.VANGNET_VSCODE) return env.VANGNET_VSCODE;
  const command = onPath('code', env);
  if (!command) return undefined;
  // bin/code inside the installation (Linux, Windows) or Contents/Resources/app/bin/code (macOS).
  const bin = dirname(realpathSync(command));
  const candidates = {
    darwin: [join(bin, '../../../MacOS/Electron'), join(bin, '../../../MacOS/Code')],
    win32: [join(bin, '../Code.exe')],
    linux: [join(bin, '../code')],
  };
  const here = candidates[/** @type {keyof typeof candidates} */ (process.platform)] ?? [];
  return here.find(existsSync);
}

/** @param {NodeJS.ProcessEnv} env */
const hasDisplay = (env) => process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
