// @ts-check
/** What the person's desktop offers: VS Code on PATH, and a browser to open. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

const isWindows = process.platform === 'win32';

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, isWindows ? constants.F_OK : constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * The `code` command of a desktop VS Code. The one inside a remote window opens a window elsewhere and takes no
 * extension that is being developed, so it does not count.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string | undefined}
 */
export function findVsCode(environment) {
  const names = isWindows ? ['code.cmd', 'code.exe'] : ['code'];
  for (const folder of (environment.PATH ?? environment.Path ?? '').split(path.delimiter)) {
    if (folder === '' || folder.split(/[\\/]/).includes('remote-cli')) continue;
    for (const name of names) {
      const file = path.join(folder, name);
      if (isProgram(file)) return file;
    }
  }
  return undefined;
}

/**
 * @param {string} command
 * @param {string} extension
 * @param {string} folder
 * @returns {import('./children.mjs').Program}
 */
export function vsCodeProgram(command, extension, folder) {
  const args = ['--new-window', `--extensionDevelopmentPath=${extension}`, folder];
  return { command, args, shell: command.toLowerCase().endsWith('.cmd') };
}

/**
 * Opens an address in the person's browser where there is a desktop. Never fails: the address is printed as well.
 * @param {string} address
 * @param {NodeJS.ProcessEnv} environment
 */
export function openBrowser(address, environment) {
  const opener = openerFor(environment);
  if (!opener) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {[string, ...string[]] | undefined}
 */
function openerFor(environment) {
  if (process.platform === 'darwin') return ['open'];
  if (isWindows) return ['rundll32', 'url.dll,FileProtocolHandler'];
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
