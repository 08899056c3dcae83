/** Ids and what refers to them, over the whole case: for cards, navigation and renaming. */

import type { CaseModel } from '../core/model.js';
import { type Definition, linksOf, type Reference } from '../core/references.js';
import { allParts } from './parts.js';

export interface Index {
  /** The item that an id names: the first, where two have the same. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Every item with that id. */
  readonly all: ReadonlyMap<string, readonly Definition[]>;
  readonly references: ReadonlyMap<string, readonly Reference[]>;
}

const indexes = new WeakMap<CaseModel, Index>();

/** Ids and what refers to them, once for a version of the file. */
export function indexOf(model: CaseModel): Index {
  let index = indexes.get(model);
  if (!index) {
    const definitions = new Map<string, Definition>();
    const all = new Map<string, Definition[]>();
    const references = new Map<string, Reference[]>();
    for (const part of allParts(model)) {
      const links = linksOf(model.document, part);
      for (const definition of links.definitions) {
        if (!definitions.has(definition.id)) definitions.set(definition.id, definition);
        push(all, definition.id, definition);
      }
      for (const reference of links.references) push(references, reference.id, reference);
    }
    index = { definitions, all, references };
    indexes.set(model, index);
  }
  return index;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const same = map.get(key);
  if (same) same.push(value);
  else map.set(key, [value]);
}
