/**
 * The light tree: the values of a case file with their exact places, and nothing else. Every node belongs
 * to a {@link Unit}, a stretch of text that was parsed by itself, and its offsets count from that unit's
 * start: so a unit's tree stays valid when lines above it come or go.
 */

export interface Span {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

interface NodeBase extends Span {
  readonly anchor?: string | undefined;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
}

export interface Pair {
  readonly key: Node;
  /** Undefined where nothing stands after the colon. */
  readonly value: Node | undefined;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface SeqNode extends NodeBase {
  readonly kind: 'seq';
  readonly flow: boolean;
  /** An item is undefined where nothing stands after the dash. */
  readonly items: readonly (Node | undefined)[];
  /** Where the dash of each item stands (block lists only). */
  readonly dashes: readonly number[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
}

export type Node = ScalarNode | MapNode | SeqNode | AliasNode;

export interface Comment {
  readonly start: number;
  readonly end: number;
}

/** What the parser could not read, put as data: {@link SyntaxProblem.kind} picks the words. */
export interface SyntaxProblem {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly args?: Readonly<Record<string, string | number>>;
  /** Ways to mend it, the likeliest first; offsets as everywhere in the unit. */
  readonly mends?: readonly Mend[];
}

export interface Mend {
  readonly kind: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Lines that had to be left out so that the rest of the unit could be read. */
export interface Hole {
  readonly start: number;
  readonly end: number;
  /** The first word of each of its lines: keys that may be meant, so that they aren't also called missing. */
  readonly words: readonly string[];
}

export interface Unit {
  readonly text: string;
  /** The value that the unit holds: undefined for comments and blank lines only, or where nothing can be read. */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly holes: readonly Hole[];
  readonly comments: readonly Comment[];
  readonly hasAlias: boolean;
  /** More than one YAML document stands in it. */
  readonly documents: number;
}

/** May a line with this key be among what was left out? */
export function mayBeInHole({ holes }: Unit, key: string): boolean {
  return holes.some(({ words }) => words.includes(key) || words.includes(''));
}

/** The pair of a map with this key (the first, where it stands twice). */
export function pairOf(node: Node | undefined, key: string): Pair | undefined {
  if (node?.kind !== 'map') return undefined;
  if (node.pairs.length <= FEW) {
    for (const pair of node.pairs) if (isKey(pair.key, key)) return pair;
    return undefined;
  }
  let byName = pairsByName.get(node);
  if (!byName) {
    byName = new Map();
    for (const pair of node.pairs) {
      const name = keyText(pair);
      if (name !== undefined && !byName.has(name)) byName.set(name, pair);
    }
    pairsByName.set(node, byName);
  }
  return byName.get(key);
}

/** Maps with more fields than this are looked up by a table: asked for each of 16,000 keys, a search takes minutes. */
const FEW = 32;
const pairsByName = new WeakMap<MapNode, Map<string, Pair>>();

function isKey(node: Node, key: string): boolean {
  if (node.kind !== 'scalar') return false;
  return typeof node.value === 'string' ? node.value === key : String(node.value ?? '') === key;
}

/** A key as text: `2013: x` has the key '2013'. Undefined for keys that are lists or fields themselves. */
export function keyText(pair: Pair): string | undefined {
  return pair.key.kind === 'scalar' ? String(pair.key.value ?? '') : undefined;
}

export function isEmptyValue(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.value === null);
}

export function sourceOf(span: Span): string {
  return span.unit.text.slice(span.start, span.end);
}

/** Every node below and including this one, parents first. Aliases are not followed. */
export function* descendants(node: Node | undefined): Generator<Node> {
  if (!node) return;
  yield node;
  if (node.kind === 'seq') for (const item of node.items) yield* descendants(item);
  if (node.kind !== 'map') return;
  for (const pair of node.pairs) {
    yield* descendants(pair.key);
    yield* descendants(pair.value);
  }
}
