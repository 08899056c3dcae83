/** Aliases judged without being expanded: those that lead into themselves, to nothing, or to too much. */

import type { CaseDocument } from './document.js';
import { quoteAll } from './parse/quotes.js';
import { type AliasNode, descendants, type Node, type SyntaxProblem, type Unit } from './tree.js';
import { MAX_EXPANDED } from './values.js';

export interface AliasReport {
  readonly cycles: readonly AliasNode[];
  readonly problems: readonly (SyntaxProblem & { readonly unit: Unit })[];
  /** So much would be expanded that values are not to be walked. */
  readonly tooMuch: boolean;
}

const NOTHING: AliasReport = { cycles: [], problems: [], tooMuch: false };

export function judgeAliases(doc: CaseDocument): AliasReport {
  if (!doc.units.some(({ unit }) => unit.hasAlias)) return NOTHING;
  const cycles: AliasNode[] = [];
  const problems: (SyntaxProblem & { unit: Unit })[] = [];
  const weigher = new Weigher(doc);
  let total = 0;
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
          mends: [quoteAll(unit.text, node.start, node.end)],
        });
      else if (weigher.isCycle(node)) cycles.push(node);
      else total += weigher.weight(node);
    }
  }
  const tooMuch = total > MAX_EXPANDED;
  if (tooMuch && first)
    problems.push({ kind: 'too-many-aliases', unit: first.unit, start: first.start, end: first.end });
  return { cycles, problems, tooMuch };
}

/** How many nodes an alias stands for, each node weighed once. */
class Weigher {
  private readonly weights = new Map<Node, number>();
  private readonly open = new Set<Node>();
  private readonly cyclic = new Set<Node>();

  constructor(private readonly doc: CaseDocument) {}

  isCycle(alias: AliasNode): boolean {
    this.weight(alias);
    return this.cyclic.has(alias);
  }

  weight(node: Node | undefined): number {
    if (!node) return 1;
    const known = this.weights.get(node);
    if (known !== undefined) return known;
    if (this.open.has(node)) {
      // Back at an alias that is being weighed: it stands for something that holds it.
      if (node.kind === 'alias') this.cyclic.add(node);
      return 0;
    }
    this.open.add(node);
    const weight = this.compute(node);
    this.open.delete(node);
    this.weights.set(node, weight);
    return weight;
  }

  private compute(node: Node): number {
    if (node.kind === 'alias') {
      const target = this.doc.target(node);
      if (target && this.open.has(target)) this.cyclic.add(node);
      return this.weight(target);
    }
    let sum = 1;
    if (node.kind === 'seq') for (const item of node.items) sum += this.weight(item);
    if (node.kind === 'map') for (const pair of node.pairs) sum += this.weight(pair.value);
    return Math.min(sum, Number.MAX_SAFE_INTEGER / 2);
  }
}
