/** Where an export goes, and how it gets there: whole or not at all, and over nothing unasked. */

import { realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Message } from '../core/findings.js';
import { claim, isFolder } from './new-file.js';
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
  /** May what is there be replaced? */
  replace(): Promise<boolean>;
}

const CASE_NAME = /\.(?:case|zaak)\.ya?ml$/i;

/** Undefined when it is written; else why not, and then nothing has changed. */
export async function writeNew(
  file: string,
  shown: string,
  content: string | Uint8Array,
  { cases, replace }: Guard,
): Promise<Message | undefined> {
  const real = await realpath(file).catch(() => file);
  if (CASE_NAME.test(real) || CASE_NAME.test(file) || (await isOneOf(real, cases)))
    return { key: 'export.case-file', args: { path: shown } };
  try {
    const isNew = await claim(file);
    if (!isNew && !(await replace())) return { key: 'export.exists', args: { path: shown } };
    try {
      await replaceFile(isNew ? file : real, content as Buffer | string);
    } catch (error) {
      if (isNew) await rm(file, { force: true });
      throw error;
    }
    return undefined;
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { key: 'export.no-folder', args: { path: path.dirname(shown) } }
      : { key: 'export.unwritable', args: { path: shown, reason: code } };
  }
}

async function isOneOf(real: string, cases: readonly string[]): Promise<boolean> {
  const own = await Promise.all(cases.map((one) => realpath(one).catch(() => one)));
  return own.includes(real);
}
