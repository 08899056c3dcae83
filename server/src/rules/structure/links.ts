/** Ids and references of the whole file, for the rules that follow them. */

import type { CaseDocument } from '../../core/document.js';
import { type Definition, linksOf, type Reference } from '../../core/references.js';
import { allParts, type ItemSections } from './issues.js';

interface AllLinks {
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
}

const known = new WeakMap<CaseDocument, AllLinks>();

export function allLinks(model: ItemSections & { readonly document: CaseDocument }): AllLinks {
  let all = known.get(model.document);
  if (!all) {
    const links = [...allParts(model)].map((part) => linksOf(model.document, part));
    all = {
      definitions: links.flatMap(({ definitions }) => definitions),
      references: links.flatMap(({ references }) => references),
    };
    known.set(model.document, all);
  }
  return all;
}
