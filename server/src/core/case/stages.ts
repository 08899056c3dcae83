/** A procedure and the remedies against it, one after the other: each is lodged, and sooner or later decided. */

import type { Procedure as ProcedureFields } from '../../generated/case-types.js';
import type { Loose, Procedure } from '../model.js';
import type { Span } from '../tree.js';
import { isAbsent, nodeAt } from './access.js';

export interface Stage {
  readonly procedure: Procedure;
  /** Where its fields stand below the procedure: nowhere further for the procedure itself. */
  readonly path: readonly (string | number)[];
  readonly def: 'procedure' | 'remedy';
  readonly data: Pick<Loose<ProcedureFields>, 'lodged' | 'decided' | 'outcome'>;
  /** Where to speak of it as a whole. */
  readonly place: Span;
}

export function* stagesOf(procedures: readonly Procedure[]): Generator<Stage> {
  for (const procedure of procedures) {
    yield { procedure, path: [], def: 'procedure', data: procedure.data, place: procedure.place };
    for (const [index, remedy] of (procedure.data.remedies ?? []).entries()) {
      if (!remedy) continue;
      const path = ['remedies', index];
      yield { procedure, path, def: 'remedy', data: remedy, place: placeOf(procedure, path) };
    }
  }
}

function placeOf(procedure: Procedure, path: readonly (string | number)[]): Span {
  const id = nodeAt(procedure, ...path, 'id');
  if (id?.kind === 'scalar') return id;
  const remedy = nodeAt(procedure, ...path);
  return remedy?.kind === 'map' ? (remedy.pairs[0]?.key ?? procedure.place) : procedure.place;
}

/** Certainly not written down: neither there nor there in a form that can't be read. */
export function lacks({ procedure, path, data }: Stage, key: 'lodged' | 'decided' | 'outcome'): boolean {
  if (data[key] !== undefined || !isAbsent(procedure, ...path, key)) return false;
  const own = [...path, key];
  // A field that is missing or unknown beside it makes nothing of this one unreadable.
  return !procedure.issues.some(
    ({ kind, path: at }) =>
      kind !== 'missing-key' && kind !== 'unknown-key' && at.every((step, index) => step === own[index]),
  );
}

/** Not decided yet: said so, or neither an outcome nor a decision is there (CASE-FORMAT: pending is the default). */
export function isPending(stage: Stage): boolean {
  if (!lacks(stage, 'decided')) return false;
  return stage.data.outcome === 'pending' || lacks(stage, 'outcome');
}
