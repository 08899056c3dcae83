// @ts-check
/** Programs that are started on the way, and that end with us. */
import { spawn, spawnSync } from 'node:child_process';

const isWindows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @typedef {{ command: string, args: string[], shell?: boolean }} Program
 * @typedef {{ code: number | null, output: string }} Result
 */

/**
 * For the shell that Windows needs to start a `.cmd` file. No file name there holds a quotation mark.
 * @param {string} part
 */
function quote(part) {
  return /^[\w.:\\/=-]+$/.test(part) ? part : `"${part}"`;
}

/**
 * Runs a program to its end. It gets a process group of its own, so that its children can be ended with it.
 * @param {Program} program
 * @param {{ cwd: string, tellOutput?: boolean, environment?: NodeJS.ProcessEnv }} options with `tellOutput`, what it
 *   prints is shown and returned; else only shown
 * @returns {Promise<Result>} without a code where it could not be started or was ended
 */
export function run({ command, args, shell = false }, { cwd, tellOutput = false, environment }) {
  return new Promise((resolve) => {
    const child = spawn(shell ? quote(command) : command, shell ? args.map(quote) : args, {
      cwd,
      shell,
      detached: !isWindows,
      env: { ...process.env, ...environment },
      stdio: ['ignore', tellOutput ? 'pipe' : 'inherit', 'inherit'],
    });
    running.add(child);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      process.stdout.write(text);
    });
    const end = (/** @type {number | null} */ code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      console.error(error.message);
      end(null);
    });
    child.on('close', end);
  });
}

/** Ends what is still running, with its children. */
export function endChildren() {
  for (const { pid } of running) {
    if (pid === undefined) continue;
    if (isWindows) spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    else endGroup(pid);
  }
  running.clear();
}

/** @param {number} pid */
function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself in the meantime.
  }
}
