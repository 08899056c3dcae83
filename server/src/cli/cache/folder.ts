/** Where the cache lies, and the folder itself: readable by its owner alone, left out of git and of backups. */

import { existsSync, lstatSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isInside } from '../../disk/case-files.js';

/** Where others keep theirs (find-cache-dir's convention), else a folder of its own; never outside the working directory. */
export function defaultCacheFolder(cwd: string): string {
  try {
    const root = realpathSync.native(cwd);
    const modules = realpathSync.native(path.join(cwd, 'node_modules'));
    if (isInside(modules, root)) return path.join(modules, '.cache', 'vangnet');
  } catch {
    // No node_modules here.
  }
  return path.join(cwd, '.vangnet-cache');
}

const TAG = `Signature: 8a477f597d28d172789f06886806bc55
# Vangnet keeps here what it found in case files, so that files that did not change need not be checked again.
# It can be deleted at any time.
`;

/** @throws where it can't be made */
export function prepareFolder(folder: string): void {
  // A link, put there by whoever, would have us write elsewhere.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
    throw Object.assign(new Error('a link'), { code: 'ELOOP' });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  put(path.join(folder, '.gitignore'), '*\n');
  put(path.join(folder, 'CACHEDIR.TAG'), TAG);
}

function put(file: string, text: string): void {
  if (!existsSync(file)) writeFileSync(file, text, { mode: 0o600 });
}
