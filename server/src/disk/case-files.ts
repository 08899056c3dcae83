/**
 * The disk as the core may know it: which files are there that a case names, and whether they lie in the workspace.
 * Nothing is opened or read. A path that leads out is not even looked at: asking for a file of another computer would
 * already tell that computer who asks.
 */

import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileState, FileStates } from '../core/files.js';

/** What one look at the disk tells: each path is looked at once, whichever cases name it. */
export class CaseFiles {
  private readonly known = new Map<string, FileState | undefined>();

  /**
   * The files that a case in this folder names, counted from there.
   * @param roots the folders of the workspace; like the case's own given as they really are: see {@link realFolder}
   */
  from(folder: string, roots: readonly string[]): FileStates {
    return { stateOf: (given) => this.stateOf(given, folder, roots) };
  }

  private stateOf(given: string, folder: string, roots: readonly string[]): FileState | undefined {
    // What an editor may take for an address and decode must not lead out either.
    const decoded = withoutEscapes(given);
    if (decoded !== given && this.look(decoded, folder, roots) === 'outside') return 'outside';
    return this.look(given, folder, roots);
  }

  private look(given: string, folder: string, roots: readonly string[]): FileState | undefined {
    // A case goes from one computer to another: what leads out on Windows leads out everywhere.
    if (isForeign(given)) return 'outside';
    const file = path.resolve(folder, given.replaceAll('\\', '/'));
    if (!isWithin(file, roots)) return 'outside';
    const key = [file, ...roots].join('\0');
    if (!this.known.has(key)) this.known.set(key, stateOnDisk(file, roots));
    return this.known.get(key);
  }
}

/** The folder without symbolic links in its path; one that can't be followed as it is given. */
export function realFolder(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return path.resolve(folder);
  }
}

export function isInside(file: string, root: string): boolean {
  const way = path.relative(root, file);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function isWithin(file: string, roots: readonly string[]): boolean {
  return roots.some((root) => isInside(file, root));
}

function stateOnDisk(file: string, roots: readonly string[]): FileState | undefined {
  try {
    const real = realFile(file);
    if (!isWithin(real, roots)) return 'outside';
    return statSync(real, { throwIfNoEntry: false })?.isFile() ? 'there' : 'missing';
  } catch (error) {
    return MISSING.has((error as NodeJS.ErrnoException).code) ? 'missing' : undefined;
  }
}

/** No such thing, or no name that a file can have. Other errors (no access, a disk that fails) tell nothing. */
const MISSING: ReadonlySet<string | undefined> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'EINVAL',
  'ERR_INVALID_ARG_VALUE',
]);

const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|file:)/i;
const DRIVE = /^[a-z]:/i;
const OTHER_COMPUTER = /^[\\/]{2}/;

/** An address, another computer, or a Windows drive where there are none. */
function isForeign(given: string): boolean {
  return (
    ADDRESS.test(given) || OTHER_COMPUTER.test(given) || (process.platform !== 'win32' && DRIVE.test(given))
  );
}

const ESCAPE = /%([0-7][0-9a-f])/gi;

/** `%2e%2e%2f` is `../`, also when it was escaped more than once. */
function withoutEscapes(given: string): string {
  let text = given;
  for (;;) {
    const decoded = text.replace(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (decoded === text) return text;
    text = decoded;
  }
}

const MOST_LINKS = 40;

/** Where a path really leads, links followed, also where its last parts aren't there (yet). */
function realFile(file: string, links = 0): string {
  try {
    return realpathSync.native(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
  const parent = path.dirname(file);
  if (parent === file) return file;
  const folder = realFile(parent, links);
  const here = path.join(folder, path.basename(file));
  if (!lstatSync(here, { throwIfNoEntry: false })?.isSymbolicLink()) return here;
  // A link to what isn't there: it still leads somewhere.
  if (links === MOST_LINKS) throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
  return realFile(path.resolve(folder, readlinkSync(here)), links + 1);
}
