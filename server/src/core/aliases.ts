/** Aliases judged without being expanded: those that lead into themselves, to nothing, or to too much. */

import type { CaseDocument } from './document.js';
import { MAX_DEPTH } from './parse/cst.js';
import { type AliasNode, descendants, type Node, type SyntaxProblem, type Unit } from './tree.js';
import { MAX_EXPANDED } from './values.js';

export interface AliasReport {
  readonly cycles: readonly AliasNode[];
  readonly problems: readonly (SyntaxProblem & { readonly unit: Unit })[];
  /** So much would be expanded, or so deep, that values with aliases are not to be walked. */
  readonly tooMuch: boolean;
}

const NOTHING: AliasReport = { cycles: [], problems: [], tooMuch: false };

export function judgeAliases(doc: CaseDocument): AliasReport {
  if (!doc.units.some(({ unit }) => unit.hasAlias)) return NOTHING;
  const cycles: AliasNode[] = [];
  const problems: (SyntaxProblem & { unit: Unit })[] = [];
  const weigher = new Weigher(doc);
  let total = 0;
  let depth = 0;
  let first: AliasNode | undefined;
  for (const { unit } of doc.units) {
    for (const node of descendants(unit.root)) {
      if (node.kind !== 'alias') continue;
      first ??= node;
      if (!doc.target(node))
        problems.push({
          kind: 'alias-to-nothing',
          unit,
          start: node.start,
          end: node.end,
          args: { name: node.name },
        });
      else if (weigher.isCycle(node)) cycles.push(node);
      else {
        const weight = weigher.weight(node);
        total += weight.nodes;
        depth = Math.max(depth, weight.depth);
      }
    }
  }
  const tooMuch = total > MAX_EXPANDED || depth > MAX_DEPTH;
  if (tooMuch && first)
    problems.push({ kind: 'too-many-aliases', unit: first.unit, start: first.start, end: first.end });
  return { cycles, problems, tooMuch };
}

interface Weight {
  readonly nodes: number;
  readonly depth: number;
}

const NO_WEIGHT: Weight = { nodes: 0, depth: 0 };
const NOTHING_THERE: Weight = { nodes: 1, depth: 1 };

/**
 * How many nodes an alias stands for and how deep they lie, each node weighed once. Asked in the order of the text, it
 * never goes deep itself: what an alias stands for was written, and weighed, before it.
 */
class Weigher {
  private readonly weights = new Map<Node, Weight>();
  private readonly open = new Set<Node>();
  private readonly cyclic = new Set<Node>();

  constructor(private readonly doc: CaseDocument) {}

  isCycle(alias: AliasNode): boolean {
    this.weight(alias);
    return this.cyclic.has(alias);
  }

  weight(node: Node | undefined): Weight {
    if (!node) return NOTHING_THERE;
    const known = this.weights.get(node);
    if (known !== undefined) return known;
    if (this.open.has(node)) {
      // Back at an alias that is being weighed: it stands for something that holds it.
      if (node.kind === 'alias') this.cyclic.add(node);
      return NO_WEIGHT;
    }
    this.open.add(node);
    const weight = this.compute(node);
    this.open.delete(node);
    this.weights.set(node, weight);
    return weight;
  }

  private compute(node: Node): Weight {
    if (node.kind === 'alias') {
      const target = this.doc.target(node);
      if (target && this.open.has(target)) this.cyclic.add(node);
      return this.weight(target);
    }
    let nodes = 1;
    let depth = 0;
    const inner =
      node.kind === 'seq' ? node.items : node.kind === 'map' ? node.pairs.map((p) => p.value) : [];
    for (const child of inner) {
      const weight = this.weight(child);
      nodes += weight.nodes;
      depth = Math.max(depth, weight.depth);
    }
    return { nodes: Math.min(nodes, Number.MAX_SAFE_INTEGER / 2), depth: depth + 1 };
  }
}
