// @ts-check
/** One holder at a time across processes, by a file that names its holder and that the holder keeps fresh. */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const REFRESH_MS = 5_000;
const STALE_MS = 60_000;
const SETTLE_MS = 100;

/**
 * Waits until the lock is free, takes it, and resolves to the function that gives it back.
 * @param {string} file
 * @param {(message: string) => void} [say] told once when there is someone to wait for
 * @returns {Promise<() => void>}
 */
export async function takeLock(file, say = () => {}) {
  const mine = `${process.pid} ${Date.now()} ${Math.random()}`;
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

/** @param {string} file @param {string} mine */
function hold(file, mine) {
  const refresh = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // Someone removed the file by hand: nothing to refresh, and the release below finds it gone too.
    }
  }, REFRESH_MS);
  refresh.unref();
  const release = () => {
    clearInterval(refresh);
    process.off('exit', release);
    if (read(file) === mine) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
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
  const holder = Number.parseInt(read(file) ?? '', 10);
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return true;
  } catch {
    return false;
  }
  // An empty file is one being written this instant: its age alone decides.
  return Number.isInteger(holder) && !isAlive(holder);
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
