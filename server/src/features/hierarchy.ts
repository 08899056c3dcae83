/** The way from the claim down to its evidence and arguments, and back, one step at a time. */

import type { Part } from '../core/model.js';
import type { Language } from '../core/words/words.js';
import type { Analysis } from '../pipeline/analysis.js';
import { indexOf } from './links.js';
import { idAt } from './navigation.js';
import { partAt } from './place.js';
import { supportIn } from './support.js';
import { itemSymbol, type OutlineSymbol } from './symbols.js';

export interface HierarchyItem extends OutlineSymbol {
  /** By which the next step finds it again. */
  readonly id: string;
}

/** Kinds of item that carry something or are carried. */
const KINDS: ReadonlySet<string> = new Set([
  'event',
  'circumstance',
  'claim',
  'letter',
  'document',
  'argument',
]);

/** The item that is named at the place, else the one in which the place is. */
export function hierarchyItemAt(
  analysis: Analysis,
  offset: number,
  language: Language,
): HierarchyItem | undefined {
  const named = idAt(analysis, offset);
  const part = named ? partNamed(analysis, named.id) : partAt(analysis, offset);
  return part && itemOf(analysis, part, language);
}

/** `carries`: what the item speaks for. `carriedBy`: what speaks for it. */
export function hierarchyStep(
  analysis: Analysis,
  id: string,
  direction: 'carries' | 'carriedBy',
  language: Language,
): readonly HierarchyItem[] {
  const part = partNamed(analysis, id);
  const parts = (part && supportIn(analysis.model)[direction].get(part)) ?? [];
  return parts.flatMap((one) => itemOf(analysis, one, language) ?? []);
}

function partNamed({ model }: Analysis, id: string): Part | undefined {
  const definition = indexOf(model).definitions.get(id);
  return definition && KINDS.has(definition.kind) ? definition.part : undefined;
}

function itemOf(analysis: Analysis, part: Part, language: Language): HierarchyItem | undefined {
  const { id } = part.data as { id?: unknown };
  if (!KINDS.has(part.def) || typeof id !== 'string') return undefined;
  return { ...itemSymbol(analysis, part, language), id };
}
