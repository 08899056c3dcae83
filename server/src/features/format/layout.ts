/**
 * Where each line of a file is to begin, and which blanks within lines are to be one space: from the tree alone.
 * A list or a group of fields moves as a whole or not at all; what stands inside texts moves along with it and is
 * never changed otherwise.
 */

import type { CaseDocument, Entry } from '../../core/document.js';
import type { TextEdit } from '../../core/findings.js';
import type { AliasNode, MapNode, Node, Pair, ScalarNode } from '../../core/tree.js';
import { isPlaceholderMap } from '../../core/values.js';
import type { Habits } from './habits.js';
import { type BlockList, listOf, listOfEntry } from './lists.js';
import { blockText } from './texts.js';

/** A column in which fields or dashes begin, before and after. */
export interface Frame {
  readonly old: number;
  readonly column: number;
  readonly above: Frame | undefined;
}

export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

export class Layout {
  /** The new column of a line's first character; undefined where it stays. */
  readonly columns: (number | undefined)[] = [];
  /** Of a line that begins with a key, a dash or a value: where it stands, and the innermost group that goes on below. */
  readonly frames: (Frame | undefined)[] = [];
  readonly innermost: (Frame | undefined)[] = [];
  /** Lines that go on with what begins above them: none of them is dropped. */
  readonly inside: boolean[] = [];
  /** Lines whose blanks at the end belong to a text. */
  readonly keepsEnd: boolean[] = [];
  /** Lines of a section that is left alone. */
  readonly frozen: boolean[] = [];
  readonly gaps: TextEdit[] = [];

  constructor(
    private readonly doc: CaseDocument,
    private readonly habits: Habits,
    /** The sections that are formatted; the others are left alone. */
    ordinary: ReadonlySet<Entry>,
    /** Only what lies whole within these lines is moved. */
    private readonly within: LineSpan,
  ) {
    const { entries, lines } = doc;
    const starts = entries.map(({ key }) => lines.lineAt(doc.startOf(key)));
    const first = entries[0];
    if (!first) return;
    const isFree =
      ordinary.size === entries.length && this.isWithin(starts[0] as number, lines.lineCount - 1);
    const old = this.columnAt(doc.startOf(first.key));
    const frame = { old, column: isFree ? 0 : old, above: undefined };
    for (const [index, entry] of entries.entries())
      if (ordinary.has(entry)) this.entry(entry, frame);
      else this.freeze(starts[index] as number, (starts[index + 1] ?? lines.lineCount) - 1);
  }

  private entry(entry: Entry, frame: Frame): void {
    this.begin(this.doc.startOf(entry.key), frame);
    const list = listOfEntry(this.doc, entry);
    if (list) this.list(list, frame, frame.column + this.habits.dashIndent);
    else this.valueOf(entry, frame);
  }

  private freeze(first: number, last: number): void {
    for (let line = first; line <= last; line++)
      this.frozen[line] = this.inside[line] = this.keepsEnd[line] = true;
  }

  private map(map: MapNode, above: Frame, target: number): Frame {
    const start = this.doc.startOf(map);
    const frame = this.frame(start, this.lastLine(map), above, target);
    for (const pair of map.pairs) {
      this.begin(this.doc.startOf(pair.key), frame);
      this.valueOf(pair, frame);
    }
    return frame;
  }

  private valueOf({ key, value }: Pick<Pair, 'key' | 'value'>, frame: Frame): void {
    if (!value) return;
    const { indent, dashIndent } = this.habits;
    const list = listOf(this.doc, value);
    if (list) this.list(list, frame, frame.column + dashIndent);
    else if (value.kind === 'map' && !value.flow) this.map(value, frame, frame.column + indent);
    else this.leaf(value, this.doc.text.indexOf(':', this.doc.endOf(key)) + 1, frame, frame.column + indent);
  }

  private list(list: BlockList, above: Frame, target: number): Frame {
    const { lines } = this.doc;
    const { dash } = list[0] as BlockList[number];
    const last = list.at(-1) as BlockList[number];
    const lastLine = last.node ? this.lastLine(last.node, this.columnAt(last.dash)) : lines.lineAt(last.dash);
    const frame = this.frame(dash, lastLine, above, target);
    for (const item of list) {
      this.begin(item.dash, frame);
      if (item.node) this.item(item.dash + 1, item.node, frame);
    }
    return frame;
  }

  private item(behind: number, node: Node, frame: Frame): void {
    const target = frame.column + this.habits.itemIndent;
    const list = listOf(this.doc, node);
    if (!list && (node.kind !== 'map' || node.flow)) {
      this.leaf(node, behind, frame, target);
      // A comment further in than the dash stays so; further in than the text of a block it would be text.
      if (node.kind !== 'scalar' || !isBlock(node))
        this.innermost[this.doc.lines.lineAt(behind)] = { old: frame.old + 2, column: target, above: frame };
      return;
    }
    const inner = list ? this.list(list, frame, target) : this.map(node as MapNode, frame, target);
    this.gap(behind, this.doc.startOf(node), inner.column - frame.column - 1);
  }

