/** Which lines the text of a block (`|`, `>`) takes up. */

import type { CaseDocument } from '../../core/document.js';
import type { ScalarNode } from '../../core/tree.js';

export interface BlockText {
  /** The line of its mark; its own lines follow. */
  readonly header: number;
  /** The last line with something in it; the header, where there is none. */
  readonly last: number;
  /** The last line that counts: with `+` the blank lines that follow too. */
  readonly kept: number;
  /** The column in which its lines begin. */
  readonly column: number;
  /** Is that column said by a number in its mark? */
  readonly isSized: boolean;
}

/** @param holder the column of the key or dash that it belongs to */
export function blockText(doc: CaseDocument, node: ScalarNode, holder: number): BlockText {
  const { lines, text } = doc;
  const mark = /^[|>][-+\d]*/.exec(text.slice(doc.startOf(node), doc.startOf(node) + 4))?.[0] ?? '';
  const size = Number(/\d/.exec(mark)?.[0] ?? 0);
  const header = lines.lineAt(doc.startOf(node));
  let column = size > 0 ? holder + size : undefined;
  let last = header;
  let blank = header;
  for (let line = header + 1; line < lines.lineCount; line++) {
    const content = text.slice(lines.lineStart(line), lines.lineEnd(line));
    const indent = /^ */.exec(content)?.[0].length ?? 0;
    if (indent === content.length) {
      if (column !== undefined && indent > column) last = line;
      blank = line;
      continue;
    }
    column ??= indent > holder ? indent : undefined;
    if (column === undefined || indent < column) break;
    last = blank = line;
  }
  return {
    header,
    last,
    kept: mark.includes('+') ? Math.max(last, blank) : last,
    column: column ?? holder + 1,
    isSized: size > 0,
  };
}
