/** The writers that come in a bundle of their own (server/src/writers): how to get at them is the caller's business. */

import type { Steps } from '../../core/steps.js';
import type { ReadableCase } from '../readable/types.js';
import type { Paper } from './paper.js';

export interface Writers {
  docxOf(paper: Paper): Promise<Steps<Uint8Array>>;
  /** Undefined where no term was found. */
  calendarOf(told: ReadableCase, foot: string, stamp: Date): Steps<string> | undefined;
}

export type LoadWriters = () => Writers;
