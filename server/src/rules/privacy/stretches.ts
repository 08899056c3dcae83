/**
 * The one scanner of this folder: all stretches of a file's values and comments that may lead to a person. The
 * rules pick theirs, so that one stretch is told of once. A unit is scanned once, however many versions hold it.
 */

import type { Node, ScalarNode, Span, Unit } from '../../core/tree.js';
import { isBlankNode } from '../../core/words/placeholders.js';
import { addressesIn, type FoundOrNone } from './addresses.js';
import { numbersIn } from './numbers.js';
import { type Found, KINDS, type Kind } from './patterns.js';

export interface Stretch extends Span {
  readonly kind: Kind;
  /** The value that it stands in; undefined in a comment. */
  readonly node: ScalarNode | undefined;
}

const known = new WeakMap<Unit, readonly Stretch[]>();

export function stretchesOf(unit: Unit): readonly Stretch[] {
  let stretches = known.get(unit);
  if (!stretches) {
    stretches = [...scan(unit)];
    known.set(unit, stretches);
  }
  return stretches;
}

function* scan(unit: Unit): Generator<Stretch> {
  for (const { start, end } of unit.comments)
    yield* placed(unit, start, unit.text.slice(start, end), undefined);
  for (const node of valuesOf(unit.root)) {
    const start = textStart(node);
    const source = unit.text.slice(start, node.end);
    yield* placed(unit, start, node.style === 'double' ? withoutEscapes(source) : source, node);
  }
}

function* placed(unit: Unit, offset: number, text: string, node: ScalarNode | undefined): Generator<Stretch> {
  for (const { kind, start, end } of findIn(text))
    yield { kind, unit, start: offset + start, end: offset + end, node };
}

/** The scalars that stand as values; keys, and blanks that are still to be filled in, say nothing. */
function* valuesOf(node: Node | undefined): Generator<ScalarNode> {
  if (!node || isBlankNode(node)) return;
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'seq') for (const item of node.items) yield* valuesOf(item);
  else if (node.kind === 'map') for (const { value } of node.pairs) yield* valuesOf(value);
}

/** Behind the first line of a block text, which holds its sign and perhaps a comment. */
export function textStart({ unit, start, end, style }: ScalarNode): number {
  if (style !== 'literal' && style !== 'folded') return start;
  const newline = unit.text.indexOf('\n', start);
  return newline === -1 || newline >= end ? end : newline + 1;
}

/** `\n` is a line break and no letter that joins the digits behind it; every offset stays. */
function withoutEscapes(source: string): string {
  return source.replaceAll(/\\[\s\S]/g, (pair) => ` ${/[\r\n/]/.test(pair) ? pair[1] : ' '}`);
}

/** In the order of the text, none over another. */
export function findIn(text: string): readonly Found[] {
  if (!mayHold(text)) return [];
  const candidates: FoundOrNone[] = [...numbersIn(text), ...addressesIn(text)];
  candidates.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const found: Found[] = [];
  let end = 0;
  for (const candidate of candidates) {
    if (candidate.start < end) continue;
    end = candidate.end;
    if (candidate.kind !== 'none') found.push({ ...candidate, kind: candidate.kind });
  }
  return found;
}

const [AT_SIGN, ZERO, NINE] = [64, 48, 57];
const LEAST_DIGITS = 9;
const POSTCODE = /[0-9]{4}[^0-9]?[A-Z]{2}/;

/** Most texts hold no sign of an address and too few digits for anything else: a glance tells. */
function mayHold(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === AT_SIGN) return true;
    if (code >= ZERO && code <= NINE && ++digits >= LEAST_DIGITS) return true;
  }
  return digits > 4 && POSTCODE.test(text);
}

function rank({ kind }: FoundOrNone): number {
  return kind === 'none' ? -1 : KINDS.indexOf(kind);
}
