/** Which letters and documents speak for what: linked from either side, `supports` there or `evidence` here. */

import type * as types from '../../generated/case-types.js';
import type { CaseModel, Circumstance, Event, Letter, Part } from '../model.js';
import { nearest } from '../nearest.js';
import { isClear } from './access.js';

export type EvidenceDocument = Part<types.Document>;

export interface Evidence {
  /** Refused letters count for nothing and are left out. */
  readonly letters: readonly Letter[];
  readonly documents: readonly EvidenceDocument[];
}

type Holders = Pick<CaseModel, 'letters' | 'documents'>;

export function counts({ data }: Letter): boolean {
  return data.status !== 'refused';
}

/** What is linked to a circumstance or event. */
export function evidenceFor(item: Circumstance | Event, model: Holders): Evidence {
  const { id, evidence } = item.data;
  const named = new Set(evidence ?? []);
  const isLinked = (data: {
    readonly id?: string | undefined;
    readonly supports?: readonly (string | undefined)[] | undefined;
  }) =>
    (data.id !== undefined && named.has(data.id)) ||
    (id !== undefined && data.supports?.includes(id) === true);
  return {
    letters: model.letters.filter((letter) => counts(letter) && isLinked(letter.data)),
    documents: model.documents.filter(({ data }) => isLinked(data)),
  };
}

/**
 * Is every link to the item readable? Where one isn't, it may be the very piece that a rule misses, and a reference
 * to nothing may be meant for this item: such a rule then says nothing, and the cause is told by its own rule.
 */
export function linksAreClear(
  item: Circumstance | Event,
  model: Holders & Pick<CaseModel, 'circumstances' | 'timeline'>,
): boolean {
  const pieces = [...model.letters, ...model.documents];
  const known = new Set(pieces.map(({ data }) => data.id));
  return (
    isClear(item, 'evidence') &&
    isClear(item, 'id') &&
    (item.data.evidence ?? []).every((id) => known.has(id)) &&
    pieces.every(
      (piece) =>
        isClear(piece, 'supports') &&
        isClear(piece, 'id') &&
        !mayMean(piece.data.supports ?? [], item, model),
    )
  );
}

/** Does one of the references lead nowhere, and is this item's id among those that it may be a slip of? */
function mayMean(
  references: readonly (string | undefined)[],
  item: Circumstance | Event,
  model: Pick<CaseModel, 'circumstances' | 'timeline'>,
): boolean {
  const ids = [...model.circumstances, ...model.timeline].flatMap(({ data }) => (data.id ? [data.id] : []));
  return references.some(
    (reference) =>
      reference !== undefined &&
      !ids.includes(reference) &&
      item.data.id !== undefined &&
      nearest(reference, ids).includes(item.data.id),
  );
}
