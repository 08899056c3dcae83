/** Ids and references of the whole file, for the rules that follow them. */

import type { CaseDocument } from '../../core/document.js';
import { type Definition, linksOf, type Reference } from '../../core/references.js';
import { allParts, type ItemSections } from './issues.js';

export function allLinks(model: ItemSections & { readonly document: CaseDocument }): {
  definitions: Definition[];
  references: Reference[];
} {
  const definitions: Definition[] = [];
  const references: Reference[] = [];
  for (const part of allParts(model)) {
    const links = linksOf(model.document, part);
    definitions.push(...links.definitions);
    references.push(...links.references);
  }
  return { definitions, references };
}
