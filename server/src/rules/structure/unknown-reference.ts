import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { SectionName } from '../../core/model.js';
import { nearest } from '../../core/nearest.js';
import { type Definition, definitionsById, type Reference } from '../../core/references.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { isOnlyBlank } from '../../core/words/placeholders.js';
import { ITEM_SECTIONS } from './issues.js';
import { allLinks } from './links.js';
import { requiredFields } from './missing-key.js';

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
    const { definitions, references } = allLinks(model);
    const byId = definitionsById(definitions);
    for (const reference of references) {
      const target = byId.get(reference.id);
      if (target && reference.kinds.includes(target.kind)) continue;
      if (isOnlyBlank(reference.id)) continue;
      // In a section that can't be read the item may well be there.
      if (!target && reference.kinds.some((kind) => model.root.unreadable.has(SECTION_OF[kind] ?? '')))
        continue;
      yield report(say, reference, target, definitions);
    }
  },
});

function report(
  say: Say,
  reference: Reference,
  target: Definition | undefined,
  definitions: readonly Definition[],
): Report {
  const { id, kinds, node } = reference;
  const wanted = { list: kinds.map((kind) => say(`kind-${kind}`)), type: 'or' } as const;
  const fitting = new Set(
    definitions
      .filter(({ kind, id: name }) => kinds.includes(kind) && ID.test(name))
      .map(({ id: name }) => name),
  );
  const near = nearest(id, fitting);
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
    const fields = {
      ...requiredFields(draft, kind, draft.newIds()),
      ...(kind === 'event' ? { date: draft.referenceYear() } : {}),
      id,
    };
    const { id: _, ...rest } = fields;
    return [
      draft.fix(`create-${kind}`, say('fix-create', { id, kind: say(`kind-${kind}`) }), [
        draft.appendItems(section, [{ id, ...rest }]),
      ]),
    ];
  });
}
