/**
 * Names for findings that outlive the moving of lines: by the file, the rule and what it points at; equal ones are
 * counted through. Hashed, so that a report that is passed on holds no more of the case than it must.
 */

import { createHash } from 'node:crypto';
import type { CheckedFile } from './check.js';

/** One for each finding of the file, in their order. */
export function fingerprints({ path, document, findings }: CheckedFile): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, start, end, message }) => {
    const key = [path, rule, message.key, document.text.slice(start, end)].join('\0');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key}\0${count}`).digest('hex');
  });
}
