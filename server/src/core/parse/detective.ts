/** What looks for the cause of an error, and what it finds. */

import type { CST } from 'yaml';
import type { SyntaxProblem } from '../tree.js';
import type { ComposeError } from './compose.js';

export interface Diagnosis {
  readonly problem: SyntaxProblem;
  /** What to leave out so that the rest can be read. */
  readonly blankStart: number;
  readonly blankEnd: number;
}

export type Detective = (
  text: string,
  error: ComposeError,
  tokens: readonly CST.Token[],
) => Diagnosis | undefined;
