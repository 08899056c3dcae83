/** The same for an editor, which names documents and the folders of its workspace by address. */

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileStates } from '../core/files.js';
import { CaseFiles, isInside, realFolder } from './case-files.js';

/** One look at what a case file names; undefined where it is no file of the disk, or lies in none of the folders. */
export function filesInWorkspace(caseFile: string, folders: readonly string[]): FileStates | undefined {
  const file = pathOf(caseFile);
  if (file === undefined) return undefined;
  const folder = realFolder(path.dirname(file));
  const roots = folders.flatMap((address) => pathOf(address) ?? []).map(realFolder);
  return roots.some((root) => isInside(folder, root)) ? new CaseFiles().from(folder, roots) : undefined;
}

export function pathOf(address: string): string | undefined {
  if (!/^file:/i.test(address)) return undefined;
  try {
    return fileURLToPath(address);
  } catch {
    return undefined;
  }
}
