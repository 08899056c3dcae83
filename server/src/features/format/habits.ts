/** How a file is indented, by what most of it does: what formatting makes the rest look like. */

import type { CaseDocument, Entry } from '../../core/document.js';
import { DEFAULT_STYLE } from '../../core/edits/render.js';
import type { Node } from '../../core/tree.js';
import { type BlockList, listOf, listOfEntry } from './lists.js';

export interface Habits {
  /** Spaces by which fields and text stand below their key. */
  readonly indent: number;
  /** Spaces by which a list's dashes stand below their key: 0 or more. */
  readonly dashIndent: number;
  /** From a dash to what stands behind it. */
  readonly itemIndent: number;
}

const MOST = 8;

/**
 * @param entries the sections that are formatted: the others have no say
 * @param tabSize the editor's, for what the file itself does not show
 */
export function habitsOf(
  doc: CaseDocument,
  entries: readonly Entry[],
  tabSize = DEFAULT_STYLE.indent,
): Habits {
  const votes = new Votes(doc);
  for (const entry of entries) {
    const column = votes.columnAt(doc.startOf(entry.key));
    votes.visit(entry.value, column);
    const list = listOfEntry(doc, entry);
    if (list) votes.list(list, column);
  }
  const known = mostCommon(votes.indents);
  const indent = known ?? (tabSize >= 1 && tabSize <= MOST ? tabSize : DEFAULT_STYLE.indent);
  const behindDash = mostCommon(votes.behindDashes);
  return {
    indent,
    dashIndent: mostCommon(votes.dashIndents) ?? (indent > 2 ? indent : DEFAULT_STYLE.dashIndent),
    // One space behind a dash, but where the whole file puts fields as far behind it as below a key.
    itemIndent: behindDash === indent && indent > 2 ? indent : DEFAULT_STYLE.itemIndent,
  };
}

type Counts = Map<number, number>;

class Votes {
  readonly indents: Counts = new Map();
  readonly dashIndents: Counts = new Map();
  readonly behindDashes: Counts = new Map();

  constructor(private readonly doc: CaseDocument) {}

  /** @param column of the key or dash that holds the value */
  visit(node: Node | undefined, column: number): void {
    if (node?.kind === 'map' && !node.flow) {
      count(this.indents, this.columnAt(this.doc.startOf(node)) - column, 1);
      this.fields(node);
    }
    const list = listOf(this.doc, node);
    if (list) this.list(list, column);
  }

  list(list: BlockList, column: number): void {
    const [first] = list;
    if (!first) return;
    const dashes = this.columnAt(first.dash);
    count(this.dashIndents, dashes - column, 0);
    for (const { node } of list) {
      if (node?.kind !== 'map' || node.flow) continue;
      count(this.behindDashes, this.columnAt(this.doc.startOf(node)) - dashes, 1);
      this.fields(node);
    }
  }

  private fields(node: Node & { kind: 'map' }): void {
    const column = this.columnAt(this.doc.startOf(node));
    for (const { value } of node.pairs) this.visit(value, column);
  }

  columnAt(offset: number): number {
    return offset - (this.doc.text.lastIndexOf('\n', offset - 1) + 1);
  }
}

function count(counts: Counts, value: number, least: number): void {
  if (value >= least && value <= MOST) counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** The first of those that are counted most. */
function mostCommon(counts: Counts): number | undefined {
  let best: number | undefined;
  for (const [value, times] of counts) if (times > (counts.get(best ?? -1) ?? 0)) best = value;
  return best;
}
