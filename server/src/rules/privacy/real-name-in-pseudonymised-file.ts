import { isClear, mapOf, nodeAt, spotOf } from '../../core/case/access.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix, TextEdit } from '../../core/findings.js';
import type { Person } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import type { MapNode } from '../../core/tree.js';
import { madeUpName } from './made-up-names.js';
import { isOnlyRelation } from './relation.js';
import { renameEdits } from './rename.js';

/** A person of a pseudonymised file whose name isn't said to be a pseudonym, and is more than a relation. */
export const rule = defineRule({
  reads: ['case', 'persons'],
  *check({ model, say }) {
    if (model.case?.data.confidentiality !== 'pseudonymised') return;
    const names = new Set(model.persons.flatMap(({ data }) => (data.name === undefined ? [] : [data.name])));
    const real = model.persons.filter((person) => hasRealName(person, names));
    for (const [index, person] of real.entries()) {
      yield {
        at: spotOf(person, 'name'),
        message: say('real', { name: String(person.data.name) }),
        fixes: (draft) => fixes(draft, person, index, say),
      };
    }
  },
});

function hasRealName(person: Person, names: ReadonlySet<string>): boolean {
  const { name, pseudonym } = person.data;
  if (name === undefined || pseudonym === true || isOnlyRelation(name, names)) return false;
  return isClear(person, 'name') && isClear(person, 'pseudonym');
}

function fixes(draft: Draft, person: Person, index: number, say: Say): readonly Fix[] {
  const owner = mapOf(person);
  if (!owner) return [];
  const name = String(person.data.name);
  const madeUp = madeUpName(draft.doc, index, draft.language);
  const mark = markEdit(draft, person, owner);
  return [
    draft.fix('rename', say('fix-rename', { name, madeUp }), [...renameEdits(draft, person, madeUp), mark], {
      preferred: true,
    }),
    draft.fix('mark', say('fix-mark', { name }), [mark]),
  ];
}

function markEdit(draft: Draft, person: Person, owner: MapNode): TextEdit {
  const node = nodeAt(person, 'pseudonym');
  return node ? draft.setScalar(node, true) : draft.setKey(owner, 'person', 'pseudonym', true);
}
