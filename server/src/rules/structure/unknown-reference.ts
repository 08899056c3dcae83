import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { SectionName } from '../../core/model.js';
import { nearest } from '../../core/nearest.js';
import type { Definition, Reference } from '../../core/references.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { isOnlyBlank } from '../../core/words/placeholders.js';
import { ITEM_SECTIONS } from './issues.js';
import { type AllLinks, allLinks } from './links.js';
import { blankValue, requiredFields } from './missing-key.js';

/** Where an item of a kind is listed; remedies stand inside their procedure. */
const SECTION_OF: Readonly<Record<string, SectionName>> = {
  person: 'persons',
  event: 'timeline',
  procedure: 'procedures',
  circumstance: 'circumstances',
  letter: 'letters',
  document: 'documents',
  argument: 'arguments',
  counterArgument: 'counterArguments',
};

const ID = /^[a-z][a-z0-9-]*$/;

/** A reference to an item that isn't there, or is of another kind than belongs there. */
export const rule = defineRule({
  reads: [...ITEM_SECTIONS, 'root', 'document'],
  needs: [],
  *check({ model, say }) {
    const all = allLinks(model);
    const near = nearNames(all);
    for (const reference of all.references) {
      // Of two items with one id, either may be meant: that is told by the rule on ids.
      if (reference.kinds.some((kind) => all.has(kind, reference.id))) continue;
      const target = all.item(reference.id);
      if (reference.id === '' || isOnlyBlank(reference.id)) continue;
      // In a section that can't be read the item may well be there.
      if (!target && reference.kinds.some((kind) => model.root.unreadable.has(SECTION_OF[kind] ?? '')))
        continue;
      yield report(say, reference, target, near(reference));
    }
  },
});

/** So many names are compared in one run at most: thousands of mistakes among thousands of names would take minutes. */
const MOST_COMPARED = 200_000;

/** The ids that may be meant by a reference, among those of items that may stand there. */
function nearNames(all: AllLinks): (reference: Reference) => readonly string[] {
  const byKinds = new Map<string, Among>();
  let compared = 0;
  return ({ id, kinds }) => {
    const key = kinds.join(' ');
    let among = byKinds.get(key);
    if (!among) {
      const fitting = all.definitions.flatMap((d) => (kinds.includes(d.kind) && ID.test(d.id) ? [d.id] : []));
      among = amongNames(key, [...new Set(fitting)]);
      byKinds.set(key, among);
    }
    const { names, answers } = among;
    compared += names.length;
    if (compared > MOST_COMPARED) return [];
    const near = answers.get(id) ?? nearest(id, names);
    answers.set(id, near);
    return near;
  };
}

/** Some names, and which of them are near to what was asked for before. */
interface Among {
  readonly names: readonly string[];
  readonly answers: Map<string, readonly string[]>;
}

/** An edit changes few names, and asks for the same wrong ones again. The last names by the kinds of their items. */
const lastAmong = new Map<string, Among>();

function amongNames(kinds: string, names: readonly string[]): Among {
  const last = lastAmong.get(kinds);
  if (last && last.names.length === names.length && last.names.every((name, at) => name === names[at]))
    return last;
  const among = { names, answers: new Map() };
  lastAmong.set(kinds, among);
  return among;
}

function report(
  say: Say,
  reference: Reference,
  target: Definition | undefined,
  near: readonly string[],
): Report {
  const { id, kinds, node } = reference;
  const wanted = { list: kinds.map((kind) => say(`kind-${kind}`)), type: 'or' } as const;
  const best = near[0];
  const message = target
    ? say('wrong-kind', { id, wanted, found: say(`kind-${target.kind}`) })
    : best !== undefined
      ? say('misspelt', { id, wanted, meant: best })
      : say('unknown', { id, wanted });
  return {
    at: node,
    message,
    ...(target
      ? { related: [{ at: target.node, message: say('it-is', { found: say(`kind-${target.kind}`) }) }] }
      : {}),
    fixes: (draft) => [
      ...near.map((name, index) =>
        draft.fix(`use-${name}`, say('fix-use', { name }), [draft.setScalar(node, name)], {
          preferred: index === 0,
        }),
      ),
      ...(target ? [] : create(draft, say, reference)),
    ],
  };
}

/** The missing item, with what it needs; the person fills in the rest. */
function create(draft: Draft, say: Say, { id, kinds }: Reference): Fix[] {
  if (!ID.test(id)) return [];
  return kinds.flatMap((kind) => {
    const section = SECTION_OF[kind];
    if (!section || draft.model.root.unreadable.has(section)) return [];
    const blanks = requiredFields(draft, kind, draft.newIds());
    const { id: _, ...rest } = blanks;
    const date = kind === 'event' ? { date: blankValue(draft, kind, 'date', draft.newIds()) } : {};
    return [
      draft.fix(`create-${kind}`, say(`fix-create-${kind}`, { id }), [
        draft.appendItems(section, [{ id, ...date, ...rest }]),
      ]),
    ];
  });
}
