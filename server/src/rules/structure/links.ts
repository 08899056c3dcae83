/** Ids and references of the whole file, for the rules that follow them. */

import type { CaseDocument } from '../../core/document.js';
import { Kept } from '../../core/kept.js';
import type { Part } from '../../core/model.js';
import { type Definition, linksOf, type Reference } from '../../core/references.js';
import { ITEM_SECTIONS, type ItemSections } from './issues.js';

type Model = ItemSections & { readonly document: CaseDocument };

/** What the items of one section define and refer to. */
interface SectionLinks {
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  /** The first item with each id. */
  readonly byId: ReadonlyMap<string, Definition>;
  readonly idsOfKind: ReadonlyMap<string, ReadonlySet<string>>;
  readonly referencesTo: ReadonlyMap<string, readonly Reference[]>;
}

/** Looked up section by section: after an edit only one of them is another. */
export class AllLinks {
  constructor(private readonly sections: readonly SectionLinks[]) {}

  get definitions(): readonly Definition[] {
    return this.sections.flatMap(({ definitions }) => definitions);
  }

  get references(): readonly Reference[] {
    return this.sections.flatMap(({ references }) => references);
  }

  /** The first item with the id. */
  item(id: string): Definition | undefined {
    for (const { byId } of this.sections) {
      const found = byId.get(id);
      if (found) return found;
    }
    return undefined;
  }

  has(kind: string, id: string): boolean {
    return this.sections.some(({ idsOfKind }) => idsOfKind.get(kind)?.has(id));
  }

  isReferredTo(id: string): boolean {
    return this.sections.some(({ referencesTo }) => referencesTo.has(id));
  }

  referencesTo(id: string): readonly Reference[] {
    return this.sections.flatMap(({ referencesTo }) => referencesTo.get(id) ?? []);
  }
}

const ofFiles = new Kept<CaseDocument, AllLinks>();

export function allLinks(model: Model): AllLinks {
  const { document } = model;
  let all = ofFiles.get(document);
  if (!all) {
    const sections = ITEM_SECTIONS.map((name) => model[name]).filter((section) => section !== undefined);
    all = new AllLinks(sections.map((section) => linksIn(section, document)));
    ofFiles.set(document, all);
  }
  return all;
}

const ofSections = new Kept<object, SectionLinks>();

function linksIn(section: Part | readonly Part[], document: CaseDocument): SectionLinks {
  let links = ofSections.get(section);
  if (!links) {
    links = collect([section].flat(), document);
    ofSections.set(section, links);
  }
  return links;
}

function collect(parts: readonly Part[], document: CaseDocument): SectionLinks {
  const definitions: Definition[] = [];
  const references: Reference[] = [];
  const byId = new Map<string, Definition>();
  const idsOfKind = new Map<string, Set<string>>();
  const referencesTo = new Map<string, Reference[]>();
  for (const part of parts) {
    const links = linksOf(document, part);
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
      const same = referencesTo.get(reference.id);
      if (same) same.push(reference);
      else referencesTo.set(reference.id, [reference]);
    }
  }
  return { definitions, references, byId, idsOfKind, referencesTo };
}
