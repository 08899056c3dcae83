/**
 * The light tree straight from the lines of a unit, for what nearly every line of a case file is: fields and lists in
 * blocks, texts, `|` and `>`, one-line `[…]` and `{…}`. It reads only what can mean one thing to YAML, and
 * gives up at anything else: then `yaml` reads the unit. It judges nothing, so every
 * error stays the library's, and a test holds that both trees are the same.
 */

import type { Comment, MapNode, Node, Pair, ScalarNode, SeqNode, Unit } from '../tree.js';
import {
  BlockText,
  CODE,
  isLineEnd,
  lineEndAt,
  plainEnd,
  plainRest,
  quotedEnd,
  quotedValue,
  UNUSUAL,
} from './read-texts.js';
import { plainValue } from './scalar.js';

export interface Built {
  readonly root: Node | undefined;
  readonly comments: Comment[];
}

/** Deeper and longer units are weighed by the limits of `tokenize`. */
const MAX_DEPTH = 30;
const MAX_LENGTH = 200_000;

const LONE_CR = /\r(?!\n)/;

export function read(unit: Unit): Built | undefined {
  const { text } = unit;
  // A tab may be indentation or not, a lone line break is none to YAML, a byte-order mark ends a document.
  if (text.length > MAX_LENGTH || text.includes('\t') || text.includes('\uFEFF') || LONE_CR.test(text))
    return undefined;
  const reader = new Reader(unit);
  try {
    return { root: reader.root(), comments: reader.comments };
  } catch (reason) {
    if (reason === UNUSUAL) return undefined;
    throw reason;
  }
}

class Reader {
  readonly comments: Comment[] = [];
  private readonly text: string;
  /** The first character of the next line that has content, and its column; -1 at the end of the text. */
  private at = 0;
  private column = -1;
  private depth = 0;

  constructor(private readonly unit: Unit) {
    this.text = unit.text;
  }

  root(): Node | undefined {
    this.toContent(0);
    if (this.column === -1) return undefined;
    if (this.column !== 0 && !this.isDash()) throw UNUSUAL;
    const root = this.isDash() ? this.list() : this.fields();
    if (this.column !== -1) throw UNUSUAL;
    return root;
  }

  /** Moves to the first line with content, from the start of a line on. */
  private toContent(lineStart: number): void {
    const { text } = this;
    for (let start = lineStart; start < text.length; ) {
      const at = this.skipSpaces(start);
      const code = text.charCodeAt(at);
      if (code !== CODE.hash && !isLineEnd(code)) {
        this.at = at;
        this.column = at - start;
        return;
      }
      start = this.pastLine(at);
    }
    this.column = -1;
  }

  /** Start of the next line, from behind the content of one: a comment may follow. */
  private pastLine(from: number): number {
    const { text } = this;
    if (text.charCodeAt(from) === CODE.hash) {
      const end = lineEndAt(text, from);
      this.comments.push({ start: from, end });
      return this.pastLine(end);
    }
    if (from >= text.length) return from;
    return from + (text.charCodeAt(from) === CODE.cr ? 2 : 1);
  }

