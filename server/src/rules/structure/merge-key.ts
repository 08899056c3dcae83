import type { Draft } from '../../core/edits/draft.js';
import { renderPair } from '../../core/edits/render.js';
import type { TextEdit } from '../../core/findings.js';
import { defineRule } from '../../core/rule.js';
import { descendants, keyText, type MapNode, type Pair } from '../../core/tree.js';
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

/** The merged fields as ordinary ones in the place of `<<`; the own fields of the map win, as in YAML. */
function writtenOut(draft: Draft, owner: MapNode, merge: Pair): TextEdit[] | undefined {
  const reader = new ValueReader(draft.doc);
  const own = new Set(owner.pairs.map(keyText));
  if (draft.model.aliases.tooMuch) return undefined;
  const merged = [...fieldsOf(draft.doc, { ...owner, pairs: [merge] })].filter(([name]) => !own.has(name));
  if (owner.flow || !merge.value) return undefined;
  if (merged.length === 0) return [draft.removePair(owner, merge)];
  const column = draft.columnAt(draft.doc.startOf(merge.key));
  const lines = merged.map(([name, pair]) =>
    renderPair(name, reader.read(pair.value) as never, column, draft.style),
  );
  const text = lines.join(draft.style.eol + ' '.repeat(column));
  return [{ start: draft.doc.startOf(merge.key), end: draft.doc.endOf(merge.value), text }];
}
