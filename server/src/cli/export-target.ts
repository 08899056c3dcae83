/** Where an export goes, and how it gets there: whole or not at all, and over nothing unasked. */

import { realpath, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Message } from '../core/findings.js';
import { create, isFolder } from './new-file.js';
import { replaceFile } from './replace-file.js';

export type Target =
  | { readonly kind: 'beside' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string };

/** What `--output` means: a folder where there is one or it ends in a slash, else a file. */
export async function findTarget(output: string | undefined, cwd: string): Promise<Target> {
  if (output === undefined || output === '-') return { kind: 'beside' };
  const full = path.resolve(cwd, output);
  const isToFolder = /[\\/]$/.test(output) || (await isFolder(full));
  return { kind: isToFolder ? 'folder' : 'file', path: full };
}

export interface Guard {
  /** Case files of the run, by their full paths. */
  readonly cases: readonly string[];
  /** Who may read it, where it is new. */
  readonly mode?: number;
  /** May what is there be replaced? A message says why it never may. */
  replace(): Promise<boolean | Message>;
}

const CASE_NAME = /\.(?:case|zaak)\.ya?ml$/i;

/** Undefined when it is written; else why not, and then nothing has changed. */
export async function writeNew(
  file: string,
  shown: string,
  content: string | Uint8Array,
  { cases, mode, replace }: Guard,
): Promise<Message | undefined> {
  const real = await realpath(file).catch(() => file);
  if (CASE_NAME.test(real) || CASE_NAME.test(file) || (await isOneOf(real, cases)))
    return { key: 'export.case-file', args: { path: shown } };
  try {
    if (await isDevice(file)) await writeFile(file, content);
    else if (!create(file, content, mode)) {
      const may = await replace();
      if (may !== true) return may || { key: 'export.exists', args: { path: shown } };
      await replaceFile(real, content as Buffer | string);
    }
    return undefined;
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { key: 'export.no-folder', args: { path: path.dirname(shown) } }
      : { key: 'export.unwritable', args: { path: shown, reason: code } };
  }
}

/** A device or a pipe takes what comes and holds nothing that could be lost; it must never become a file. */
async function isDevice(file: string): Promise<boolean> {
  const there = await stat(file).catch(() => undefined);
  return there !== undefined && !there.isFile() && !there.isDirectory();
}

async function isOneOf(real: string, cases: readonly string[]): Promise<boolean> {
  const own = await Promise.all(cases.map((one) => realpath(one).catch(() => one)));
  return own.includes(real);
}
