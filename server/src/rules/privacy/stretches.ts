/**
 * The one scanner of this folder: all stretches of a file's values and comments that may lead to a person. The
 * rules pick theirs, so that one stretch is told of once. A unit is scanned once, however many versions hold it.
 */

import { Kept } from '../../core/kept.js';
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

const known = new Kept<Unit, readonly Stretch[]>();

export function stretchesOf(unit: Unit): readonly Stretch[] {
  let stretches = known.get(unit);
  if (!stretches) {
    stretches = scan(unit);
    known.set(unit, stretches);
  }
  return stretches;
}

function scan(unit: Unit): readonly Stretch[] {
  const { text, comments, root } = unit;
  if (!mayHold(text)) return NOTHING;
  const stretches: Stretch[] = [];
  const look = (from: number, to: number, node: ScalarNode | undefined): void => {
    const source = text.slice(from, to);
    if (!mayHold(source)) return;
    for (const { kind, start, end } of findIn(node?.style === 'double' ? withoutEscapes(source) : source))
      stretches.push({ kind, unit, start: from + start, end: from + end, node });
  };
  for (const { start, end } of comments) look(start, end, undefined);
  forEachValue(root, (node) => look(textStart(node), node.end, node));
  return stretches;
}

const NOTHING: readonly Stretch[] = [];

/** The scalars that stand as values; keys, and blanks that are still to be filled in, say nothing. */
function forEachValue(node: Node | undefined, visit: (node: ScalarNode) => void): void {
  if (!node || isBlankNode(node)) return;
  if (node.kind === 'scalar') visit(node);
  else if (node.kind === 'seq') for (const item of node.items) forEachValue(item, visit);
  else if (node.kind === 'map') for (const { value } of node.pairs) forEachValue(value, visit);
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

/** Nine digits on a line, however far apart, or what a postcode looks like. */
const NUMBERS = /[0-9](?:[^0-9\n]*[0-9]){8}|[0-9]{4}[^0-9]?[A-Z]{2}/;

/** Most texts hold no sign of an address and on no line enough digits for anything else: a glance tells. */
function mayHold(text: string): boolean {
  return text.includes('@') || NUMBERS.test(text);
}

function rank({ kind }: FoundOrNone): number {
  return kind === 'none' ? -1 : KINDS.indexOf(kind);
}
