/** What sort of thing each value of a file is by the schema: free text may be rewritten, an id may not. */

import type { CaseDocument } from '../../core/document.js';
import { Kept } from '../../core/kept.js';
import type { ValueKind } from '../../core/schema/shape-types.js';
import { keyText, type Node, type ScalarNode } from '../../core/tree.js';
import { SECTIONS, SHAPES } from '../../generated/shape.js';

const known = new Kept<CaseDocument, ReadonlyMap<ScalarNode, ValueKind>>();

/** By the scalar; in the order of the text. What the schema doesn't know, such as `x-` fields, counts as text. */
export function kindsOf(doc: CaseDocument): ReadonlyMap<ScalarNode, ValueKind> {
  let kinds = known.get(doc);
  if (!kinds) {
    const collected = new Map<ScalarNode, ValueKind>();
    for (const { name, value, items } of doc.entries) {
      const section = SECTIONS.find((candidate) => candidate.name === name);
      const kind = section ? (section.def === null ? 'integer' : 'fields') : 'text';
      const def = section?.def ?? undefined;
      for (const node of items ? items.map((item) => item.node) : [value])
        collect(collected, node, kind, def);
    }
    if (doc.oddRoot) collect(collected, doc.oddRoot, 'text', undefined);
    kinds = collected;
    known.set(doc, kinds);
  }
  return kinds;
}

function collect(
  kinds: Map<ScalarNode, ValueKind>,
  node: Node | undefined,
  kind: ValueKind,
  def: string | undefined,
): void {
  if (node?.kind === 'scalar') kinds.set(node, kind === 'fields' ? 'text' : kind);
  if (node?.kind === 'seq') for (const item of node.items) collect(kinds, item, kind, def);
  if (node?.kind !== 'map') return;
  for (const pair of node.pairs) {
    const shape =
      def === undefined ? undefined : SHAPES[def]?.keys.find(({ name }) => name === keyText(pair));
    collect(kinds, pair.value, shape?.kind ?? 'text', shape?.def);
  }
}
