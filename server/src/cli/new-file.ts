/** Makes a file that isn't there yet; one that is there is never changed. */

import { mkdir, open } from 'node:fs/promises';
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
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const key = code === 'EEXIST' ? 'cli.new-exists' : 'cli.unwritable';
    throw new CreateError({ key, args: { path: file, reason: code ?? 'error' } });
  }
}
