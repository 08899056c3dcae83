/** What comes of the safe fixes of a file: they are saved, or shown as a diff. */

import type { Message } from '../core/findings.js';
import { unifiedDiff } from './diff.js';
import { writeText } from './files.js';
import type { Checked } from './run/check-files.js';

/** `write` saves the safe fixes, `diff` only shows them. */
export type Mending = 'write' | 'diff' | undefined;

export interface Mended {
  /** Why they could not be saved. */
  readonly problem?: Message;
  /** What they would change. */
  readonly diff: string;
}

export async function mend({ file, fixed }: Checked, mending: Mending, cwd: string): Promise<Mended> {
  if (!fixed) return { diff: '' };
  if (mending === 'diff') return { diff: unifiedDiff(file.path, fixed.before, fixed.after) };
  const problem = await writeText(file.path, cwd, fixed.before, fixed.after);
  return problem ? { problem, diff: '' } : { diff: '' };
}
