/** The style in which a file is written, read off its own text, so that what is inserted looks like the rest. */

import type { CaseDocument } from '../document.js';
import { itemsOf } from '../document.js';
import type { Node } from '../tree.js';
import { DEFAULT_STYLE, type Style } from './render.js';

export function detectStyle(doc: CaseDocument): Style {
  const column = (offset: number) => offset - (doc.text.lastIndexOf('\n', offset - 1) + 1);
  let indent: number | undefined;
  let dashIndent: number | undefined;
  let itemIndent: number | undefined;
  for (const entry of doc.entries) {
    if (entry.value?.kind === 'map' && !entry.value.flow)
      indent ??= column(doc.startOf(entry.value)) || undefined;
    const item = entry.items?.find(({ node }) => node?.kind === 'map' && !node.flow);
    if (!item?.node || doc.text[doc.startOf(item.mark)] !== '-') continue;
    dashIndent ??= column(doc.startOf(item.mark));
    itemIndent ??= doc.startOf(item.node) - doc.startOf(item.mark);
  }
  return {
    indent: bounded(indent, DEFAULT_STYLE.indent),
    dashIndent: dashIndent ?? (indent && indent > 2 ? indent : DEFAULT_STYLE.dashIndent),
    itemIndent: bounded(itemIndent, DEFAULT_STYLE.itemIndent),
    quote: prefersSingle(doc) ? 'single' : 'double',
    eol: doc.eol,
  };
}

function bounded(value: number | undefined, otherwise: number): number {
  return value !== undefined && value >= 1 && value <= 8 ? value : otherwise;
}

/** Looks at the first quoted texts only: a taste of the file is enough. */
function prefersSingle(doc: CaseDocument): boolean {
  let single = 0;
  let double = 0;
  let looked = 0;
  const look = (node: Node | undefined): void => {
    if (!node || looked++ > 300) return;
    if (node.kind === 'scalar') {
      if (node.style === 'single') single++;
      if (node.style === 'double') double++;
    } else if (node.kind === 'map') for (const pair of node.pairs) look(pair.value);
    else if (node.kind === 'seq') for (const { node: item } of itemsOf(node)) look(item);
  };
  for (const entry of doc.entries) {
    look(entry.value);
    if (entry.value?.kind !== 'seq') for (const item of entry.items ?? []) look(item.node);
  }
  return single > double;
}
