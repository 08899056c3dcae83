import { nearest } from '../../core/nearest.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import { type MapNode, type Pair, pairOf, type Span } from '../../core/tree.js';
import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';

/** A field that the format doesn't know; keys that begin with `x-` are left alone. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'root'],
  needs: [],
  *check({ model, say }) {
    const present = new Set(model.root.keys.map(({ name }) => name));
    for (const { name, at } of model.root.keys) {
      if (name?.startsWith('x-') || name === '<<' || SECTIONS.some((section) => section.name === name))
        continue;
      yield report(say, {
        at,
        def: '',
        key: name ?? '',
        names: SECTIONS.map((section) => section.name),
        isPresent: (other) => present.has(other),
      });
    }
    for (const issue of allIssues(model, 'unknown-key')) {
      if (issue.key === '<<') continue;
      yield report(say, inFields(issue));
    }
  },
});

interface Unknown {
  readonly at: Span;
  readonly def: string;
  readonly key: string;
  readonly names: readonly string[];
  readonly isPresent: (name: string) => boolean;
  readonly owner?: MapNode | undefined;
  readonly pair?: Pair | undefined;
}

function inFields({ at, def, key, owner, pair }: SchemaIssue): Unknown {
  const names = SHAPES[def]?.keys.map((shape) => shape.name) ?? [];
  return { at, def, key, names, isPresent: (name) => pairOf(owner, name) !== undefined, owner, pair };
}

function report(say: Say, { at, def, key, names, isPresent, owner, pair }: Unknown): Report {
  const near = nearest(key, names);
  const best = near[0];
  const message =
    best === undefined ? say('unknown', { key }) : say('misspelt', { key, meant: { field: best, of: def } });
  return {
    at,
    message,
    fixes: (draft) => {
      const free = near.filter((name) => !isPresent(name));
      const renames = free.map((name, index) =>
        draft.fix(`rename-${name}`, say('fix-rename', { name }), [draft.replace(at, name)], {
          safe: near.length === 1,
          preferred: index === 0,
        }),
      );
      const remove =
        owner && pair
          ? [draft.fix('remove', say('fix-remove', { key }), [draft.removePair(owner, pair)])]
          : [];
      return [...renames, ...remove];
    },
  };
}
