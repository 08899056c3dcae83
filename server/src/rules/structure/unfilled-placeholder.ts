import type { Part, RootKey } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';
import { keyText, type MapNode, type Node, type Span, sourceOf } from '../../core/tree.js';
import { isPlaceholderMap } from '../../core/values.js';
import { blanksIn, isOnlyBlank, mayHoldBlank } from '../../core/words/placeholders.js';
import { InParts, ITEM_SECTIONS } from './issues.js';

/** A blank that was not filled in. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'root'],
  needs: [],
  *check({ model, say }) {
    const isFinal = model.case?.data.status === 'final';
    const found = [...model.root.keys.flatMap((key) => [...instead(key)]), ...blanks.of(model)];
    for (const at of found) {
      const text = sourceOf(at).replace(/^(["'])([\s\S]*)\1$/, '$2');
      yield {
        at,
        message: say(isFinal ? 'final' : 'blank', { text: text.trim() }),
        ...(isFinal ? { severity: 'error' as const } : {}),
      };
    }
  },
});

/** A blank in the place of a whole section. */
function* instead({ name, value }: RootKey): Generator<Span> {
  if (name?.startsWith('x-') || (value?.kind !== 'scalar' && !(value && isPlaceholderMap(value)))) return;
  yield* findBlanks(value);
}

const blanks = new InParts((part) => [...inPart(part)]);

function* inPart({ node, issues }: Part): Generator<Span> {
  // `[naam]` without quotes is a list to YAML; that no list belongs there is known from the schema.
  const lists = new Set<Node>();
  for (const issue of issues) if (issue.isBlank && issue.node?.kind === 'seq') lists.add(issue.node);
  yield* lists;
  if (node && mayHoldBlank(sourceOf(node))) yield* findBlanks(node, lists);
}

/** In values alone: keys are no text of the case, and what stands below an `x-` key is left alone. */
function* findBlanks(node: Node | undefined, known: ReadonlySet<Node> = NONE): Generator<Span> {
  if (!node || known.has(node)) return;
  if (node.kind === 'seq') for (const item of node.items) yield* findBlanks(item, known);
  if (node.kind === 'map') yield* isPlaceholderMap(node) ? [node] : inFields(node, known);
  if (node.kind === 'scalar' && typeof node.value === 'string') yield* inText(node, node.value);
}

const NONE: ReadonlySet<Node> = new Set();

function* inFields(node: MapNode, known: ReadonlySet<Node>): Generator<Span> {
  for (const pair of node.pairs) if (!keyText(pair)?.startsWith('x-')) yield* findBlanks(pair.value, known);
}

function* inText(node: Span, value: string): Generator<Span> {
  const blanks = blanksIn(sourceOf(node));
  if (blanks.length === 0 && isOnlyBlank(value)) yield node;
  for (const { start, end } of blanks)
    yield { unit: node.unit, start: node.start + start, end: node.start + end };
}
