/** Where a comment that silences a rule goes: above the field or item whose value holds the finding. */

import type { CaseDocument } from '../document.js';
import type { TextEdit } from '../findings.js';
import type { Node } from '../tree.js';
import type { Language } from '../words/words.js';

/** Stands for a reason until someone writes one; it counts as a reason. */
export const REASON_TO_COME: Readonly<Record<Language, string>> = {
  nl: 'nog toe te lichten',
  en: 'to be explained',
  de: 'noch zu erläutern',
};

export function silenceEdit(doc: CaseDocument, rule: string, start: number, language: Language): TextEdit {
  const { text } = doc;
  // As YAML counts lines: a lone CR is none.
  const at = text.lastIndexOf('\n', holderStart(doc, start) - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(at, start))?.[0] ?? '';
  return {
    start: at,
    end: at,
    text: `${indent}# vangnet-ignore ${rule}: ${REASON_TO_COME[language]}${doc.eol}`,
  };
}

/** Never inside a text or brackets of several lines: there the line on which they begin. */
function holderStart(doc: CaseDocument, start: number): number {
  const lineStart = doc.lines.lineStart(doc.lines.lineAt(start));
  const placed = doc.unitAt(start);
  let node = placed?.unit.root;
  while (node && placed) {
    const base = placed.start;
    const isOpen = node.kind === 'scalar' || (node.kind !== 'alias' && node.flow);
    if (isOpen && base + node.start < lineStart && base + node.end > lineStart) return base + node.start;
    node = childAt(node, start - base);
  }
  return start;
}

function childAt(node: Node, offset: number): Node | undefined {
  const holds = (child: Node | undefined) =>
    child !== undefined && child.start <= offset && child.end >= offset;
  if (node.kind === 'seq') return node.items.find(holds);
  if (node.kind === 'map') return node.pairs.find((pair) => holds(pair.value))?.value;
  return undefined;
}
