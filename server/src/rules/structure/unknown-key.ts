import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { KeptAs } from '../../core/kept.js';
import { nearest } from '../../core/nearest.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import type { SchemaIssue } from '../../core/schema/issues.js';
import { isUnknown, meantBy } from '../../core/schema/slips.js';
import { keyText, type MapNode, type Node, type Span, sourceOf } from '../../core/tree.js';
import { SECTIONS, SHAPES } from '../../generated/shape.js';
import { allIssues, ITEM_SECTIONS } from './issues.js';

/** A field that the format doesn't know; keys that begin with `x-` are left alone. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'root'],
  needs: [],
  *check({ model, say }) {
    const { keys } = model.root;
    const names = SECTIONS.map((section) => section.name);
    const siblings = new Siblings(
      keys.map(({ name }) => name ?? ''),
      names,
    );
    const seen = new Set<string>();
    for (const { name, at, value } of keys) {
      // A key that stands twice is unknown once: that it is there twice is told by another rule.
      if (name !== undefined && (!isUnknown(name, names) || seen.has(name))) continue;
      seen.add(name ?? '');
      yield report(say, {
        at,
        def: '',
        key: name ?? firstLine(at),
        names,
        siblings,
        isEmpty: value === undefined,
        remove: (draft) => {
          // The entry of the version at hand: its items may have changed since the key did.
          const own = draft.doc.entries.find(({ key }) => key === at);
          return own && keys.length > 1 ? draft.removeEntry(own) : undefined;
        },
      });
    }
    for (const issue of allIssues(model, 'unknown-key')) {
      if (issue.key !== '<<') yield report(say, inFields(issue));
    }
  },
});

/** The keys that stand in one place, asked by each unknown one among them. */
class Siblings {
  private readonly counts = new Map<string, number>();
  private cachedMeanings: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(
    keys: readonly string[],
    private readonly names: readonly string[],
  ) {
    for (const key of keys) this.counts.set(key, this.count(key) + 1);
  }

  count(key: string): number {
    return this.counts.get(key) ?? 0;
  }

  meantBy(key: string): string[] {
    return meantBy(key, this.names, (name) => this.counts.has(name));
  }

  /** Is another unknown key more likely meant for the name than for anything else? */
  hasRival(key: string, name: string): boolean {
    this.cachedMeanings ??= this.meanings();
    return (this.cachedMeanings.get(name) ?? []).some((other) => other !== key);
  }

  private meanings(): ReadonlyMap<string, readonly string[]> {
    const byName = new Map<string, string[]>();
    for (const key of this.counts.keys()) {
      const [name] = isUnknown(key, this.names) ? this.meantBy(key) : [];
      if (name === undefined) continue;
      const same = byName.get(name);
      if (same) same.push(key);
      else byName.set(name, [key]);
    }
    return byName;
  }
}

const inMaps = new KeptAs<MapNode, Siblings>();

function siblingsIn(owner: MapNode, def: string, names: readonly string[]): Siblings {
  return inMaps.of(owner, def, () => {
    const keys = owner.pairs.map((pair) => keyText(pair) ?? '');
    return new Siblings(keys, names);
  });
}

interface Unknown {
  readonly at: Span;
  readonly def: string;
  readonly key: string;
  readonly names: readonly string[];
  readonly siblings: Siblings;
  /** Nothing stands behind it. */
  readonly isEmpty: boolean;
  /** Undefined where nothing would be left. */
  readonly remove: (draft: Draft) => ReturnType<Draft['removePair']> | undefined;
}

function inFields({ at, def, key, owner, pair }: SchemaIssue): Unknown {
  const names = SHAPES[def]?.keys.map((shape) => shape.name) ?? [];
  return {
    at,
    def,
    key,
    names,
    siblings: owner ? siblingsIn(owner, def, names) : new Siblings([key], names),
    isEmpty: pair?.value === undefined,
    remove: (draft) => (owner && pair && owner.pairs.length > 1 ? draft.removePair(owner, pair) : undefined),
  };
}

function report(say: Say, unknown: Unknown): Report {
  const { at, def, key, names, siblings } = unknown;
  const joined = unknown.isEmpty ? /^([^:]+):([\p{L}\p{N}].*)$/u.exec(key) : null;
  const known = joined && names.find((name) => name === joined[1]);
  if (joined && known) return withoutSpace(say, at, known, joined[2] as string);
  const free = siblings.meantBy(key);
  const near = nearest(key, names);
  const meant = (field: string) => ({ key, meant: { field, of: def } });
  const message =
    free[0] !== undefined
      ? say('misspelt', meant(free[0]))
      : near[0] !== undefined
        ? say('taken', meant(near[0]))
        : key === ''
          ? say('nameless')
          : say('unknown', { key });
  return {
    at,
    message,
    fixes: (draft) => [
      ...renames(draft, say, unknown, free, near),
      ...removals(draft, say, unknown, free[0]),
    ],
  };
}

/** `{role:mayor}` is one long key to YAML. */
function withoutSpace(say: Say, at: Span, name: string, value: string): Report {
  return {
    at,
    message: say('no-space', { name }),
    fixes: (draft) => [
      draft.fix('space-after-colon', say('fix-space'), [draft.replace(at, `${name}: ${value}`)], {
        preferred: true,
      }),
    ],
  };
}

function renames(
  draft: Draft,
  say: Say,
  { at, key, siblings }: Unknown,
  free: readonly string[],
  near: readonly string[],
): Fix[] {
  return free.map((name, index) => {
    const isOnlyOne = near.length === 1 && !siblings.hasRival(key, name);
    return draft.fix(`rename-${name}`, say('fix-rename', { name }), [draft.replace(at, name)], {
      safe: isOnlyOne,
      preferred: index === 0,
    });
  });
}

/** Not of what may be a field that the item can't do without, nor of one that stands there twice. */
function removals(
  draft: Draft,
  say: Say,
  { def, key, siblings, remove }: Unknown,
  meant: string | undefined,
): Fix[] {
  const needed =
    def === ''
      ? SECTIONS.filter(({ required }) => required).map(({ name }) => name)
      : [...(SHAPES[def]?.required ?? []), ...(def === 'event' ? ['date', 'from'] : [])];
  const isNeeded = meant !== undefined && needed.includes(meant);
  if (isNeeded || siblings.count(key) > 1) return [];
  const edit = remove(draft);
  const title = key === '' ? say('fix-remove-nameless') : say('fix-remove', { key });
  return edit ? [draft.fix('remove', title, [edit])] : [];
}

/** A key that is a list or fields itself has no name: what stands there is shown as it is. */
function firstLine(key: Node | Span): string {
  return sourceOf(key).split('\n')[0]?.trim() ?? '';
}
