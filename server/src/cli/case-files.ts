/** What the command line knows of the files that cases name. */

import path from 'node:path';
import type { FileStates } from '../core/files.js';
import { CaseFiles, isInside, realFolder } from '../disk/case-files.js';

/**
 * For one run: the files that each case file names. The workspace is the working directory, or the case file's own
 * folder where that lies elsewhere.
 */
export function filesOfRun(cwd: string): (caseFile: string) => FileStates {
  const disk = new CaseFiles();
  const workspace = realFolder(cwd);
  const byFolder = new Map<string, FileStates>();
  const statesFrom = (given: string): FileStates => {
    let states = byFolder.get(given);
    if (!states) {
      const folder = realFolder(path.resolve(cwd, given));
      states = disk.from(folder, [isInside(folder, workspace) ? workspace : folder]);
      byFolder.set(given, states);
    }
    return states;
  };
  return (caseFile) => statesFrom(path.dirname(caseFile));
}
