/** A file is read whole, up to a length, and only if it is one: a device has no end, and a pipe may never begin. */

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** What makes an error of a file that is none, or that is longer than may be. */
export const NO_FILE = 'ENOTFILE';
export const TOO_LONG = 'EFBIG';

/** A pipe without a writer is opened at once, and refused, where waiting for one could not be interrupted. */
const OPEN = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * @param most in bytes; also of a file that grows meanwhile, or that tells no length, no more is held
 * @throws an error with a `code`: the system's own, {@link NO_FILE} or {@link TOO_LONG}
 */
export function readWhole(file: string, most: number): Buffer {
  const descriptor = openSync(file, OPEN);
  try {
    const info = fstatSync(descriptor);
    if (info.isDirectory()) throw failure('EISDIR');
    if (!info.isFile()) throw failure(NO_FILE);
    if (info.size > most) throw failure(TOO_LONG);
    // One more than there should be: a read that leaves it empty has met the end.
    let bytes = Buffer.allocUnsafe(info.size + 1);
    for (let length = 0; ; ) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      length += read;
      if (read === 0) return bytes.subarray(0, length);
      if (length > most) throw failure(TOO_LONG);
      if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length + MORE, most + 1));
    }
  } finally {
    closeSync(descriptor);
  }
}

const MORE = 64 * 1024;

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
