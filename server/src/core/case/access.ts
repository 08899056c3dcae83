/** From a part of the model to the nodes behind its fields, for ranges and edits. */

import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { Kept } from '../kept.js';
import type { Part, Root, SectionName } from '../model.js';
import { nearest } from '../nearest.js';
import type { SchemaIssue } from '../schema/issues.js';
import { isUnknown } from '../schema/slips.js';
import { type MapNode, mayBeInHole, type Node, type Pair, pairOf, type Span } from '../tree.js';
import { isUnreadable } from '../values.js';
import { isBlankNode } from '../words/placeholders.js';

type Step = string | number;

/** The pair at the end of a path of field names and list positions. Aliases and merged fields are not followed. */
export function pairAt(part: Part, ...path: readonly Step[]): { pair: Pair; owner: MapNode } | undefined {
  let node = part.node;
  let found: { pair: Pair; owner: MapNode } | undefined;
  for (const step of path) {
    if (typeof step === 'number') {
      node = node?.kind === 'seq' ? node.items[step] : undefined;
      continue;
    }
    if (node?.kind !== 'map') return undefined;
    const pair = pairOf(node, step);
    if (!pair) return undefined;
    found = { pair, owner: node };
    node = pair.value;
  }
  return found;
}

export function nodeAt(part: Part, ...path: readonly Step[]): Node | undefined {
  let node = part.node;
  for (const step of path) {
    if (typeof step === 'number') node = node?.kind === 'seq' ? node.items[step] : undefined;
    else node = pairOf(node, step)?.value;
  }
  return node;
}

/** The key of a field; where the field isn't there, undefined. */
export function keyAt(part: Part, ...path: readonly Step[]): Node | undefined {
  return pairAt(part, ...path)?.pair.key;
}

/** The value of a field if it stands on one line, else its key, else the place of the whole item. */
export function spotOf(part: Part, ...path: readonly Step[]): Span {
  const node = nodeAt(part, ...path);
  if (node && !node.unit.text.slice(node.start, node.end).includes('\n')) return node;
  return keyAt(part, ...path) ?? part.place;
}

/** Certainly not written down: not there, not misspelt, and no line was left out that may have held it. */
export function isAbsent(part: Part, ...path: readonly Step[]): boolean {
  if (pairAt(part, ...path)) return false;
  const name = String(path.at(-1));
  const { node } = part;
  if (node?.kind !== 'map') return false;
  return !pairOf(node, '<<') && !mayBeInHole(node.unit, name) && !isMisspelt(part, path);
}

/** The fields of the part itself, for edits. */
export function mapOf(part: Part | undefined): MapNode | undefined {
  return part?.node?.kind === 'map' ? part.node : undefined;
}

/** Does a field of an unknown name stand beside it that was probably meant for it? */
function isMisspelt(part: Part, path: readonly Step[]): boolean {
  if (part.issues.length === 0) return false;
  let slips = slipsIn.get(part);
  if (!slips) {
    slips = new Set(part.issues.flatMap(meantInstead));
    slipsIn.set(part, slips);
  }
  return slips.has(path.join('/'));
}

/** The fields of a part, by their paths, for which what stands beside them may be meant. */
const slipsIn = new Kept<Part, ReadonlySet<string>>();

function meantInstead({ kind, key, def, path }: SchemaIssue): string[] {
  if (kind !== 'unknown-key') return [];
  const names = SHAPES[def]?.keys.map(({ name }) => name) ?? [];
  return nearest(key, names).map((name) => [...path, name].join('/'));
}

const NAMES: readonly string[] = SECTIONS.map(({ name }) => name);

/**
 * May one of these sections hold more than the model has of it: unreadable, or also there under a name meant for it?
 */
export function maySectionBeThere(root: Root, ...sections: readonly SectionName[]): boolean {
  return (
    sections.some((section) => root.unreadable.has(section)) ||
    root.unreadable.has('') ||
    root.keys.some(
      ({ name }) =>
        name !== undefined &&
        isUnknown(name, NAMES) &&
        nearest(name, NAMES).some((meant) => sections.some((section) => section === meant)),
    )
  );
}

/**
 * Is it known what stands in a field: written down with nothing wrong in it and no mere blank, or certainly not
 * there, nor under a misspelt name? A rule that concludes something from what is not there asks this first
 * (RULES.md, ‘Silence’).
 */
export function isClear(part: Part, ...path: readonly Step[]): boolean {
  if (path.length !== 1) return looksClear(part, path);
  const key = String(path[0]);
  let fields = clearFields.get(part);
  if (!fields) {
    fields = new Map();
    clearFields.set(part, fields);
  }
  let isIt = fields.get(key);
  if (isIt === undefined) {
    isIt = looksClear(part, path);
    fields.set(key, isIt);
  }
  return isIt;
}

/** Of the fields of parts: rules ask it of every item of a list whenever one of them changed. */
const clearFields = new Kept<Part, Map<string, boolean>>();

function looksClear(part: Part, path: readonly Step[]): boolean {
  const found = pairAt(part, ...path);
  if (!found) return isAbsent(part, ...path);
  if (isUnreadable(found.pair) || isBlankNode(found.pair.value)) return false;
  return !part.issues.some(
    ({ kind, path: at }) => kind !== 'missing-key' && kind !== 'unknown-key' && touches(at, path),
  );
}

function touches(at: readonly Step[], path: readonly Step[]): boolean {
  const shared = Math.min(at.length, path.length);
  return at.slice(0, shared).every((step, index) => step === path[index]);
}