  /** The line ends here, but for a comment: on to the next one with content. */
  private endLine(from: number): void {
    const at = this.skipSpaces(from);
    const code = this.text.charCodeAt(at);
    if (!isLineEnd(code) && (code !== CODE.hash || at === from)) throw UNUSUAL;
    this.toContent(this.pastLine(at));
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === CODE.space) at++;
    return at;
  }

  private isDash(): boolean {
    return this.text.charCodeAt(this.at) === CODE.dash && this.text.charCodeAt(this.at + 1) === CODE.space;
  }

  private enter(): void {
    if (++this.depth > MAX_DEPTH) throw UNUSUAL;
  }

  /** Fields whose first key is next. */
  private fields(): MapNode {
    this.enter();
    const { unit, at: start, column } = this;
    const pairs: Pair[] = [];
    let end = start;
    while (this.column === column) {
      const key = this.scalar(this.at, false);
      if (!this.isColon(key.end) || !mayBeKey(key, this.text)) throw UNUSUAL;
      const value = this.fieldValue(key.end + 1, column);
      end = value?.end ?? key.end + 1;
      pairs.push({ key, value });
    }
    if (this.column > column) throw UNUSUAL;
    this.depth--;
    return { kind: 'map', unit, start, end, flow: false, pairs };
  }

  private isColon(at: number): boolean {
    const next = this.text.charCodeAt(at + 1);
    return this.text.charCodeAt(at) === CODE.colon && (next === CODE.space || isLineEnd(next));
  }

  private fieldValue(from: number, column: number): Node | undefined {
    const at = this.skipSpaces(from);
    const code = this.text.charCodeAt(at);
    if (!isLineEnd(code) && code !== CODE.hash) return this.value(at, column);
    this.endLine(from);
    // The items of a list may stand at the column of its key.
    if (this.column >= column && this.isDash()) return this.list();
    return this.column > column ? this.fields() : undefined;
  }

  /** A list whose first dash is next. */
  private list(): SeqNode {
    this.enter();
    const { unit, at: start, column } = this;
    const items: Node[] = [];
    const dashes: number[] = [];
    let end = start;
    while (this.column === column && this.isDash()) {
      dashes.push(this.at);
      const at = this.skipSpaces(this.at + 1);
      this.column += at - this.at;
      this.at = at;
      const item = this.beginsFields() ? this.fields() : this.value(at, column);
      end = item.end;
      items.push(item);
    }
    if (this.column > column) throw UNUSUAL;
    this.depth--;
    return { kind: 'seq', unit, start, end, flow: false, items, dashes };
  }

  /** Is there a key behind the dash? */
  private beginsFields(): boolean {
    const { text, at } = this;
    const code = text.charCodeAt(at);
    if (code === CODE.bracket || code === CODE.brace || code === CODE.bar || code === CODE.greater)
      return false;
    return this.isColon(isQuote(code) ? quotedEnd(text, at) : plainEnd(text, at, false));
  }

  /** A value that begins on the line at hand, of something at the column. */
  private value(at: number, column: number): Node {
    const code = this.text.charCodeAt(at);
    if (code === CODE.bar || code === CODE.greater) return this.blockText(at, column);
    const isFlow = code === CODE.bracket || code === CODE.brace;
    const node = isFlow ? this.flow(at) : this.withMoreLines(this.scalar(at, false), column);
    this.endLine(node.end);
    return node;
  }

  /** A plain text goes on, as if on one line, on lines further in. */
  private withMoreLines(first: ScalarNode, column: number): ScalarNode {
    const { text } = this;
    if (first.style !== 'plain') return first;
    const lines = [text.slice(first.start, first.end)];
    let { end } = first;
    for (;;) {
      const lineEnd = this.skipSpaces(end);
      if (!isLineEnd(text.charCodeAt(lineEnd))) break;
      const start = this.pastLine(lineEnd);
      const at = this.skipSpaces(start);
      const code = text.charCodeAt(at);
      if (at - start <= column || isLineEnd(code) || code === CODE.hash) break;
      end = plainRest(text, at, false);
      lines.push(text.slice(at, end));
    }
    return lines.length === 1 ? first : { ...first, end, value: lines.join(' ') };
  }

  private blockText(start: number, column: number): ScalarNode {
    const { text, unit } = this;
    const header = BlockText.header(text, start);
    const at = this.skipSpaces(header);
    const code = text.charCodeAt(at);
    if (!isLineEnd(code) && (code !== CODE.hash || at === header)) throw UNUSUAL;
    const found = new BlockText(text, this.pastLine(at), column);
    const isFolded = text.charCodeAt(start) === CODE.greater;
    const value = found.value(isFolded, text.charCodeAt(start + 1) !== CODE.dash);
    this.toContent(found.next);
    return { kind: 'scalar', unit, start, end: found.end, value, style: isFolded ? 'folded' : 'literal' };
  }

  /** A text on one line, quoted or not. */
  private scalar(start: number, inFlow: boolean): ScalarNode {
    const { text, unit } = this;
    const code = text.charCodeAt(start);
    if (!isQuote(code)) {
      const end = plainEnd(text, start, inFlow);
      return { kind: 'scalar', unit, start, end, value: plainValue(text.slice(start, end)), style: 'plain' };
    }
    const end = quotedEnd(text, start);
    const style = code === CODE.quote ? 'single' : 'double';
    return { kind: 'scalar', unit, start, end, value: quotedValue(text, start, end), style };
  }

  /** `[a, b]` or `{a: b}` on one line. */
  private flow(start: number): MapNode | SeqNode {
    this.enter();
    const { text, unit } = this;
    const isMap = text.charCodeAt(start) === CODE.brace;
    const close = isMap ? CODE.braceEnd : CODE.bracketEnd;
    const items: Node[] = [];
    const pairs: Pair[] = [];
    let at = this.skipSpaces(start + 1);
    while (text.charCodeAt(at) !== close) {
      const key = isMap ? this.flowKey(at) : undefined;
      const value = this.inFlow(key ? this.skipSpaces(key.end + 1) : at);
      if (key) pairs.push({ key, value });
      else items.push(value);
      at = this.skipSpaces(value.end);
      if (text.charCodeAt(at) === CODE.comma) at = this.skipSpaces(at + 1);
      else if (text.charCodeAt(at) !== close) throw UNUSUAL;
    }
    this.depth--;
    const end = at + 1;
    return isMap
      ? { kind: 'map', unit, start, end, flow: true, pairs }
      : { kind: 'seq', unit, start, end, flow: true, items, dashes: [] };
  }

  private flowKey(at: number): ScalarNode {
    const key = this.scalar(at, true);
    if (this.text.charCodeAt(key.end) !== CODE.colon || this.text.charCodeAt(key.end + 1) !== CODE.space)
      throw UNUSUAL;
    return key;
  }

  private inFlow(at: number): Node {
    const code = this.text.charCodeAt(at);
    return code === CODE.bracket || code === CODE.brace ? this.flow(at) : this.scalar(at, true);
  }
}

function isQuote(code: number): boolean {
  return code === CODE.quote || code === CODE.doubleQuote;
}

/** Long keys are an error, and a line may begin with `---` or `...`, which end documents. */
function mayBeKey({ start, end }: ScalarNode, text: string): boolean {
  const code = text.charCodeAt(start);
  return end - start <= 1000 && code !== CODE.dash && code !== CODE.dot;
}
