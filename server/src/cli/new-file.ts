/** Makes a file that isn't there yet; one that is there is never changed. */

import { mkdir, open, rm, stat } from 'node:fs/promises';
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
    const isNew = await claim(file, 0o600, (handle) => handle.writeFile(text));
    if (!isNew) throw new CreateError({ key: 'cli.new-exists', args: { path: file } });
  } catch (error) {
    if (error instanceof CreateError) throw error;
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new CreateError({ key: 'cli.unwritable', args: { path: file, reason: code } });
  }
}

/**
 * Makes the file, so that between looking and writing nobody else's can come; false where something stands there. What
 * can't be filled doesn't stay.
 * @param mode who may read it
 * @param fill what is written at once; else it is empty
 * @throws what the disk says, where it can't be made or filled
 */
export async function claim(
  file: string,
  mode = 0o666,
  fill?: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<boolean> {
  const handle = await open(file, 'wx', mode).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (!handle) return false;
  try {
    await fill?.(handle);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return true;
}

export async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (info) => info.isDirectory(),
    () => false,
  );
}
