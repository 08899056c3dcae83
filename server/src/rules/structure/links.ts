/** Ids and references of the whole file, for the rules that follow them. */

import type { CaseDocument } from '../../core/document.js';
import { type Definition, linksOf, type Reference } from '../../core/references.js';
import { allParts, type ItemSections } from './issues.js';

interface AllLinks {
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  /** The first item with each id. */
  readonly byId: ReadonlyMap<string, Definition>;
  /** The ids of the items of each kind. */
  readonly idsOfKind: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the references name. */
  readonly referredTo: ReadonlySet<string>;
}

const known = new WeakMap<CaseDocument, AllLinks>();

export function allLinks(model: ItemSections & { readonly document: CaseDocument }): AllLinks {
  let all = known.get(model.document);
  if (!all) {
    all = collect(model);
    known.set(model.document, all);
  }
  return all;
}

function collect(model: ItemSections & { readonly document: CaseDocument }): AllLinks {
  const definitions: Definition[] = [];
  const references: Reference[] = [];
  const byId = new Map<string, Definition>();
  const idsOfKind = new Map<string, Set<string>>();
  const referredTo = new Set<string>();
  for (const part of allParts(model)) {
    const links = linksOf(model.document, part);
    for (const definition of links.definitions) {
      const { id, kind } = definition;
      definitions.push(definition);
      if (!byId.has(id)) byId.set(id, definition);
      const ids = idsOfKind.get(kind);
      if (ids) ids.add(id);
      else idsOfKind.set(kind, new Set([id]));
    }
    for (const reference of links.references) {
      references.push(reference);
      referredTo.add(reference.id);
    }
  }
  return { definitions, references, byId, idsOfKind, referredTo };
}
