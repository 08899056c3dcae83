// @ts-check
/** File operations on one folder, for the page. Paths start with `/` and are relative to the folder. */
import fsp from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from './atomic-write.mjs';
import { isInside, openFile, withDirectory, withPlace } from './confine.mjs';
import { codeOf, EditorError } from './errors.mjs';

/** The largest file that is read or saved: far above any case file, far below what would stall the browser. */
export const maximumFileSize = 64 * 1024 * 1024;

/** Folders that searches and the watcher leave out. */
export const skippedFolders = new Set(['.git', 'node_modules']);

const maximumListedFiles = 20_000;

// The numbers of vscode.FileType.
const fileType = { unknown: 0, file: 1, directory: 2, link: 64 };

/** @typedef {{ type: number, ctime: number, mtime: number, size: number }} FileStat */
/** @typedef {{ create: boolean, overwrite: boolean }} WriteOptions */

/** @param {{ isFile(): boolean, isDirectory(): boolean }} entry */
function typeOf(entry) {
  if (entry.isFile()) return fileType.file;
  return entry.isDirectory() ? fileType.directory : fileType.unknown;
}

/**
 * @param {string} target
 * @returns {Promise<import('node:fs').Stats | undefined>}
 */
async function lstatIfThere(target) {
  try {
    return await fsp.lstat(target);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export class Folder {
  /** @param {string} root the folder's real path, by `realpath.native` */
  constructor(root) {
    this.root = root;
  }

  /**
   * @param {string} file
   * @returns {Promise<FileStat>}
   */
  async stat(file) {
    const link = await withPlace(this.root, file, { follow: false }, async (place) =>
      (await fsp.lstat(place.path)).isSymbolicLink(),
    );
    const found = await withPlace(this.root, file, { follow: true }, (place) => fsp.lstat(place.path));
    return {
      type: typeOf(found) | (link ? fileType.link : 0),
      ctime: Math.trunc(found.birthtimeMs),
      mtime: Math.trunc(found.mtimeMs),
      size: found.size,
    };
  }

  /**
   * @param {string} directory
   * @returns {Promise<[string, number][]>}
   */
  list(directory) {
    return withPlace(this.root, directory, { follow: true }, (place) =>
      withDirectory(place, async (held) => {
        const entries = await fsp.readdir(held, { withFileTypes: true });
        return Promise.all(
          entries.map(
            async (entry) => /** @type {[string, number]} */ ([entry.name, await this.#typeIn(held, entry)]),
          ),
        );
      }),
    );
  }

  /**
   * A link that leads out of the folder is shown, but what it leads to is not looked at.
   * @param {string} held
   * @param {import('node:fs').Dirent} entry
   */
  async #typeIn(held, entry) {
    if (!entry.isSymbolicLink()) return typeOf(entry);
    try {
      const real = await fsp.realpath(`${held}/${entry.name}`);
      return fileType.link | (isInside(this.root, real) ? typeOf(await fsp.lstat(real)) : fileType.unknown);
    } catch {
      return fileType.link;
    }
  }

  /**
   * @param {string} file
   * @param {number} [limit]
   * @returns {Promise<Buffer>}
   */
  read(file, limit = maximumFileSize) {
    return withPlace(this.root, file, { follow: true }, async (place) => {
      const handle = await openFile(this.root, place);
      try {
        if ((await handle.stat()).size > limit) throw new EditorError('EFBIG');
        return await handle.readFile();
      } finally {
        await handle.close();
      }
    });
  }

  /**
   * @param {string} file
   * @param {Uint8Array} data
   * @param {WriteOptions} options
   */
  write(file, data, { create, overwrite }) {
    return withPlace(this.root, file, { follow: true }, async (place) => {
      const existing = await lstatIfThere(place.path);
      if (existing?.isDirectory()) throw new EditorError('EISDIR');
      if (existing && !existing.isFile()) throw new EditorError('EACCES');
      if (existing && !overwrite) throw new EditorError('EEXIST');
      if (!existing && !create) throw new EditorError('ENOENT');
      await writeAtomically(place, data, existing);
    });
  }

  /** @param {string} directory */
  makeDirectory(directory) {
    return withPlace(this.root, directory, { follow: false }, (place) => fsp.mkdir(place.path));
  }

  /**
   * A link is deleted itself, never what it leads to.
   * @param {string} target
   * @param {{ recursive: boolean }} options
   */
  delete(target, { recursive }) {
    this.#refuseRoot(target);
    return withPlace(this.root, target, { follow: false }, async (place) => {
      const found = await fsp.lstat(place.path);
      if (!found.isDirectory()) await fsp.unlink(place.path);
      else if (recursive) await fsp.rm(place.path, { recursive: true });
      else await fsp.rmdir(place.path);
    });
  }

  /**
   * @param {string} from
   * @param {string} to
   * @param {{ overwrite: boolean }} options
   */
  rename(from, to, { overwrite }) {
    this.#refuseRoot(from);
    this.#refuseRoot(to);
    return withPlace(this.root, from, { follow: false }, (source) =>
      withPlace(this.root, to, { follow: false }, async (target) => {
        const moved = await fsp.lstat(source.path);
        const there = await lstatIfThere(target.path);
        // `a.txt` to `A.txt` finds itself where letter case does not count.
        const itself = there?.dev === moved.dev && there?.ino === moved.ino;
        if (there && !itself && !overwrite) throw new EditorError('EEXIST');
        await fsp.rename(source.path, target.path);
      }),
    );
  }

  /** @param {string} target */
  #refuseRoot(target) {
    if (target.replaceAll('/', '') === '') throw new EditorError('EACCES');
  }

  /**
   * The files below a directory; links are not followed.
   * @param {string} [directory]
   * @returns {AsyncGenerator<string>}
   */
  async *walk(directory = '/') {
    for (const [name, type] of await this.list(directory).catch(() => [])) {
      const file = path.posix.join(directory, name);
      if (type === fileType.file) yield file;
      else if (type === fileType.directory && !skippedFolders.has(name)) yield* this.walk(file);
    }
  }

  /** @returns {Promise<string[]>} */
  async files() {
    const files = [];
    for await (const file of this.walk()) {
      files.push(file);
      if (files.length === maximumListedFiles) break;
    }
    return files;
  }
}
