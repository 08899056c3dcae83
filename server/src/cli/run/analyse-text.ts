/** The analysis of one text, as it is done in whichever thread; everything in and out is plain data. */

import type { FileState, FileStates } from '../../core/files.js';
import { type Analysis, analyse } from '../../pipeline/analysis.js';
import { fixAll } from '../../pipeline/fix-all.js';
import type { Settings } from '../../pipeline/plan.js';
import { type FixDetail, type PlainResult, plainResult } from './result.js';

export interface Task {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  /** Without its byte-order mark. */
  readonly text: string;
  readonly settings: Settings;
  /** Days since 1970-01-01. */
  readonly today: number;
  /** What is wanted of the fixes of each finding. */
  readonly fixes: FixDetail;
  /** Apply the safe fixes first; the findings are then those of the mended text. */
  readonly fix: boolean;
}

export interface Done {
  readonly result: PlainResult;
  /** The files that the case names and how they were found: while these are the same, so is the result. */
  readonly asked: Readonly<Record<string, FileState | 'unknown'>>;
  /** Where safe fixes were applied. */
  readonly fixed?: { readonly text: string; readonly applied: number };
}

export function analyseText(task: Task, files: FileStates): Done {
  // Without a prototype: a file may be called `__proto__`.
  const asked = Object.create(null) as Record<string, FileState | 'unknown'>;
  const watched: FileStates = {
    stateOf(path) {
      const state = files.stateOf(path);
      asked[path] = state ?? 'unknown';
      return state;
    },
  };
  const found = analyse(task.text, { settings: task.settings, today: task.today, files: watched });
  const { analysis, applied, text } = task.fix ? fixAll(found) : unfixed(found);
  return {
    result: plainResult(analysis, task.fixes),
    asked,
    ...(applied > 0 ? { fixed: { text, applied } } : {}),
  };
}

function unfixed(analysis: Analysis) {
  return { analysis, text: analysis.text, applied: 0 };
}
