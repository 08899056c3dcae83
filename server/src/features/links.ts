/** Ids and what refers to them, over the whole case: for cards, navigation and renaming. */

import type { CaseModel } from '../core/model.js';
import { type Definition, linksOf, type Reference } from '../core/references.js';
import { allParts } from './parts.js';

export interface Index {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly references: ReadonlyMap<string, readonly Reference[]>;
}

const indexes = new WeakMap<CaseModel, Index>();

/** Ids and what refers to them, once for a version of the file. */
export function indexOf(model: CaseModel): Index {
  let index = indexes.get(model);
  if (!index) {
    const definitions = new Map<string, Definition>();
    const references = new Map<string, Reference[]>();
    for (const part of allParts(model)) {
      const links = linksOf(model.document, part);
      for (const definition of links.definitions)
        if (!definitions.has(definition.id)) definitions.set(definition.id, definition);
      for (const reference of links.references) {
        const same = references.get(reference.id);
        if (same) same.push(reference);
        else references.set(reference.id, [reference]);
      }
    }
    index = { definitions, references };
    indexes.set(model, index);
  }
  return index;
}
