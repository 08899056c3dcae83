/** The light tree from `yaml`'s own document, for whatever `read` leaves to it. */

import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
} from 'yaml';
import type { Node, Pair, ScalarStyle, Unit } from '../tree.js';

export interface ComposeError {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

export interface Composed {
  readonly documents: readonly Document.Parsed[];
  readonly errors: readonly ComposeError[];
}

export function compose(tokens: readonly CST.Token[], length: number): Composed {
  // `prettyErrors` would put case text into messages, `uniqueKeys` is quadratic; both are ours to do.
  const composer = new Composer({
    uniqueKeys: false,
    prettyErrors: false,
    version: '1.2',
    logLevel: 'silent',
    keepSourceTokens: true,
  });
  // A directive without a document behind it is an error, which the library only tells where there must be one.
  const isAnnounced = tokens.some(({ type }) => type === 'directive');
  const documents = [...composer.compose(tokens, isAnnounced, length)] as Document.Parsed[];
  const errors = documents.flatMap((document) =>
    document.errors.map((error) => ({ start: error.pos[0], end: error.pos[1], code: error.code })),
  );
  return { documents, errors: errors.sort((a, b) => a.start - b.start) };
}

const STYLES: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

export function convert(document: Document.Parsed | undefined, unit: Unit): Node | undefined {
  return convertNode(document?.contents ?? undefined, unit);
}

function convertNode(node: unknown, unit: Unit): Node | undefined {
  if (!node || typeof node !== 'object') return undefined;
  const parsed = node as ParsedNode;
  const start = parsed.range[0];
  const base = { unit, start, end: endOf(parsed, unit) };
  if (isAlias(parsed)) return { kind: 'alias', ...base, name: parsed.source };
  const anchored = parsed.anchor ? { ...base, anchor: parsed.anchor } : base;
  if (isScalar(parsed))
    return isAbsent(parsed) ? undefined : { kind: 'scalar', ...anchored, ...scalarOf(parsed) };
  if (isSeq(parsed)) {
    const items = parsed.items.map((item) => (isPair(item) ? undefined : convertNode(item, unit)));
    const dashes = dashesOf(parsed);
    const end = parsed.flow ? base.end : (items.at(-1)?.end ?? (dashes.at(-1) ?? start) + 1);
    return { kind: 'seq', ...anchored, end, flow: Boolean(parsed.flow), items, dashes };
  }
  if (isMap(parsed)) {
    const pairs: Pair[] = [];
    for (const pair of parsed.items) {
      pairs.push({
        key: convertNode(pair.key, unit) ?? noKey(pair, unit),
        value: convertNode(pair.value, unit),
      });
    }
    const end = parsed.flow ? base.end : (pairs.at(-1)?.value?.end ?? colonEnd(parsed) ?? base.end);
    return { kind: 'map', ...anchored, end, flow: Boolean(parsed.flow), pairs };
  }
  return undefined;
}

/** Where the value itself ends: the library counts comments and blank lines behind it as its part. */
function endOf(node: ParsedNode, unit: Unit): number {
  const { range, srcToken } = node;
  if (srcToken?.type !== 'block-scalar')
    return isScalar(node) ? range[1] : trimmedEnd(unit.text, range[0], range[1]);
  const header = srcToken.props.find(({ type }) => type === 'block-scalar-header');
  return header ? blockScalarEnd(srcToken, header as CST.SourceToken) : range[0];
}

function colonEnd({ srcToken }: { srcToken?: CST.Token }): number | undefined {
  if (srcToken?.type !== 'block-map') return undefined;
  const last = srcToken.items.findLast(({ sep, key }) => sep || key);
  const colon = last?.sep?.find((token) => token.type === 'map-value-ind');
  return colon && colon.offset + 1;
}

/** `: text` has a value and no key; the place of its colon stands for the key, that of its `?` where it has no colon. */
function noKey({ srcToken }: { srcToken?: CST.CollectionItem }, unit: Unit): Node {
  const marks = [...(srcToken?.sep ?? []), ...(srcToken?.start ?? [])];
  const mark = marks.find(({ type }) => type === 'map-value-ind' || type === 'explicit-key-ind');
  const start = mark?.offset ?? 0;
  return { kind: 'scalar', unit, start, end: start + 1, value: null, style: 'plain' };
}

function dashesOf(seq: { srcToken?: CST.Token }): number[] {
  if (seq.srcToken?.type !== 'block-seq') return [];
  return seq.srcToken.items.flatMap((item) => {
    const dash = item.start.find((token) => token.type === 'seq-item-ind');
    return dash ? [dash.offset] : [];
  });
}

/** An empty value has no source; an anchored or tagged one is kept, since something stands there. */
function isAbsent(scalar: Scalar.Parsed): boolean {
  return scalar.value === null && scalar.range[0] === scalar.range[1] && !scalar.anchor && !scalar.tag;
}

function scalarOf(scalar: Scalar.Parsed): { value: string | number | boolean | null; style: ScalarStyle } {
  const style = STYLES[scalar.type ?? 'PLAIN'] ?? 'plain';
  const value: unknown = scalar.value;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { value, style };
  // `!!binary` and the like: what was written, not what it stands for.
  return { value: scalar.source, style };
}

/** End of a block scalar's text without the line breaks behind it; of its header, where it has no text. */
function blockScalarEnd({ props, source }: CST.BlockScalar, header: CST.SourceToken): number {
  const length = trimmedEnd(source, 0, source.length);
  // The token's own offset is that of its header; its text begins behind the header's whole line.
  const last = props.at(-1) as CST.SourceToken;
  return length === 0 ? header.offset + header.source.length : last.offset + last.source.length + length;
}

/** End of the text without the line breaks and spaces behind it. */
function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && ' \t\r\n'.includes(text[last - 1] as string)) last--;
  return last;
}
