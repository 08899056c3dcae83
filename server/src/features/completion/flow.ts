/** What stands between brackets, read leniently: half-typed, unclosed, with whatever else is on the line. */

import { endOfQuoteOnLine } from './lines.js';

export interface Token {
  readonly start: number;
  readonly end: number;
}

export interface FlowNode {
  readonly kind: 'list' | 'fields';
  readonly start: number;
  /** Behind the closing bracket; where there is none, where the text ends that may belong to it. */
  readonly end: number;
  readonly isClosed: boolean;
  readonly entries: readonly FlowEntry[];
}

/** What stands between two commas. */
export interface FlowEntry {
  readonly start: number;
  readonly end: number;
  readonly key: Token | undefined;
  readonly colon: number | undefined;
  readonly value: Token | FlowNode | undefined;
}

const DEEPEST = 40;

export function readFlow(text: string, start: number, limit: number, depth = 0): FlowNode {
  const kind = text[start] === '[' ? 'list' : 'fields';
  const entries: FlowEntry[] = [];
  let at = start + 1;
  for (;;) {
    const entry = readEntry(text, at, limit, depth);
    entries.push(entry);
    const char = entry.end < limit ? text[entry.end] : undefined;
    if (char === ',') at = entry.end + 1;
    else {
      const isClosed = char !== undefined;
      return { kind, start, end: isClosed ? entry.end + 1 : limit, isClosed, entries };
    }
  }
}

function readEntry(text: string, start: number, limit: number, depth: number): FlowEntry {
  let key: Token | undefined;
  let colon: number | undefined;
  let value: Token | FlowNode | undefined;
  let at = start;
  while (at < limit) {
    const char = text[at] as string;
    if (char === ',' || char === ']' || char === '}') break;
    if (/\s/.test(char)) at++;
    else if (char === '#' && /\s/.test(text[at - 1] ?? '')) at = endOfLine(text, at, limit);
    else if (char === ':' && colon === undefined && isToken(value) && endsKey(text, at)) {
      key = value;
      value = undefined;
      colon = at++;
    } else if ((char === '[' || char === '{') && depth < DEEPEST && !isBlankToFill(text, at)) {
      value = readFlow(text, at, limit, depth + 1);
      at = value.end;
    } else {
      const end = Math.min(limit, Math.max(at + 1, endOfToken(text, at)));
      value = { start: isToken(value) ? value.start : at, end };
      at = end;
    }
  }
  return { start, end: at, key, colon, value };
}

export function isToken(value: Token | FlowNode | undefined): value is Token {
  return value !== undefined && !('kind' in value);
}

function endOfToken(text: string, at: number): number {
  const blank = isBlankToFill(text, at);
  if (blank) return at + blank;
  if (text[at] === '"' || text[at] === "'") {
    const end = endOfQuoteOnLine(text, at);
    if (end > at + 1) return end;
  }
  const plain = /^.(?:[^,[\]{}:#\r\n]|:(?![\s,[\]{}]|$)|(?<!\s)#)*/.exec(text.slice(at, at + 2_000));
  return at + (plain?.[0].trimEnd().length ?? 1);
}

function isBlankToFill(text: string, at: number): number {
  return text[at] === '{' ? (/^\{\{[^{}\r\n]*\}\}/.exec(text.slice(at, at + 200))?.[0].length ?? 0) : 0;
}

function endsKey(text: string, colon: number): boolean {
  return /^:(?:[\s,\]}]|$)/.test(text.slice(colon, colon + 2));
}

function endOfLine(text: string, at: number, limit: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? limit : Math.min(limit, newline);
}

/** A step from a thing to what it holds: a field by its name, or an item of a list. */
export type Step = string | typeof ITEM;
export const ITEM = Symbol('item');

/** The innermost brackets around the cursor, and the way to them. */
export interface FlowPlace {
  readonly steps: readonly Step[];
  readonly node: FlowNode;
  readonly entry: FlowEntry;
}

export function placeInFlow(text: string, outer: FlowNode, offset: number): FlowPlace | undefined {
  const steps: Step[] = [];
  for (let node = outer; ; ) {
    if (!isWithin(node, offset)) return undefined;
    const entry = node.entries.find(({ start, end }) => start <= offset && offset <= end);
    if (!entry) return undefined;
    const { key, value } = entry;
    if (!value || isToken(value) || !isWithin(value, offset)) return { steps, node, entry };
    if (node.kind === 'fields' && !key) return undefined;
    steps.push(node.kind === 'list' ? ITEM : nameOf(text, key as Token));
    node = value;
  }
}

function isWithin({ start, end, isClosed }: FlowNode, offset: number): boolean {
  return start < offset && offset <= (isClosed ? end - 1 : end);
}

export function nameOf(text: string, { start, end }: Token): string {
  const written = text.slice(start, end);
  return /^(["']).*\1$/.test(written) ? written.slice(1, -1) : written;
}
