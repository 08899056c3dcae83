/**
 * Which field or value of the case stands at a place of the text: the ground of hover, navigation and all else that
 * begins with a cursor.
 */

import type { CaseDocument } from '../core/document.js';
import type { CaseModel, Part } from '../core/model.js';
import { SECTION_NAMES } from '../core/model.js';
import type { KeyShape } from '../core/schema/shape-types.js';
import { keyText, type MapNode, type Node, type Pair, type Span } from '../core/tree.js';
import { SECTIONS, SHAPES } from '../generated/shape.js';

export interface Place {
  readonly on: 'key' | 'value';
  /** The item or section that holds it; undefined for the fields of the file itself. */
  readonly part: Part | undefined;
  /** From the part to the field, and further to the value's place in a list. */
  readonly path: readonly (string | number)[];
  /** The definition whose field it is, such as `letter`; empty for the fields of the file itself. */
  readonly def: string;
  readonly key: string;
  /** Undefined where the format knows no such field. */
  readonly shape: KeyShape | undefined;
  readonly pair: Pair | undefined;
  readonly owner: MapNode | undefined;
  /** The key or the value itself. */
  readonly node: Node;
}

export function placeAt(
  { document, model }: { document: CaseDocument; model: CaseModel },
  offset: number,
): Place | undefined {
  for (const { name, key, value } of document.entries) {
    if (name === undefined) continue;
    const top = {
      part: undefined,
      path: [name],
      def: '',
      key: name,
      shape: undefined,
      pair: undefined,
      owner: undefined,
    };
    if (holds(document, key, offset)) return { ...top, on: 'key', node: key };
    const isPlain = SECTIONS.find((section) => section.name === name)?.def === null;
    if (isPlain && value && holds(document, value, offset)) return { ...top, on: 'value', node: value };
  }
  const part = partAt({ document, model }, offset);
  return part?.node ? within(document, part, part.node, part.def, [], offset) : undefined;
}

/** The item or section in which the place is. */
export function partAt(
  { document, model }: { document: CaseDocument; model: CaseModel },
  offset: number,
): Part | undefined {
  for (const name of SECTION_NAMES) {
    const section = model[name] as Part | readonly Part[] | undefined;
    const parts: readonly Part[] = Array.isArray(section) ? section : section ? [section as Part] : [];
    const found = parts.find(({ node }) => node !== undefined && holds(document, node, offset));
    if (found) return found;
  }
  return undefined;
}

type Path = readonly (string | number)[];

function within(
  document: CaseDocument,
  part: Part,
  node: Node,
  def: string,
  path: Path,
  offset: number,
): Place | undefined {
  if (node.kind !== 'map') return undefined;
  for (const pair of node.pairs) {
    const key = keyText(pair);
    if (key === undefined) continue;
    const shape = SHAPES[def]?.keys.find(({ name }) => name === key);
    const field = { part, path: [...path, key], def, key, shape, pair, owner: node };
    if (holds(document, pair.key, offset)) return { ...field, on: 'key', node: pair.key };
    if (pair.value && holds(document, pair.value, offset))
      return inValue(document, field, pair.value, offset);
  }
  return undefined;
}

type Field = Omit<Place, 'on' | 'node'> & { readonly part: Part };

function inValue(document: CaseDocument, field: Field, value: Node, offset: number): Place | undefined {
  if (value.kind === 'seq') {
    const index = value.items.findIndex((item) => item !== undefined && holds(document, item, offset));
    const item = value.items[index];
    return item && inValue(document, { ...field, path: [...field.path, index] }, item, offset);
  }
  if (value.kind !== 'map') return { ...field, on: 'value', node: value };
  return field.shape?.def === undefined
    ? undefined
    : within(document, field.part, value, field.shape.def, field.path, offset);
}

/** Does the place lie in the span or right behind it, where a cursor still touches it? */
function holds(document: CaseDocument, span: Span, offset: number): boolean {
  const start = document.startOf(span);
  return start <= offset && offset <= start + (span.end - span.start);
}
