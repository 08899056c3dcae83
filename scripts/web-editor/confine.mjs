// @ts-check
/**
 * Keeps every file operation below one folder, symbolic links included.
 *
 * A path is checked (resolved, inside the folder) and only then used, so somebody who can write to the folder might
 * swap a directory for a link in between. On Linux that gap is closed: the checked parent directory is held open, the
 * place of the *held* directory is read back from /proc, and the operation goes through `/proc/self/fd/N/name`, which
 * is what `openat` and `renameat` would do. The last component is never followed.
 *
 * What remains: Node offers no such way on Windows and macOS. There an opened file is compared with a second look at
 * its path, which catches a swap that is still in place, but a rename or a delete can be misled by one that is timed
 * exactly. And on every system the levels *below* a directory that is deleted with its contents are walked by path.
 */
import { constants, existsSync } from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { codeOf, EditorError } from './errors.mjs';

const hasDescriptorLinks = process.platform === 'linux' && existsSync('/proc/self/fd');
// Both are missing on Windows. O_NONBLOCK keeps a named pipe from blocking the open for ever.
const noFollow = constants.O_NOFOLLOW ?? 0;
const nonBlocking = constants.O_NONBLOCK ?? 0;
const directoryFlags = constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | noFollow;

const windowsDevice = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * The names in a path of the editor, which starts with `/` and is relative to the folder.
 * @param {unknown} virtualPath
 * @param {NodeJS.Platform} [platform]
 * @returns {string[]}
 */
export function segmentsOf(virtualPath, platform = process.platform) {
  if (typeof virtualPath !== 'string' || !virtualPath.startsWith('/')) throw new EditorError('EINVAL');
  if (virtualPath.includes('\0')) throw new EditorError('EACCES');
  const segments = virtualPath.split('/').filter((segment) => segment !== '');
  for (const segment of segments) {
    if (segment === '..' || segment === '.') throw new EditorError('EACCES');
    // On Windows a backslash separates, a colon names a drive or a stream, and a device is found in any folder.
    if (platform === 'win32' && (/[\\:]/.test(segment) || windowsDevice.test(segment))) {
      throw new EditorError('EACCES');
    }
  }
  return segments;
}

/**
 * @param {string} root
 * @param {string} real
 */
export function isInside(root, real) {
  return real === root || real.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

/**
 * @param {string} root
 * @param {string} target
 */
async function realInside(root, target) {
  const real = await fsp.realpath(target);
  if (!isInside(root, real)) throw new EditorError('EACCES');
  return real;
}

/**
 * @param {string} target
 * @returns {Promise<boolean>}
 */
async function isLink(target) {
  try {
    return (await fsp.lstat(target)).isSymbolicLink();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * The real parent directory and the name in it. With `follow`, a link at the end is resolved too.
 * @param {string} root real path of the folder
 * @param {unknown} virtualPath
 * @param {boolean} follow
 */
async function locate(root, virtualPath, follow) {
  const segments = segmentsOf(virtualPath);
  const name = segments.pop();
  if (name === undefined) return { parent: root, name: '.' };
  const parent = await realInside(root, path.join(root, ...segments));
  if (!follow || !(await isLink(path.join(parent, name)))) return { parent, name };
  const real = await realInside(root, path.join(parent, name));
  return real === root
    ? { parent: root, name: '.' }
    : { parent: path.dirname(real), name: path.basename(real) };
}

/**
 * A checked place: `path` is good for one file operation that does not follow a link at its end.
 * @typedef {{ directory: string, name: string, path: string }} Place
 */

/**
 * Runs `action` with the checked place of a path; the parent directory stays held until it ends.
 * @template T
 * @param {string} root real path of the folder
 * @param {unknown} virtualPath
 * @param {{ follow: boolean }} options
 * @param {(place: Place) => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withPlace(root, virtualPath, { follow }, action) {
  const { parent, name } = await locate(root, virtualPath, follow);
  if (!hasDescriptorLinks) return action({ directory: parent, name, path: path.join(parent, name) });
  const held = await fsp.open(parent, directoryFlags);
  try {
    const directory = `/proc/self/fd/${held.fd}`;
    // The kernel's own answer to where the held directory lies, whatever its path leads to by now.
    if (!isInside(root, await fsp.readlink(directory))) throw new EditorError('EACCES');
    return await action({ directory, name, path: `${directory}/${name}` });
  } finally {
    await held.close();
  }
}

/**
 * Opens a regular file for reading.
 * @param {string} root
 * @param {Place} place
 */
export async function openFile(root, place) {
  const handle = await fsp.open(place.path, constants.O_RDONLY | noFollow | nonBlocking);
  try {
    const opened = await handle.stat({ bigint: true });
    if (opened.isDirectory()) throw new EditorError('EISDIR');
    if (!opened.isFile()) throw new EditorError('EACCES');
    if (!hasDescriptorLinks) await requireSameFile(root, place.path, opened);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * The second look where a directory cannot be held: the path must still be inside and name the opened file.
 * @param {string} root
 * @param {string} target
 * @param {import('node:fs').BigIntStats} opened
 */
async function requireSameFile(root, target, opened) {
  const now = await fsp.stat(await realInside(root, target), { bigint: true });
  if (now.dev !== opened.dev || now.ino !== opened.ino) throw new EditorError('EACCES');
}

/**
 * Runs `action` with a path under which a directory's entries can be reached.
 * @template T
 * @param {Place} place
 * @param {(directory: string) => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withDirectory(place, action) {
  if (!hasDescriptorLinks) return action(place.path);
  const held = await fsp.open(place.path, directoryFlags);
  try {
    return await action(`/proc/self/fd/${held.fd}`);
  } finally {
    await held.close();
  }
}
