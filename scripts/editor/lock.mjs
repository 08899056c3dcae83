// @ts-check
/** One holder at a time across processes, by a file that names the processes at work. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Far longer than the work takes: by then a process of that number is another one. */
const STALE_MS = 30 * 60_000;
const SETTLE_MS = 100;

/**
 * @typedef {object} Lock
 * @property {(pid: number | undefined) => void} share also names a child process: should we be killed, the lock
 *   holds until that one has ended too
 * @property {() => void} release
 */

/**
 * Waits until the lock is free and takes it. It is given back when the process exits, too.
 * @param {string} file
 * @param {(message: string) => void} [say] told once when there is someone to wait for
 * @returns {Promise<Lock>}
 */
export async function takeLock(file, say = () => {}) {
  const mine = `${process.pid}`;
  for (let told = false; ; await sleep(500)) {
    if (tryCreate(file, mine)) {
      // Two processes that both clear away a dead holder's file can each believe they won: look again.
      await sleep(SETTLE_MS);
      if (read(file) === mine) return hold(file, mine);
    }
    if (isStale(file)) rmSync(file, { force: true });
    else if (!told) {
      told = true;
      say(`Waiting for another run that holds ${file}`);
    }
  }
}

/** @param {string} file @param {string} mine @returns {Lock} */
function hold(file, mine) {
  const release = () => {
    process.off('exit', release);
    if (read(file)?.split(' ')[0] === mine) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return { release, share: (pid) => writeFileSync(file, pid === undefined ? mine : `${mine} ${pid}`) };
}

/** @param {string} file @param {string} content */
function tryCreate(file, content) {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true;
  } catch {
    return false;
  }
  // An empty file is one being written this instant.
  const holders = (read(file) ?? '').split(' ').map(Number).filter(Boolean);
  return holders.length > 0 && !holders.some(isAlive);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
