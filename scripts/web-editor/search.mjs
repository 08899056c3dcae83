// @ts-check
/** Text search in a thread with a time limit, so that no regular expression can stop the server. */
import { Worker } from 'node:worker_threads';
import { EditorError } from './errors.mjs';

/**
 * @typedef {import('./search-text.mjs').TextQuery} TextQuery
 * @typedef {{ root: string, query: TextQuery, maximumMatches: number }} SearchJob
 * @typedef {{ file: string, matches: import('./search-text.mjs').Match[] }} FileMatches
 * @typedef {{ files: FileMatches[], limitHit: boolean, timedOut: boolean }} SearchResult
 */

const maximumSearches = 4;
const workerFile = new URL('./search-worker.mjs', import.meta.url);

let running = 0;

/**
 * @param {SearchJob} job
 * @param {{ timeLimit: number, signal?: AbortSignal }} limits time in milliseconds
 * @returns {Promise<SearchResult>} what was found in time
 */
export async function searchFolder(job, limits) {
  if (running >= maximumSearches) throw new EditorError('EAGAIN');
  running++;
  const worker = new Worker(workerFile, {
    workerData: job,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  try {
    return await collect(worker, limits);
  } finally {
    await worker.terminate();
    running--;
  }
}

/**
 * @param {Worker} worker
 * @param {{ timeLimit: number, signal?: AbortSignal }} limits
 * @returns {Promise<SearchResult>}
 */
function collect(worker, { timeLimit, signal }) {
  return new Promise((resolve, reject) => {
    /** @type {FileMatches[]} */
    const files = [];
    const timer = setTimeout(() => finish({ limitHit: true, timedOut: true }), timeLimit);
    const stop = () => finish({ limitHit: true, timedOut: false });
    /** @param {{ limitHit: boolean, timedOut: boolean }} end */
    function finish(end) {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve({ files, ...end });
    }
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
    worker.on('message', (message) => {
      if (message.failed) {
        clearTimeout(timer);
        reject(new EditorError(message.failed));
      } else if (message.done) finish({ limitHit: message.limitHit, timedOut: false });
      else files.push(message);
    });
    // Among others a search that asks for too much memory; what was found until then still counts.
    worker.on('error', () => finish({ limitHit: true, timedOut: true }));
  });
}
