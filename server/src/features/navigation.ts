/** From an id to its item and back: definition, references, highlights, renaming. */

import type { TextEdit } from '../core/findings.js';
import type { ScalarNode } from '../core/tree.js';
import type { Analysis } from '../pipeline/analysis.js';
import { indexOf } from './links.js';
import { placeAt } from './place.js';

export interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** The item's own `id`, where it is given its name. */
  readonly isDefinition: boolean;
}

interface IdAt {
  readonly id: string;
  readonly node: ScalarNode;
}

/** The id under the cursor: an item's own, or one that refers to an item. */
export function idAt(analysis: Analysis, offset: number): IdAt | undefined {
  const place = placeAt(analysis, offset);
  if (place?.on !== 'value' || !place.shape || place.node.kind !== 'scalar') return undefined;
  if (!place.shape.ref && !place.shape.defines) return undefined;
  const { value } = place.node;
  return typeof value === 'string' && value !== '' ? { id: value, node: place.node } : undefined;
}

/** The item that an id names; undefined where there is none. */
export function definitionOf(
  analysis: Analysis,
  id: string,
): { id: Occurrence; item: Occurrence } | undefined {
  const definition = indexOf(analysis.model).definitions.get(id);
  if (!definition) return undefined;
  const { document } = analysis;
  const own = occurrence(analysis, definition.node, true);
  const { node } = definition.part;
  // Of a remedy, which stands inside its procedure, only the id is known here.
  const isWhole = node !== undefined && definition.kind !== 'remedy';
  return {
    id: own,
    item: isWhole ? { start: document.startOf(node), end: document.endOf(node), isDefinition: true } : own,
  };
}

/** Every place where the id stands, in the order of the text. */
export function occurrencesOf(analysis: Analysis, id: string): readonly Occurrence[] {
  const { all, references } = indexOf(analysis.model);
  return [
    ...(all.get(id) ?? []).map(({ node }) => occurrence(analysis, node, true)),
    ...(references.get(id) ?? []).map(({ node }) => occurrence(analysis, node, false)),
  ].sort((a, b) => a.start - b.start);
}

function occurrence({ document }: Analysis, node: ScalarNode, isDefinition: boolean): Occurrence {
  return { start: document.startOf(node), end: document.endOf(node), isDefinition };
}

export type Refusal = 'no-id' | 'not-defined' | 'twice' | 'unreadable' | 'taken' | 'form';

/** May what stands at the cursor be renamed? */
export function renameable(analysis: Analysis, offset: number): { id: IdAt } | { refusal: Refusal } {
  const id = idAt(analysis, offset);
  if (!id) return { refusal: 'no-id' };
  const own = indexOf(analysis.model).all.get(id.id) ?? [];
  if (own.length === 0) return { refusal: 'not-defined' };
  // Which of the two a reference means, nobody can tell.
  if (own.length > 1) return { refusal: 'twice' };
  return isInHole(analysis, id.id) ? { refusal: 'unreadable' } : { id };
}

/** Does a line that can't be read name the id? The reference there would be left behind. */
function isInHole({ document }: Analysis, id: string): boolean {
  const named = new RegExp(`(?<![\\w-])${id.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`);
  return document.units.some(({ unit }) =>
    unit.holes.some(({ start, end }) => named.test(unit.text.slice(start, end))),
  );
}

/** The item's id and every reference to it under another name, or why not. */
export function rename(
  analysis: Analysis,
  offset: number,
  name: string,
): { edits: readonly TextEdit[] } | { refusal: Refusal } {
  const found = renameable(analysis, offset);
  if ('refusal' in found) return found;
  const { id } = found.id;
  if (!/^[a-z][a-z0-9-]*$/.test(name)) return { refusal: 'form' };
  const { all, references, definitions } = indexOf(analysis.model);
  if (name !== id && definitions.has(name)) return { refusal: 'taken' };
  const nodes = [...(all.get(id) ?? []), ...(references.get(id) ?? [])].map(({ node }) => node);
  return { edits: [...new Set(nodes)].map((node) => analysis.draft.setScalar(node, name)) };
}
