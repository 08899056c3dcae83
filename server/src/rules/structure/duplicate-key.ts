import type { Entry } from '../../core/document.js';
import type { Draft } from '../../core/edits/draft.js';
import { isDeepStrictEqual } from '../../core/equal.js';
import type { Fix, TextEdit } from '../../core/findings.js';
import { Kept } from '../../core/kept.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { keyText, type MapNode, type Node, type Pair, pairOf, type Unit } from '../../core/tree.js';
import { ValueReader } from '../../core/values.js';

interface Double {
  readonly first: Pair;
  readonly second: Pair;
  readonly owner: MapNode;
}

/** Doubles within one unit: found once for a unit, however many versions of the file hold it. */
const inUnits = new Kept<Unit, Double[]>();

/** The same field twice in one place: only the first is read. */
export const rule = defineRule({
  reads: ['document'],
  needs: [],
  *check({ model, say }) {
    const doc = model.document;
    for (const { unit } of doc.units) {
      for (const { first, second, owner } of doublesIn(unit)) yield report(say, first, second, owner);
    }
    const seen = new Map<string, Entry>();
    for (const entry of doc.entries) {
      const { name, key } = entry;
      if (name === undefined) continue;
      const first = seen.get(name);
      if (!first) seen.set(name, entry);
      else if (first.key.unit !== key.unit) yield doubleSection(say, name, first, entry);
    }
  },
});

/** A section that stands twice at the top level lies in two units. */
function doubleSection(say: Say, key: string, first: Entry, second: Entry): Report {
  return {
    at: second.key,
    message: say('double', { key }),
    related: [{ at: first.key, message: say('first', { key }) }],
    fixes: (draft) => {
      const isSame = isEqual(draft, (reader) =>
        [first, second].map(({ value, items }) =>
          items ? items.map((item) => reader.read(item.node)) : reader.read(value),
        ),
      );
      return isSame ? [removal(draft, say, key, draft.removeEntry(second))] : [];
    },
  };
}

function report(say: Say, first: Pair, second: Pair, owner: MapNode): Report {
  const key = keyText(second) ?? '';
  return {
    at: second.key,
    message: say('double', { key }),
    related: [{ at: first.key, message: say('first', { key }) }],
    fixes: (draft) => {
      const isSame = isEqual(draft, (reader) => [reader.read(first.value), reader.read(second.value)]);
      return isSame ? [removal(draft, say, key, draft.removePair(owner, second))] : [];
    },
  };
}

/** Only where nothing is lost by it: what two different ones say, a person has to put together. */
function removal(draft: Draft, say: Say, key: string, edit: TextEdit): Fix {
  return draft.fix('remove-later', say('fix-remove-equal', { key }), [edit], { safe: true, preferred: true });
}

/** Values that aliases make too large are not walked: to who can't look, nothing is equal. */
function isEqual({ doc, model }: Draft, read: (reader: ValueReader) => readonly unknown[]): boolean {
  if (model.aliases.tooMuch) return false;
  const [first, second] = read(new ValueReader(doc));
  return isDeepStrictEqual(first, second);
}

function doublesIn(unit: Unit): readonly Double[] {
  let found = inUnits.get(unit);
  if (!found) {
    found = [];
    collectDoubles(unit.root, found);
    inUnits.set(unit, found);
  }
  return found;
}

function collectDoubles(node: Node | undefined, found: Double[]): void {
  if (node?.kind === 'seq') for (const item of node.items) collectDoubles(item, found);
  if (node?.kind !== 'map') return;
  for (const pair of node.pairs) {
    const name = keyText(pair);
    const first = name === undefined ? undefined : pairOf(node, name);
    if (first && first !== pair) found.push({ first, second: pair, owner: node });
    collectDoubles(pair.value, found);
  }
}
