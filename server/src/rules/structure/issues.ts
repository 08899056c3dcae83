/** What the schema's validators found, over all sections: the food of the rules of this folder. */

import { Kept } from '../../core/kept.js';
import type { CaseModel, Part, SectionName } from '../../core/model.js';
import type { SchemaIssue } from '../../core/schema/issues.js';

export const ITEM_SECTIONS = [
  'case',
  'persons',
  'timeline',
  'procedures',
  'circumstances',
  'claim',
  'letters',
  'documents',
  'arguments',
  'counterArguments',
] as const satisfies readonly SectionName[];

export type ItemSections = Pick<CaseModel, (typeof ITEM_SECTIONS)[number]>;

/** What is found in each part by itself: kept for a part, and for a whole section in which nothing changed. */
export class InParts<T> {
  private readonly known = new Kept<object, readonly T[]>();

  constructor(private readonly find: (part: Part) => readonly T[]) {}

  /** In every part of the file, in the format's order. */
  *of(model: ItemSections): Generator<T> {
    for (const name of ITEM_SECTIONS) {
      const section = model[name];
      if (section) yield* this.inSection(section);
    }
  }

  private inSection(section: Part | readonly Part[]): readonly T[] {
    let found = this.known.get(section);
    if (!found) {
      found = isList(section) ? section.flatMap((part) => this.inSection(part)) : this.find(section);
      this.known.set(section, found);
    }
    return found;
  }
}

function isList(section: Part | readonly Part[]): section is readonly Part[] {
  return Array.isArray(section);
}

const issues = new InParts(({ issues }) => issues.filter(({ isBlank, isTold }) => !isBlank && !isTold));

export function* allIssues(model: ItemSections, kind: SchemaIssue['kind']): Generator<SchemaIssue> {
  for (const issue of issues.of(model)) if (issue.kind === kind) yield issue;
}
