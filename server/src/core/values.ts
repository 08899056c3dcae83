/** From nodes to plain values, aliases and merge keys read but never copied. */

import type { CaseDocument } from './document.js';
import { keyText, type MapNode, type Node, type Pair, pairOf, sourceOf } from './tree.js';

/**
 * Aliases may multiply a small text into millions of values. Values share what an alias stands for, and what
 * walks them (the schema's validators) stops at this many nodes.
 */
export const MAX_EXPANDED = 100_000;

/** The fields of a map as `name → pair`, the first of doubles, merged fields behind the own ones. */
export function fieldsOf(doc: CaseDocument, node: Node | undefined): Map<string, Pair> {
  const fields = new Map<string, Pair>();
  const seen = new Set<Node>();
  // What is merged is visited right behind what merges it; a map that comes again has nothing new.
  const waiting = [node];
  while (waiting.length > 0) {
    const next = waiting.pop();
    const target = next && doc.target(next);
    if (target?.kind !== 'map' || seen.has(target)) continue;
    seen.add(target);
    for (const pair of target.pairs) {
      const name = keyText(pair);
      if (name !== undefined && name !== '<<' && !fields.has(name)) fields.set(name, pair);
    }
    const merged = target.pairs
      .filter((pair) => keyText(pair) === '<<')
      .flatMap((pair) => sources(doc, pair));
    for (const source of merged.reverse()) waiting.push(source);
  }
  return fields;
}

function sources(doc: CaseDocument, { value }: Pair): readonly (Node | undefined)[] {
  const target = value && doc.target(value);
  return target?.kind === 'seq' ? target.items : [target];
}

/** One field of a map, a merged one where it has none of its own. */
export function fieldOf(doc: CaseDocument, node: Node | undefined, name: string): Pair | undefined {
  const target = node && doc.target(node);
  if (name === '<<') return undefined;
  return pairOf(target, name) ?? (pairOf(target, '<<') ? fieldsOf(doc, target).get(name) : undefined);
}

/** `{{naam}}` without quotes is a field inside a field to YAML; to us it is a blank to fill in. */
export function isPlaceholderMap(node: Node): node is MapNode {
  return node.kind === 'map' && node.flow && /^\{\{[^{}\n]*\}\}$/.test(sourceOf(node));
}

/** Is there a hole in the text where this pair's value was? Then it is unknown, not empty. */
export function isUnreadable(pair: Pair): boolean {
  if (pair.value) return false;
  const { unit, end } = pair.key;
  return unit.holes.some((hole) => hole.start >= end && !unit.text.slice(end, hole.start).includes('\n'));
}

export class ValueReader {
  private readonly known = new Map<Node, unknown>();
  private readonly open = new Set<Node>();

  constructor(private readonly doc: CaseDocument) {}

  /** The value; `undefined` where it can't be known (an alias to nothing or into itself, unreadable text). */
  read(node: Node | undefined): unknown {
    if (!node) return null;
    if (node.kind === 'scalar') return node.value;
    if (this.known.has(node)) return this.known.get(node);
    if (this.open.has(node)) return undefined;
    this.open.add(node);
    const value = this.compute(node);
    this.open.delete(node);
    this.known.set(node, value);
    return value;
  }

  private compute(node: Node): unknown {
    if (node.kind === 'alias') {
      const target = this.doc.target(node);
      return target ? this.read(target) : undefined;
    }
    if (node.kind === 'seq') return node.items.map((item) => this.read(item));
    if (isPlaceholderMap(node)) return sourceOf(node);
    const value: Record<string, unknown> = {};
    for (const [name, pair] of fieldsOf(this.doc, node)) {
      if (isUnreadable(pair)) continue;
      const field = this.read(pair.value);
      if (field !== undefined) put(value, name, field);
    }
    return value;
  }
}

/** Sets a field under any name, `__proto__` included, without reaching the object's prototype. */
export function put(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  else target[name] = value;
}
