import type { Part } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';
import { descendants, type Node, type Span, sourceOf } from '../../core/tree.js';
import { isPlaceholderMap } from '../../core/values.js';
import { findBlank, isOnlyBlank } from '../../core/words/placeholders.js';
import { allParts, ITEM_SECTIONS } from './issues.js';

/** Blanks of a part, found once for a part however many versions of the file hold it. */
const known = new WeakMap<Part, readonly Span[]>();

/** A blank that was not filled in. */
export const rule = defineRule({
  reads: ITEM_SECTIONS,
  needs: [],
  *check({ model, say }) {
    const isFinal = model.case?.data.status === 'final';
    for (const part of allParts(model)) {
      for (const at of blanksOf(part)) {
        const text = sourceOf(at);
        yield {
          at,
          message: say(isFinal ? 'final' : 'blank', { text }),
          ...(isFinal ? { severity: 'error' as const } : {}),
        };
      }
    }
  },
});

function blanksOf(part: Part): readonly Span[] {
  let blanks = known.get(part);
  if (!blanks) {
    blanks = [...findBlanks(part.node)];
    known.set(part, blanks);
  }
  return blanks;
}

function* findBlanks(root: Node | undefined): Generator<Span> {
  const covered = new Set<Node>();
  for (const node of descendants(root)) {
    if (covered.has(node)) continue;
    if (isPlaceholderMap(node)) {
      for (const inner of descendants(node)) covered.add(inner);
      yield node;
    } else if (node.kind === 'scalar' && typeof node.value === 'string') yield* blanksIn(node, node.value);
  }
}

function* blanksIn(node: Span, value: string): Generator<Span> {
  const source = sourceOf(node);
  if (isOnlyBlank(value) && !findBlank(source)) {
    yield node;
    return;
  }
  for (let from = 0; ; ) {
    const found = findBlank(source.slice(from));
    if (!found) return;
    yield { unit: node.unit, start: node.start + from + found.start, end: node.start + from + found.end };
    from += found.end;
  }
}
