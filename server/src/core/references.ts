/** Ids and what refers to them, over the whole file: the ground of renaming, 'unknown reference', 'unused'. */

import { SHAPES } from '../generated/shape.js';
import type { CaseDocument } from './document.js';
import { Kept } from './kept.js';
import type { Part } from './model.js';
import type { KeyShape } from './schema/shape-types.js';
import type { Node, ScalarNode } from './tree.js';
import { fieldOf } from './values.js';

export interface Definition {
  readonly id: string;
  readonly kind: string;
  /** The scalar that holds the id. */
  readonly node: ScalarNode;
  readonly part: Part;
}

export interface Reference {
  readonly id: string;
  /** Kinds of item that may stand here. */
  readonly kinds: readonly string[];
  readonly node: ScalarNode;
  readonly part: Part;
  readonly def: string;
  readonly key: string;
}

interface Links {
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
}

/** What one part defines and refers to: worked out once for a part, whatever versions of the file hold it. */
const known = new Kept<Part, Links>();

export function linksOf(doc: CaseDocument, part: Part): Links {
  let links = part.node?.unit.hasAlias ? undefined : known.get(part);
  if (!links) {
    const collector = new Collector(doc, part);
    collector.fields(part.node, part.def);
    links = collector;
    known.set(part, links);
  }
  return links;
}

const LINKING = new Map<string, readonly KeyShape[]>();

/** The fields of a definition that hold an id, a reference, or fields that may. */
function linkingKeys(def: string): readonly KeyShape[] {
  let keys = LINKING.get(def);
  if (!keys) {
    keys = (SHAPES[def]?.keys ?? []).filter(({ kind, defines, ref }) => kind === 'fields' || defines || ref);
    LINKING.set(def, keys);
  }
  return keys;
}

class Collector implements Links {
  readonly definitions: Definition[] = [];
  readonly references: Reference[] = [];

  constructor(
    private readonly doc: CaseDocument,
    private readonly part: Part,
  ) {}

  fields(node: Node | undefined, def: string): void {
    for (const shape of linkingKeys(def)) {
      const value = fieldOf(this.doc, node, shape.name)?.value;
      const target = value && this.doc.target(value);
      if (!target) continue;
      const items = shape.list && target.kind === 'seq' ? target.items : [target];
      for (const item of items) {
        const inner = item && this.doc.target(item);
        if (!inner) continue;
        if (shape.kind === 'fields' && shape.def) this.fields(inner, shape.def);
        else if (inner.kind === 'scalar' && typeof inner.value === 'string')
          this.scalar(inner, inner.value, shape, def);
      }
    }
  }

  private scalar(
    node: ScalarNode,
    id: string,
    shape: { defines?: string; ref?: readonly string[]; name: string },
    def: string,
  ): void {
    const { part } = this;
    if (shape.defines) this.definitions.push({ id, kind: shape.defines, node, part });
    if (shape.ref) this.references.push({ id, kinds: shape.ref, node, part, def, key: shape.name });
  }
}
