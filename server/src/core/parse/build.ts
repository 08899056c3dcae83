/**
 * The light tree straight from the CST, for the ordinary case: block fields and lists, texts in any style,
 * one-line `[…]` and `{…}`. Anything else (anchors, tags, tabs, errors, explicit keys) makes {@link build}
 * give up, and `yaml`'s composer judges it: so that every error stays the library's.
 */

import { CST } from 'yaml';
import type { Comment, MapNode, Node, Pair, ScalarNode, ScalarStyle, SeqNode, Unit } from '../tree.js';
import { plainValue } from './scalar.js';

/** Thrown to give up; caught in {@link build} alone. */
const UNUSUAL = Symbol('unusual');

export interface Built {
  readonly root: Node | undefined;
  readonly comments: Comment[];
}

export function build(tokens: readonly CST.Token[], unit: Unit): Built | undefined {
  const builder = new Builder(unit);
  try {
    return { root: builder.documents(tokens), comments: builder.comments };
  } catch (reason) {
    if (reason === UNUSUAL) return undefined;
    throw reason;
  }
}

const STYLES: Partial<Record<CST.Token['type'], ScalarStyle>> = {
  scalar: 'plain',
  'single-quoted-scalar': 'single',
  'double-quoted-scalar': 'double',
};

class Builder {
  readonly comments: Comment[] = [];

  constructor(private readonly unit: Unit) {}

  documents(tokens: readonly CST.Token[]): Node | undefined {
    let root: Node | undefined;
    let seen = false;
    for (const token of tokens) {
      if (token.type === 'comment') this.comment(token);
      else if (token.type === 'document') {
        if (seen) throw UNUSUAL;
        seen = true;
        this.trivia(token.start, true);
        if (token.value) root = this.node(token.value);
        if (token.end) this.trivia(token.end, true);
      } else if (token.type !== 'newline' && !isSpace(token)) throw UNUSUAL;
    }
    return root;
  }

  private comment(token: CST.SourceToken): void {
    this.comments.push({ start: token.offset, end: token.offset + token.source.length });
  }

  /** Spaces, line breaks and comments; an indicator only where one is named, and then exactly once. */
  private trivia(tokens: readonly CST.Token[], atLineStart: boolean, indicator?: CST.Token['type']): number {
    let spaced = atLineStart;
    let found = -1;
    for (const token of tokens) {
      if (token.type === indicator && found === -1) {
        found = token.offset;
        spaced = false;
      } else if (token.type === 'newline' || isSpace(token)) spaced = true;
      else if (token.type === 'comment' && spaced) this.comment(token);
      else throw UNUSUAL;
    }
    return found;
  }

  private node(token: CST.Token): Node {
    if (token.type === 'block-map') return this.blockMap(token);
    if (token.type === 'block-seq') return this.blockSeq(token);
    if (token.type === 'flow-collection') return this.flow(token);
    if (token.type === 'block-scalar') return this.blockScalar(token);
    return this.flowScalar(token);
  }

  private flowScalar(token: CST.Token): ScalarNode {
    const style = STYLES[token.type];
    if (!style) throw UNUSUAL;
    const scalar = token as CST.FlowScalar;
    if (scalar.end) this.trivia(scalar.end, false);
    const { offset: start, source } = scalar;
    const resolved = CST.resolveAsScalar(scalar, true, giveUp);
    const value = style === 'plain' ? plainValue(resolved.value) : resolved.value;
    return { kind: 'scalar', unit: this.unit, start, end: start + source.length, value, style };
  }

  private blockScalar(token: CST.BlockScalar): ScalarNode {
    for (const prop of token.props) {
      if (prop.type === 'comment') this.comment(prop);
      else if (prop.type !== 'block-scalar-header' && prop.type !== 'newline' && !isSpace(prop))
        throw UNUSUAL;
    }
    const resolved = CST.resolveAsScalar(token, true, giveUp);
    const header = token.props.find((prop) => prop.type === 'block-scalar-header') as CST.SourceToken;
    const style = header.source.startsWith('>') ? 'folded' : 'literal';
    const end = blockScalarEnd(token, header);
    return { kind: 'scalar', unit: this.unit, start: header.offset, end, value: resolved.value, style };
  }

  private blockMap(token: CST.BlockMap): MapNode {
    const pairs: Pair[] = [];
    for (const item of token.items) {
      if (item.explicitKey) throw UNUSUAL;
      this.trivia(item.start, true);
      if (!item.sep) continue;
      pairs.push({
        key: this.implicitKey(item.key, token.indent),
        value: this.mapValue(item.sep, item.value),
      });
    }
    const last = pairs.at(-1);
    if (!last) throw UNUSUAL;
    const end = last.value?.end ?? colonEnd(token.items, last.key.end);
    return { kind: 'map', unit: this.unit, start: (pairs[0] as Pair).key.start, end, flow: false, pairs };
  }

