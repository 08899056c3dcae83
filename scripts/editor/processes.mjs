// @ts-check
/** Ending processes with all they started, and ending a run early. */
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 2_000;

/**
 * Starts a process of which nothing may outlive us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{env: NodeJS.ProcessEnv, cwd: string}} options
 */
export function startContained(command, args, { env, cwd }) {
  const child = spawn(command, args, {
    env,
    cwd,
    // A group of its own, so that its children can be ended with it; Windows does that by process tree.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killAll = () => signalTree(child.pid, 'SIGKILL');
  process.on('exit', killAll);
  /** @type {Promise<{code: number | null, signal: NodeJS.Signals | null} | Error>} */
  const ended = new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      signalTree(child.pid, 'SIGTERM');
      await Promise.race([ended, sleep(GRACE_MS)]);
    }
    killAll();
    process.off('exit', killAll);
  };
  return { pid: child.pid, stdout: child.stdout, stderr: child.stderr, ended, stop };
}

/** @param {number | undefined} pid @param {NodeJS.Signals} signal */
function signalTree(pid, signal) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group is gone already.
  }
}

/** Resolves, never rejects, with the reason. @param {AbortSignal} signal @returns {Promise<Error>} */
export function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason);
    signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
  });
}
