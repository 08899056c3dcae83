/** What carries what in a case: evidence and arguments support circumstances and events, the claim rests on circumstances. */

import { counts } from '../core/case/evidence.js';
import type { CaseModel, Letter, Part } from '../core/model.js';
import { linksOf, type Reference } from '../core/references.js';
import { indexOf } from './links.js';
import { onceFor } from './once.js';
import { allParts } from './parts.js';

export interface Support {
  /** What each item carries. */
  readonly carries: ReadonlyMap<Part, readonly Part[]>;
  /** What each item is carried by. */
  readonly carriedBy: ReadonlyMap<Part, readonly Part[]>;
}

/** By item; a link that stands on both sides counts once. Refused letters count for nothing and are left out. */
export const supportIn: (model: CaseModel) => Support = onceFor((model: CaseModel) => {
  const carries = new Map<Part, Set<Part>>();
  const carriedBy = new Map<Part, Set<Part>>();
  const { definitions } = indexOf(model);
  for (const part of allParts(model))
    for (const reference of linksOf(model.document, part).references) {
      const other = definitions.get(reference.id);
      if (!other || !reference.kinds.includes(other.kind)) continue;
      const [below, above] = directed(reference, part, other.part);
      if (!below || !above || isRefused(below)) continue;
      put(carries, below, above);
      put(carriedBy, above, below);
    }
  return { carries: listed(carries), carriedBy: listed(carriedBy) };
});

/** The one that supports in front; empty where the reference says something else. */
function directed({ def, key }: Reference, own: Part, other: Part): [Part, Part] | [] {
  if (key === 'supports') return [own, other];
  if (key === 'evidence') return [other, own];
  return def === 'claim' && key === 'circumstances' ? [other, own] : [];
}

function isRefused(part: Part): boolean {
  return part.def === 'letter' && !counts(part as Letter);
}

function put(map: Map<Part, Set<Part>>, key: Part, value: Part): void {
  const same = map.get(key);
  if (same) same.add(value);
  else map.set(key, new Set([value]));
}

function listed(map: ReadonlyMap<Part, ReadonlySet<Part>>): ReadonlyMap<Part, readonly Part[]> {
  return new Map([...map].map(([part, parts]) => [part, [...parts]]));
}
