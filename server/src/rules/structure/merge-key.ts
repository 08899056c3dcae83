import type { Draft } from '../../core/edits/draft.js';
import { renderFlow, renderPair } from '../../core/edits/render.js';
import type { TextEdit } from '../../core/findings.js';
import { defineRule } from '../../core/rule.js';
import { descendants, keyText, type MapNode, type Node, type Pair, sourceOf } from '../../core/tree.js';
import { fieldsOf, ValueReader } from '../../core/values.js';

/** `<<` takes over fields from elsewhere: not part of case files, where everything is to be read in its place. */
export const rule = defineRule({
  reads: ['document'],
  needs: [],
  *check({ model, say }) {
    for (const { unit } of model.document.units) {
      if (!unit.text.includes('<<')) continue;
      for (const node of descendants(unit.root)) {
        if (node.kind !== 'map') continue;
        for (const pair of node.pairs) {
          if (keyText(pair) !== '<<') continue;
          yield {
            at: pair.key,
            message: say('merge'),
            fixes: (draft) => {
              const edits = writtenOut(draft, node, pair);
              return edits ? [draft.fix('write-out', say('fix-write-out'), edits, { preferred: true })] : [];
            },
          };
        }
      }
    }
  },
});

/**
 * The merged fields as ordinary ones in the place of `<<`; the own fields of the map win, as in YAML. An id is given a
 * new form: the item from which it is taken over keeps its own.
 */
function writtenOut(draft: Draft, owner: MapNode, merge: Pair): TextEdit[] | undefined {
  if (!merge.value) return undefined;
  const own = new Set(owner.pairs.map(keyText));
  if (draft.model.aliases.tooMuch) return undefined;
  const merged = [...fieldsOf(draft.doc, { ...owner, pairs: [merge] })].filter(([name]) => !own.has(name));
  if (merged.length === 0) return owner.pairs.length > 1 ? [draft.removePair(owner, merge)] : undefined;
  const reader = new ValueReader(draft.doc);
  const newId = draft.newIds();
  const column = draft.columnAt(draft.doc.startOf(merge.key));
  const lines = merged.map(([name, { value }]) => {
    const plain = reader.read(value);
    if (name === 'id' && typeof plain === 'string' && !holds(merge.value, value))
      return `id: ${newId(plain)}`;
    if (value && isCopied(value)) return `${name}: ${sourceOf(value)}`;
    return owner.flow
      ? `${name}: ${renderFlow(plain as never)}`
      : renderPair(name, plain as never, column, draft.style);
  });
  const text = lines.join(owner.flow ? ', ' : draft.style.eol + ' '.repeat(column));
  return [{ start: draft.doc.startOf(merge.key), end: draft.doc.endOf(merge.value), text }];
}

/** Is it written down behind the `<<` itself, and nowhere else? */
function holds(outer: Node | undefined, inner: Node | undefined): boolean {
  return [...descendants(outer)].some((node) => node === inner);
}

/** Can the value stand elsewhere as it was written: on one line, and without anchor or alias? */
function isCopied(value: Node): boolean {
  if (sourceOf(value).includes('\n')) return false;
  return [...descendants(value)].every(({ kind, anchor }) => kind !== 'alias' && anchor === undefined);
}
