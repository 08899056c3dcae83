// @ts-check
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import fsp from 'node:fs/promises';
import { codeOf } from './errors.mjs';

/** Temporary files bear names of this form, so that the watcher can leave them out. */
export const temporaryName = /^\.vangnet-[0-9a-f]{16}\.tmp$/;

const busyCodes = new Set(['EBUSY', 'EPERM', 'EACCES']);

/**
 * Replaces or makes a file in one step: a reader, and a crash, meets the old content or the new, never a part.
 * The name changes hands by a rename, so a hard link elsewhere keeps the old content.
 * @param {import('./confine.mjs').Place} place
 * @param {Uint8Array} data
 * @param {import('node:fs').Stats | undefined} existing
 */
export async function writeAtomically(place, data, existing) {
  // A rename needs no right to write to the file itself, so a write-protected file must be asked for.
  if (existing) await fsp.access(place.path, constants.W_OK);
  const temporary = `${place.directory}/.vangnet-${randomBytes(8).toString('hex')}.tmp`;
  try {
    await writeNew(temporary, data, existing);
    await renameOver(temporary, place.path);
  } catch (error) {
    await fsp.rm(temporary, { force: true });
    throw error;
  }
}

/**
 * @param {string} target
 * @param {Uint8Array} data
 * @param {import('node:fs').Stats | undefined} existing
 */
async function writeNew(target, data, existing) {
  const handle = await fsp.open(target, 'wx', existing ? 0o600 : 0o666);
  try {
    await handle.writeFile(data);
    if (existing) await keepOwnerAndMode(handle, existing);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * @param {fsp.FileHandle} handle
 * @param {import('node:fs').Stats} existing
 */
async function keepOwnerAndMode(handle, existing) {
  const made = await handle.stat();
  if (made.uid !== existing.uid || made.gid !== existing.gid) {
    try {
      await handle.chown(existing.uid, existing.gid);
    } catch (error) {
      // Only the administrator may give files away: the file then belongs to whoever edits it.
      if (codeOf(error) !== 'EPERM') throw error;
    }
  }
  // After the change of owner, which drops some mode bits.
  await handle.chmod(existing.mode & 0o7777);
}

/**
 * On Windows a virus scanner or an indexer may hold a file for a moment.
 * @param {string} from
 * @param {string} to
 */
async function renameOver(from, to) {
  const attempts = process.platform === 'win32' ? 8 : 1;
  for (let attempt = 1; ; attempt++) {
    try {
      await fsp.rename(from, to);
      return;
    } catch (error) {
      if (attempt === attempts || !busyCodes.has(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 40 * attempt));
    }
  }
}
