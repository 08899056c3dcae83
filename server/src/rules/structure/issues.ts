/** What the schema's validators found, over all sections: the food of the rules of this folder. */

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

/** Every part of the file, in the format's order. */
export function* allParts(model: ItemSections): Generator<Part> {
  for (const name of ITEM_SECTIONS) {
    const section = model[name] as Part | readonly Part[] | undefined;
    if (Array.isArray(section)) yield* section;
    else if (section) yield section as Part;
  }
}

export function* allIssues(model: ItemSections, kind: SchemaIssue['kind']): Generator<SchemaIssue> {
  for (const part of allParts(model))
    for (const issue of part.issues) if (issue.kind === kind && !issue.isBlank && !issue.isTold) yield issue;
}
