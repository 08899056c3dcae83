/** Applies the safe fixes of a whole file until none is left. */

import { applyEdits } from '../core/edits/draft.js';
import type { TextEdit } from '../core/findings.js';
import { type Analysis, analyse } from './analysis.js';

/** A fix may uncover another finding; more rounds than this would be going in circles. */
const MOST_ROUNDS = 20;

export interface FixedAll {
  readonly text: string;
  /** Of the text with its fixes. */
  readonly analysis: Analysis;
  /** How many fixes were applied. */
  readonly applied: number;
}

export function fixAll(start: Analysis): FixedAll {
  let analysis = start;
  let applied = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = compatible(analysis);
    if (edits.length === 0) break;
    applied += edits.length;
    const text = applyEdits(analysis.text, edits.flat());
    if (text === analysis.text) break;
    analysis = analyse(text, analysis.inputs, analysis);
  }
  return { text: analysis.text, analysis, applied };
}

/** The first safe fix of each finding, but those that touch what an earlier one changes: they get the next round. */
function compatible(analysis: Analysis): (readonly TextEdit[])[] {
  const taken: TextEdit[] = [];
  const chosen: (readonly TextEdit[])[] = [];
  for (const finding of analysis.findings) {
    const fix = finding.fixes().find(({ safe }) => safe);
    if (!fix || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => taken.some((other) => edit.start <= other.end && edit.end >= other.start)))
      continue;
    taken.push(...fix.edits);
    chosen.push(fix.edits);
  }
  return chosen;
}

/** One edit from the old text to the new, as small as the ends that they share allow. */
export function difference(before: string, after: string): TextEdit {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
