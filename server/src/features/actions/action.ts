/** A change that a person may ask for where nothing is wrong: beside the fixes of findings. */

import type { Message, TextEdit } from '../../core/findings.js';
import type { Analysis } from '../../pipeline/analysis.js';

export interface Action {
  /** Stable name, for tests. */
  readonly id: string;
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

export interface Selection {
  readonly start: number;
  readonly end: number;
}

/** Actions of one kind, and how to find those that apply to a place. */
export interface Offer {
  /** A kind as the protocol calls it. */
  readonly kind: string;
  /** For the whole file: of no use in the light bulb of every place, so only for those who ask for the kind. */
  readonly onlyWhenAsked?: boolean;
  find(analysis: Analysis, selection: Selection): readonly Action[];
}
