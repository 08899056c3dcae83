/** The case files of whole folders, for Node's callers: found by name, read one at a time, never from outside. */

import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isInside, realFolder } from './case-files.js';
import { readWhole } from './read-file.js';
import { pathOf } from './workspace.js';

export const CASE_FILES = ['**/*.case.yaml', '**/*.case.yml', '**/*.zaak.yaml', '**/*.zaak.yml'];
export const NEVER_FOLDERS = ['node_modules', '.git'];
export const NEVER_LOOKED_INTO = NEVER_FOLDERS.map((name) => `**/${name}/**`);

/** Text of more bytes than this is no case file: longer than what is analysed, whatever its characters. */
const MOST_BYTES = 80_000_000;

/** A text, and a mark that is another as soon as the file is written again. */
export interface StampedText {
  readonly text: string;
  readonly stamp: string;
}

/** The addresses of the case files in these folders (addresses too); links to elsewhere aren't followed. */
export async function findCaseFiles(
  folders: readonly string[],
  signal?: AbortSignal,
): Promise<readonly string[]> {
  // Loaded only where something is searched for: most starts name their file.
  const { glob } = await import('tinyglobby');
  const found = new Set<string>();
  for (const cwd of folders.flatMap((address) => pathOf(address) ?? [])) {
    const options = { cwd, ignore: NEVER_LOOKED_INTO, dot: false, followSymbolicLinks: false };
    // A folder that is gone or may not be read has no case files for us.
    const files = await glob(CASE_FILES, { ...options, ...(signal ? { signal } : {}) }).catch(() => []);
    for (const file of files) found.add(pathToFileURL(path.join(cwd, file)).href);
  }
  return [...found].sort();
}

/** Undefined for what isn't there, is no file, or leads out of the folders. */
export async function stampOfCaseFile(
  address: string,
  folders: readonly string[],
): Promise<string | undefined> {
  const found = await look(address, folders);
  return found && stampOf(found.info);
}

export async function readCaseFile(
  address: string,
  folders: readonly string[],
): Promise<StampedText | undefined> {
  const found = await look(address, folders);
  try {
    return found && { text: readWhole(found.file, MOST_BYTES).toString('utf8'), stamp: stampOf(found.info) };
  } catch {
    return undefined;
  }
}

function stampOf({ mtimeMs, size, ino }: Stats): string {
  return `${mtimeMs}.${size}.${ino}`;
}

async function look(
  address: string,
  folders: readonly string[],
): Promise<{ readonly file: string; readonly info: Stats } | undefined> {
  const given = pathOf(address);
  if (given === undefined) return undefined;
  try {
    const file = await realpath(given);
    const roots = folders.flatMap((folder) => pathOf(folder) ?? []).map(realFolder);
    if (!roots.some((root) => isInside(file, root))) return undefined;
    const info = await stat(file);
    return info.isFile() ? { file, info } : undefined;
  } catch {
    return undefined;
  }
}
