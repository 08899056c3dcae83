/** Medical evidence: letters from doctors and mental-health services, and documents of kind medical. */

import { evidenceFor, isLetter, linksAreClear, type Piece } from '../../core/case/evidence.js';
import type { CaseModel, Circumstance } from '../../core/model.js';
import { MEDICAL_SENDERS } from '../../knowledge/letters.js';

const ABOUT_HEALTH: ReadonlySet<string | undefined> = new Set(['medical', 'psychological']);

export function isAboutHealth({ data }: Circumstance): boolean {
  return ABOUT_HEALTH.has(data.kind);
}

export function isMedical(piece: Piece): boolean {
  if (isLetter(piece))
    return piece.data.from?.role !== undefined && MEDICAL_SENDERS.has(piece.data.from.role);
  return piece.data.kind === 'medical';
}

/** The medical pieces linked to it; undefined where a piece may be one, or a link can't be read. */
export function medicalEvidence(
  circumstance: Circumstance,
  model: Pick<CaseModel, 'circumstances' | 'timeline' | 'letters' | 'documents'>,
): readonly Piece[] | undefined {
  if (!linksAreClear(circumstance, model)) return undefined;
  const { letters, documents } = evidenceFor(circumstance, model);
  const isUnclear =
    letters.some(({ data }) => data.from?.role === undefined) ||
    documents.some(({ data }) => data.kind === undefined);
  return isUnclear ? undefined : [...letters, ...documents].filter(isMedical);
}
