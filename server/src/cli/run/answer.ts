/** Analyses one text after the other in whichever thread this is; what goes wrong in one is told, never thrown. */

import { filesOfRun } from '../case-files.js';
import { analyseText, type Task } from './analyse-text.js';
import type { Answer } from './messages.js';

export function answerer(cwd: string): (task: Task) => Answer {
  const filesOf = filesOfRun(cwd);
  return (task) => {
    const begun = performance.now();
    try {
      const done = analyseText(task, filesOf(task.path));
      return { ...done, milliseconds: performance.now() - begun };
    } catch (error) {
      return { failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  };
}
