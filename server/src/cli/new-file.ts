/** Makes a file that isn't there yet; one that is there is never changed. */

import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Message } from '../core/findings.js';

export class CreateError extends Error {
  constructor(readonly said: Message) {
    super('the file could not be made');
  }
}

/**
 * For the person alone to read: case files hold health and asylum data.
 * @throws {CreateError} where something stands there, or it can't be written
 */
export async function createFile(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    if (!create(file, text, 0o600)) throw new CreateError({ key: 'cli.new-exists', args: { path: file } });
  } catch (error) {
    if (error instanceof CreateError) throw error;
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new CreateError({ key: 'cli.unwritable', args: { path: file, reason: code } });
  }
}

/**
 * Makes the file with all that is to be in it; false where something stands there, whoever put it there a moment ago. It
 * is written under another name and gets its own in one step: neither a full disk nor a process that is killed leaves
 * half of it. Not by promises: a signal that ends the process then finds nothing begun.
 * @param mode who may read it
 * @throws what the disk says, where it can't be made
 */
export function create(file: string, content: string | Uint8Array, mode = 0o666): boolean {
  const draft = path.join(path.dirname(file), `.vangnet-${randomBytes(8).toString('hex')}.tmp`);
  try {
    fill(draft, content, mode);
    return isLinked(draft, file) ?? isFilled(file, content, mode);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Undefined where the disk knows no links (FAT, some shared ones). */
function isLinked(draft: string, file: string): boolean | undefined {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== undefined && NO_LINKS.has(code)) return undefined;
    throw error;
  }
}

const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EINVAL',
  'EMLINK',
]);

function isFilled(file: string, content: string | Uint8Array, mode: number): boolean {
  try {
    fill(file, content, mode);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What can't be filled doesn't stay. @throws what the disk says; `EEXIST` where something stands there */
function fill(file: string, content: string | Uint8Array, mode: number): void {
  const descriptor = openSync(file, 'wx', mode);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

export async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (info) => info.isDirectory(),
    () => false,
  );
}
