/**
 * Which field or value of the case stands at a place of the text: the ground of hover, navigation and all else that
 * begins with a cursor.
 */

import type { CaseDocument } from '../core/document.js';
import type { CaseModel, Part } from '../core/model.js';
import { SECTION_NAMES } from '../core/model.js';
import type { KeyShape } from '../core/schema/shape-types.js';
import { keyText, type MapNode, type Node, type Pair, type Span } from '../core/tree.js';
import { CASE_FORMAT, type Format, shapeOf } from './formats.js';

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
  const part = partAt({ document, model }, offset);
  if (part?.node) return within({ format: CASE_FORMAT, document, offset, part }, part.node, part.def, []);
  // What is no part of the case has its name at most, as far as it isn't a plain value.
  const found = placeInFields(CASE_FORMAT, document, offset);
  return found?.def === '' && (found.on === 'key' || found.shape?.def === undefined) ? found : undefined;
}

/** The same by the tables alone, for any kind of document. */
export function placeInFields(format: Format, document: CaseDocument, offset: number): Place | undefined {
  const seek: Seek = { format, document, offset, part: undefined };
  for (const { name, key, value, items } of document.entries) {
    if (name === undefined) continue;
    const shape = shapeOf(format, '', name);
    const field = {
      part: undefined,
      path: [name],
      def: '',
      key: name,
      shape,
      pair: undefined,
      owner: undefined,
    };
    if (holds(document, key, offset)) return { ...field, on: 'key', node: key };
    const nodes = value ? [value] : (items ?? []).map(({ node }) => node);
    const node = nodes.find((one) => one !== undefined && holds(document, one, offset));
    if (node) return inValue(seek, field, node);
  }
  return undefined;
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

interface Seek {
  readonly format: Format;
  readonly document: CaseDocument;
  readonly offset: number;
  /** The item or section that holds all of it. */
  readonly part: Part | undefined;
}

function within(seek: Seek, node: Node, def: string, path: Place['path']): Place | undefined {
  if (node.kind !== 'map') return undefined;
  const { format, document, offset, part } = seek;
  for (const pair of node.pairs) {
    const key = keyText(pair);
    if (key === undefined) continue;
    const shape = shapeOf(format, def, key);
    const field = { part, path: [...path, key], def, key, shape, pair, owner: node };
    if (holds(document, pair.key, offset)) return { ...field, on: 'key', node: pair.key };
    if (pair.value && holds(document, pair.value, offset)) return inValue(seek, field, pair.value);
  }
  return undefined;
}

type Field = Omit<Place, 'on' | 'node'>;

function inValue(seek: Seek, field: Field, value: Node): Place | undefined {
  if (value.kind === 'seq') {
    const index = value.items.findIndex(
      (item) => item !== undefined && holds(seek.document, item, seek.offset),
    );
    const item = value.items[index];
    return item && inValue(seek, { ...field, path: [...field.path, index] }, item);
  }
  if (value.kind !== 'map') return { ...field, on: 'value', node: value };
  const below = field.shape?.def ?? field.shape?.fields;
  return below === undefined ? undefined : within(seek, value, below, field.path);
}

/** Does the place lie in the span or right behind it, where a cursor still touches it? */
function holds(document: CaseDocument, span: Span, offset: number): boolean {
  const start = document.startOf(span);
  return start <= offset && offset <= start + (span.end - span.start);
}