  private implicitKey(key: CST.Token | null, indent: number): ScalarNode {
    if (!key || !STYLES[key.type]) throw UNUSUAL;
    const scalar = key as CST.FlowScalar;
    if (scalar.indent !== indent || scalar.end || scalar.source.includes('\n') || scalar.source.length > 1000)
      throw UNUSUAL;
    return this.flowScalar(scalar);
  }

  private mapValue(sep: readonly CST.Token[], value: CST.Token | undefined): Node | undefined {
    if (this.trivia(sep, false, 'map-value-ind') === -1) throw UNUSUAL;
    if (!value) return undefined;
    if (value.type === 'block-map' && !sep.some((token) => token.type === 'newline')) throw UNUSUAL;
    return this.node(value);
  }

  private blockSeq(token: CST.BlockSequence): SeqNode {
    const items: (Node | undefined)[] = [];
    const dashes: number[] = [];
    for (const item of token.items) {
      const dash = this.trivia(item.start, true, 'seq-item-ind');
      if (dash === -1) {
        if (item.value) throw UNUSUAL;
        continue;
      }
      dashes.push(dash);
      items.push(item.value && this.node(item.value));
    }
    const start = dashes[0];
    if (start === undefined) throw UNUSUAL;
    const end = items.at(-1)?.end ?? (dashes.at(-1) as number) + 1;
    return { kind: 'seq', unit: this.unit, start, end, flow: false, items, dashes };
  }

  /** `[a, b]` and `{a: b}` on one line. */
  private flow(token: CST.FlowCollection): MapNode | SeqNode {
    const [close, ...after] = token.end;
    const isMap = token.start.type === 'flow-map-start';
    if (!close || close.source !== (isMap ? '}' : ']')) throw UNUSUAL;
    const base = { unit: this.unit, start: token.offset, end: close.offset + 1, flow: true };
    if (this.unit.text.slice(base.start, base.end).includes('\n')) throw UNUSUAL;
    const items: Node[] = [];
    const pairs: Pair[] = [];
    for (const [index, item] of token.items.entries()) {
      const comma = this.trivia(item.start, true, 'comma');
      if (index > 0 !== comma >= 0) throw UNUSUAL;
      if (index === token.items.length - 1 && index > 0 && !item.value && !item.sep && !item.key) continue;
      if (isMap) pairs.push(this.flowPair(item));
      else if (item.value && !item.key && !item.sep) items.push(this.inFlow(item.value));
      else throw UNUSUAL;
    }
    this.trivia(after, false);
    return isMap ? { kind: 'map', ...base, pairs } : { kind: 'seq', ...base, items, dashes: [] };
  }

  private flowPair(item: CST.CollectionItem): Pair {
    if (!item.key || !item.sep || !STYLES[item.key.type]) throw UNUSUAL;
    const key = this.flowScalar(item.key);
    if (this.trivia(item.sep, false, 'map-value-ind') === -1) throw UNUSUAL;
    if (!item.value) throw UNUSUAL;
    return { key, value: this.inFlow(item.value) };
  }

  /** `[-]` and `{a: b:}`: the parser makes fields and lists of them, the composer calls it an error. */
  private inFlow(token: CST.Token): Node {
    if (token.type === 'block-map' || token.type === 'block-seq') throw UNUSUAL;
    return this.node(token);
  }
}

function giveUp(): never {
  throw UNUSUAL;
}

function isSpace(token: CST.Token): boolean {
  return token.type === 'space' && !token.source.includes('\t');
}

function colonEnd(items: CST.BlockMap['items'], otherwise: number): number {
  for (let i = items.length - 1; i >= 0; i--) {
    const colon = items[i]?.sep?.find((token) => token.type === 'map-value-ind');
    if (colon) return colon.offset + 1;
  }
  return otherwise;
}

/** End of a block scalar's text without the line breaks behind it; of its header, where it has no text. */
export function blockScalarEnd({ props, source }: CST.BlockScalar, header: CST.SourceToken): number {
  const length = trimmedEnd(source, 0, source.length);
  // The token's own offset is that of its header; its text begins behind the header's whole line.
  const last = props.at(-1) as CST.SourceToken;
  return length === 0 ? header.offset + header.source.length : last.offset + last.source.length + length;
}

/** End of the text without the line breaks and spaces behind it. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && ' \t\r\n'.includes(text[last - 1] as string)) last--;
  return last;
}
