import { isClear, maySectionBeThere } from '../../core/case/access.js';
import { childrenOn } from '../../core/case/ages.js';
import { referenceDate } from '../../core/case/facts.js';
import type { CaseModel, Person } from '../../core/model.js';
import { meantByAny } from '../../core/nearest.js';
import { defineRule } from '../../core/rule.js';
import { namesOf } from './names.js';

/** A child of the file whom no circumstance names: what the case means for this child is told nowhere. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'root'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'circumstances')) return;
    const children = childrenOn(model, referenceDate(model, today));
    if (children.length === 0 || !model.circumstances.every((item) => isClear(item, 'persons'))) return;
    const named = new Set(model.circumstances.flatMap(({ data }) => data.persons ?? []));
    const slips = idsMeantBySlips(named, model);
    for (const child of children) {
      const { id } = child.data;
      if (id === undefined || named.has(id) || slips.has(id)) continue;
      yield {
        at: child.place,
        message: say('unnamed', { ...namesOf([child], say), persons: PERSONS_FIELD }),
      };
    }
  },
});

const PERSONS_FIELD = { field: 'persons', of: 'circumstance' } as const;

/** Persons whose id a reference to nobody may be a slip of: the reference is told by a rule of its own. */
function idsMeantBySlips(
  named: ReadonlySet<string | undefined>,
  model: Pick<CaseModel, 'persons'>,
): ReadonlySet<string> {
  const ids = model.persons.flatMap(({ data }: Person) => (data.id === undefined ? [] : [data.id]));
  const known = new Set(ids);
  const lost = [...named].flatMap((id) => (id === undefined || known.has(id) ? [] : [id]));
  return meantByAny(lost, ids, ids.length);
}
