/** The registry of actions: a file each in this folder. */

import { whereThereIsRoom } from '../../core/edits/draft.js';
import type { Analysis } from '../../pipeline/analysis.js';
import type { Action, Offer, Selection } from './action.js';
import { extractCircumstance } from './extract-circumstance.js';
import { extractDocument } from './extract-document.js';
import { linkEvidence } from './link-evidence.js';
import { listStyle } from './list-style.js';
import { sortTimeline } from './sort-timeline.js';

export const OFFERS: readonly Offer[] = [
  extractCircumstance,
  extractDocument,
  linkEvidence,
  listStyle,
  sortTimeline,
];

/** The actions for a place, of the offers that are wanted; none while two versions of the file stand in it. */
export function actionsAt(
  analysis: Analysis,
  selection: Selection,
  isWanted: (offer: Offer) => boolean,
): readonly (Action & { readonly kind: string })[] {
  if (analysis.document.conflicts.length > 0) return [];
  return OFFERS.filter(isWanted).flatMap((offer) =>
    (whereThereIsRoom(() => offer.find(analysis, selection)) ?? []).map((action) => ({
      ...action,
      kind: offer.kind,
    })),
  );
}
