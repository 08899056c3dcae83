/** What goes between the threads of a run: plain data both ways. */

import type { LawFile } from '../../knowledge/law-in-use.js';
import type { Done, Task } from './analyse-text.js';

export interface WorkerSetup {
  /** The working directory of the run. */
  readonly cwd: string;
  /** Legal data in the place of our own. */
  readonly law?: LawFile | undefined;
}

/** Several files at once: a message costs about as much as a small file. */
export type Batch = readonly Task[];

/** An analysis that went wrong (a defect of ours) is no reason to leave the other files unchecked. */
export type Answer = (Done & { readonly milliseconds: number }) | { readonly failure: string };
/** As JSON on the way. */
export type Answers = readonly Answer[];
