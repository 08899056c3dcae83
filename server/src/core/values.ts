/** From nodes to plain values, aliases and merge keys read but never copied. */

import type { CaseDocument } from './document.js';
import {
  keyText,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  type ScalarNode,
  type Span,
  sourceOf,
} from './tree.js';

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
  const { unit, start, end } = pair.key;
  return unit.holes.some((hole) => {
    if (hole.start < end) return false;
    const between = unit.text.slice(end, hole.start);
    if (!between.includes('\n')) return true;
    // On a line below it stands only what is further in, with nothing in between.
    const isNext = between.replace(/#.*/g, '').trim() === ':';
    return isNext && columnOf(unit.text, hole.start) > columnOf(unit.text, start);
  });
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Was something left out from within the value, or from between its key and it? Then its kind isn't certain either. */
export function isIncomplete(key: Span, value: Node | undefined): boolean {
  return key.unit.holes.some(({ start }) => start >= key.end && (!value || start <= value.end));
}

export class ValueReader {
  private readonly known = new Map<Node, unknown>();
  private readonly open = new Set<Node>();

  /** @param cycles aliases that stand for something of which they are a part: their value can't be known */
  constructor(
    private readonly doc: CaseDocument,
    private readonly cycles?: ReadonlySet<Node>,
  ) {}

  /** The value; `undefined` where it can't be known (an alias to nothing or into itself, unreadable text). */
  read(node: Node | undefined): unknown {
    if (!node) return null;
    if (node.kind === 'scalar') return node.value;
    // Without aliases nothing is met twice.
    if (!node.unit.hasAlias) return this.compute(node);
    if (this.known.has(node)) return this.known.get(node);
    if (this.open.has(node)) return undefined;
    this.open.add(node);
    const value = this.compute(node);
    this.open.delete(node);
    this.known.set(node, value);
    return value;
  }

  private compute(node: Exclude<Node, ScalarNode>): unknown {
    if (node.kind === 'alias') {
      const target = this.cycles?.has(node) ? undefined : this.doc.target(node);
      return target ? this.read(target) : undefined;
    }
    if (node.kind === 'seq') return node.items.map((item) => this.read(item));
    return isPlaceholderMap(node) ? sourceOf(node) : this.fields(node);
  }

  /** Of doubles the first counts, also where its value can't be known. */
  private fields(node: MapNode): Record<string, unknown> {
    // Only what is merged needs the table of all fields.
    const pairs = pairOf(node, '<<') ? fieldsOf(this.doc, node).values() : node.pairs;
    const value: Record<string, unknown> = {};
    let unknown: Set<string> | undefined;
    for (const pair of pairs) {
      const name = keyText(pair);
      if (name === undefined || Object.hasOwn(value, name) || unknown?.has(name)) continue;
      const field = isUnreadable(pair) ? undefined : this.read(pair.value);
      if (field !== undefined) {
        put(value, name, field);
        continue;
      }
      unknown ??= new Set();
      unknown.add(name);
    }
    return value;
  }
}

/** As it is written; empty for fields and lists, which may have a `toString` of their own that is none. */
export function textOf(value: unknown): string {
  return typeof value === 'object' ? '' : String(value);
}

/** Sets a field under any name, `__proto__` included, without reaching the object's prototype. */
export function put(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  else target[name] = value;
}