  /** A group of fields or dashes that moves together, if all of it may move. */
  private frame(start: number, last: number, above: Frame, target: number): Frame {
    const old = this.columnAt(start);
    const isFree = this.isWithin(this.doc.lines.lineAt(start), last);
    return { old, column: isFree ? target : old, above };
  }

  /** A text, a number or something in brackets: behind its key or dash, or on lines of its own. */
  private leaf(node: Node, behind: number, holder: Frame, target: number): void {
    const start = this.doc.startOf(node);
    const isApart = this.doc.text.slice(behind, start).includes('\n');
    let frame = holder;
    if (isApart) {
      frame = this.frame(start, this.lastLine(node, holder.old), holder, target);
      this.begin(start, frame);
    } else this.gap(behind, start, 1);
    if (node.kind === 'scalar' && isBlock(node)) this.block(node, holder, target);
    else if (node.kind !== 'alias') this.rest(node, frame, isApart ? holder.column + 1 : 0);
  }

  /** The further lines of a text that begins on one with its key, or of something in brackets. */
  private rest(node: Exclude<Node, AliasNode>, frame: Frame, least: number): void {
    const { lines } = this.doc;
    const first = lines.lineAt(this.doc.startOf(node));
    const last = lines.lineAt(this.doc.endOf(node));
    for (let line = first + 1; line <= last; line++) {
      this.inside[line] = true;
      if (this.contentOf(line).trim() !== '')
        this.columns[line] = Math.max(least, this.indentOf(line) + frame.column - frame.old);
    }
    this.brackets(node);
  }

  /** Inside brackets only colons get their space; quoted texts keep every blank. */
  private brackets(node: Node): void {
    const { lines } = this.doc;
    if (node.kind === 'scalar' && node.style !== 'plain') {
      const last = lines.lineAt(this.doc.endOf(node));
      for (let line = lines.lineAt(this.doc.startOf(node)); line < last; line++) this.keepsEnd[line] = true;
    }
    if (node.kind === 'seq') for (const item of node.items) if (item) this.brackets(item);
    const isBlank: boolean = isPlaceholderMap(node);
    for (const { key, value } of node.kind === 'map' && !isBlank ? node.pairs : []) {
      this.brackets(key);
      if (!value) continue;
      this.brackets(value);
      const end = this.doc.endOf(key);
      const between = this.doc.text.slice(end, this.doc.startOf(value));
      if (/^ *: *$/.test(between)) this.gap(end + between.indexOf(':') + 1, this.doc.startOf(value), 1);
    }
  }

  private block(node: ScalarNode, holder: Frame, target: number): void {
    const { header, last, kept, column, isSized } = blockText(this.doc, node, holder.old);
    for (let line = header + 1; line <= kept; line++) this.inside[line] = this.keepsEnd[line] = true;
    const free = this.isWithin(header, kept) ? target : column;
    const to = isSized ? column + holder.column - holder.old : free;
    for (let line = header + 1; line <= last; line++) {
      const indent = this.indentOf(line);
      const isBlank = indent === this.contentOf(line).length && indent <= column;
      this.columns[line] = isBlank ? Math.min(indent, to) : indent + to - column;
    }
  }

  private begin(offset: number, frame: Frame): void {
    const line = this.doc.lines.lineAt(offset);
    this.innermost[line] = frame;
    if (this.doc.text.slice(this.doc.lines.lineStart(line), offset).trim() !== '') return;
    this.columns[line] = frame.column;
    this.frames[line] = frame;
  }

  /** The blanks between two pieces on one line. */
  private gap(start: number, end: number, spaces: number): void {
    const blanks = this.doc.text.slice(start, end);
    if (/^[ \t]*$/.test(blanks) && blanks !== ' '.repeat(spaces))
      this.gaps.push({ start, end, text: ' '.repeat(spaces) });
  }

  private isWithin(first: number, last: number): boolean {
    return first >= this.within.first && last <= this.within.last;
  }

  /** The last line of a value, the text of a block included. */
  private lastLine(node: Node, holder = 0): number {
    if (node.kind === 'map' && !node.flow) {
      const { key, value } = node.pairs.at(-1) as Pair;
      const column = this.columnAt(this.doc.startOf(node));
      return value ? this.lastLine(value, column) : this.doc.lines.lineAt(this.doc.endOf(key));
    }
    const list = listOf(this.doc, node);
    const item = list?.at(-1);
    if (item?.node) return this.lastLine(item.node, this.columnAt(item.dash));
    if (node.kind === 'scalar' && isBlock(node)) return blockText(this.doc, node, holder).kept;
    return this.doc.lines.lineAt(this.doc.endOf(node));
  }

  private contentOf(line: number): string {
    const { lines, text } = this.doc;
    return text.slice(lines.lineStart(line), lines.lineEnd(line));
  }

  private indentOf(line: number): number {
    return /^ */.exec(this.contentOf(line))?.[0].length ?? 0;
  }

  private columnAt(offset: number): number {
    return offset - this.doc.lines.lineStart(this.doc.lines.lineAt(offset));
  }
}

function isBlock({ style }: ScalarNode): boolean {
  return style === 'literal' || style === 'folded';
}
