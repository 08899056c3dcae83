/**
 * Names for findings that outlive the moving of lines: by the rule, what it says, and what it points at; equal ones are
 * counted through. Hashed, so that a report or baseline that is passed on holds no more of the case than it must. What
 * leads to a person (a number of nine digits is soon guessed from its hash) has no part in it.
 */

import { createHash } from 'node:crypto';
import { RULES } from '../generated/rules.js';
import type { CheckedFile, ReportedFinding } from './reporter.js';

const ABOUT_PRIVACY = new Set(
  RULES.filter(({ meta }) => meta.group === 'privacy').map(({ meta }) => meta.id),
);

/** The findings of a file, each with its name within that file. */
export function withFingerprints(file: CheckedFile): ReportedFinding[] {
  let names: readonly string[] | undefined;
  return file.findings.map((finding, index) => ({
    ...finding,
    fingerprint: () => {
      names ??= fingerprints(file);
      return names[index] as string;
    },
  }));
}

function fingerprints({ document, findings }: CheckedFile): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, start, end, message }) => {
    const spot = ABOUT_PRIVACY.has(rule) ? '' : document.text.slice(start, end);
    const key = [rule, message.key, spot].join('\0');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return hash(key, String(count));
  });
}

export function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
