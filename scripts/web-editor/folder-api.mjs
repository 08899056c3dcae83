// @ts-check
/** The calls of the page on the folder, each by name: `GET or POST /TOKEN/folder/<name>?path=…`. */
import { Folder, maximumFileSize } from './folder.mjs';
import { folderUri } from './page.mjs';
import { searchFolder } from './search.mjs';
import { FolderWatch } from './watch.mjs';
import { folderWords, languageOf } from './words.mjs';

const maximumMatches = 5000;

/**
 * @typedef {{ query: URLSearchParams, body: Buffer, signal: AbortSignal }} Call
 * @typedef {{ changes: boolean, run: (call: Call) => Promise<unknown> }} Operation
 */

/** @param {Call} call */
function pathIn({ query }) {
  return query.get('path') ?? '';
}

/**
 * @param {URLSearchParams} query
 * @param {string} name
 */
function isSet(query, name) {
  return query.get(name) === '1';
}

/**
 * @param {string} root
 * @param {number} searchTimeLimit
 * @returns {ReadonlyMap<string, Operation>}
 */
export function folderOperations(root, searchTimeLimit) {
  const folder = new Folder(root);
  /** @type {(run: Operation['run']) => Operation} */
  const reading = (run) => ({ changes: false, run });
  /** @type {(run: Operation['run']) => Operation} */
  const changing = (run) => ({ changes: true, run });
  return new Map([
    ['info', reading(async ({ query }) => infoOf(root, query.get('language') ?? ''))],
    ['stat', reading((call) => folder.stat(pathIn(call)))],
    ['list', reading((call) => folder.list(pathIn(call)))],
    ['read', reading((call) => folder.read(pathIn(call)))],
    ['files', reading(() => folder.files())],
    ['search', reading((call) => search(root, call, searchTimeLimit))],
    [
      'write',
      changing((call) => {
        const options = { create: isSet(call.query, 'create'), overwrite: isSet(call.query, 'overwrite') };
        return folder.write(pathIn(call), call.body, options);
      }),
    ],
    ['make-directory', changing((call) => folder.makeDirectory(pathIn(call)))],
    [
      'delete',
      changing((call) => folder.delete(pathIn(call), { recursive: isSet(call.query, 'recursive') })),
    ],
    [
      'rename',
      changing((call) => {
        const to = call.query.get('to') ?? '';
        return folder.rename(pathIn(call), to, { overwrite: isSet(call.query, 'overwrite') });
      }),
    ],
  ]);
}

/**
 * @param {string} root
 * @param {string} language of the browser
 */
function infoOf(root, language) {
  const { authority, path } = folderUri(root);
  const isCaseSensitive = process.platform !== 'win32' && process.platform !== 'darwin';
  return { authority, path, isCaseSensitive, maximumFileSize, words: folderWords[languageOf(language)] };
}

/**
 * @param {string} root
 * @param {Call} call
 * @param {number} timeLimit
 */
function search(root, { query, signal }, timeLimit) {
  const asked = Number(query.get('maximum'));
  const job = {
    root,
    query: {
      pattern: query.get('pattern') ?? '',
      isRegExp: isSet(query, 'regExp'),
      isCaseSensitive: isSet(query, 'caseSensitive'),
      isWordMatch: isSet(query, 'word'),
      isMultiline: isSet(query, 'multiline'),
    },
    maximumMatches: asked > 0 ? Math.min(asked, maximumMatches) : maximumMatches,
  };
  return searchFolder(job, { timeLimit, signal });
}

/** Server-sent events: each open page hears what changed in the folder. */
export class ChangeStream {
  /** @type {Set<import('node:http').ServerResponse>} */
  #listeners = new Set();

  /** @param {string} root */
  constructor(root) {
    this.watch = new FolderWatch(root, (changes) => this.#send(`data: ${JSON.stringify(changes)}\n\n`));
    // Shows both sides that the other is still there.
    this.heartbeat = setInterval(() => this.#send(': \n\n'), 25_000);
  }

  /** @param {import('node:http').ServerResponse} response */
  add(response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': listening\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  /** @param {string} text */
  #send(text) {
    for (const listener of this.#listeners) listener.write(text);
  }

  close() {
    clearInterval(this.heartbeat);
    this.watch.close();
    for (const listener of this.#listeners) listener.end();
  }
}
