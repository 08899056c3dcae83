/**
 * Findings quote the case: names, dates, sentences. What the cache keeps is therefore encrypted with a key that is made
 * from the case file's own text (and all else that the findings depend on). Only who holds that very text can open it;
 * when the text changes, or the file is deleted, what was kept of it can't be read by anyone. It also tells what is out
 * of date or damaged: that does not open.
 */

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-128-gcm';
const IV = 12;
const TAG = 16;

export function keyFrom(inputs: string, text: string): Buffer {
  return createHash('sha256').update(inputs).update('\0').update(text).digest().subarray(0, 16);
}

export function seal(plain: string, key: Buffer): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key, iv);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Undefined where the key is another one, or the bytes are damaged. */
export function unseal(sealed: Buffer, key: Buffer): string | undefined {
  if (sealed.length < IV + TAG) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV));
    decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
