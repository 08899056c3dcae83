// @ts-check
/** Tells the page what changes in the folder, by whichever program. */
import fs from 'node:fs';
import path from 'node:path';
import { temporaryName } from './atomic-write.mjs';
import { skippedFolders } from './folder.mjs';

/** @typedef {{ changed: string[], deleted: string[] }} Changes paths of the page */

const gatherFor = 80;
// Far more than a case folder has, and below Linux's usual limit of watches for one user.
const maximumDirectories = 4000;

/**
 * Node's own recursive watching walks everything on Linux, node_modules too, and can throw when a folder vanishes:
 * there each folder gets a watch of its own.
 */
const watchesTrees = process.platform === 'win32' || process.platform === 'darwin';

/**
 * @param {string} target
 * @returns {fs.Stats | undefined} nothing where it is gone or may not be looked at
 */
function lookAt(target) {
  try {
    return fs.lstatSync(target, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

export class FolderWatch {
  /** @type {Map<string, fs.FSWatcher>} */
  #watchers = new Map();
  /** @type {Set<string>} */
  #pending = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  #timer;

  /**
   * @param {string} root
   * @param {(changes: Changes) => void} report
   */
  constructor(root, report) {
    this.root = root;
    this.report = report;
    this.#watch(root, false);
  }

  /**
   * @param {string} directory
   * @param {boolean} reportContents for a folder that appeared: its files may be older than the watch
   */
  #watch(directory, reportContents) {
    if (this.#watchers.has(directory) || this.#watchers.size >= maximumDirectories) return;
    try {
      const watcher = fs.watch(directory, { recursive: watchesTrees }, (event, name) => {
        if (name !== null) this.#notice(path.join(directory, name), event);
      });
      // A folder that was deleted or unmounted: its parent reports that.
      watcher.on('error', () => this.#unwatch(directory));
      this.#watchers.set(directory, watcher);
      if (!watchesTrees) this.#watchBelow(directory, reportContents);
    } catch {
      // Gone already, or the system allows no more watches: the editor still reads what is there when asked.
      this.#unwatch(directory);
    }
  }

  /**
   * @param {string} directory
   * @param {boolean} reportContents
   */
  #watchBelow(directory, reportContents) {
    for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
      const target = path.join(directory, entry.name);
      if (reportContents) this.#note(target);
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) this.#watch(target, reportContents);
    }
  }

  /** @param {string} directory */
  #unwatch(directory) {
    for (const [watched, watcher] of this.#watchers) {
      if (watched !== directory && !watched.startsWith(directory + path.sep)) continue;
      watcher.close();
      this.#watchers.delete(watched);
    }
  }

  /**
   * @param {string} target
   * @param {fs.WatchEventType} event
   */
  #notice(target, event) {
    const names = path.relative(this.root, target).split(path.sep);
    if (names.some((name) => skippedFolders.has(name)) || temporaryName.test(path.basename(target))) return;
    this.#note(target);
    if (watchesTrees || event !== 'rename') return;
    // Even where a folder is there: it may be a new one of the same name.
    this.#unwatch(target);
    if (lookAt(target)?.isDirectory()) this.#watch(target, true);
  }

  /** @param {string} target */
  #note(target) {
    this.#pending.add(target);
    this.#timer ??= setTimeout(() => this.#flush(), gatherFor);
  }

  #flush() {
    this.#timer = undefined;
    /** @type {Changes} */
    const changes = { changed: [], deleted: [] };
    for (const target of this.#pending) {
      const names = path.relative(this.root, target).split(path.sep);
      changes[lookAt(target) ? 'changed' : 'deleted'].push(`/${names.join('/')}`);
    }
    this.#pending.clear();
    this.report(changes);
  }

  close() {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }
}
