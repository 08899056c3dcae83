import { nodeAt, spotOf } from '../../core/case/access.js';
import { parseDate } from '../../core/dates.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { Circumstance, Person } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';

const KINDS: ReadonlySet<string | undefined> = new Set(['medical', 'psychological']);

/** Birthday, nationality and health of one person in a pseudonymised file: together they may give the person away. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances'],
  *check({ model, say }) {
    if (model.case?.data.confidentiality !== 'pseudonymised') return;
    const health = byPerson(model.circumstances);
    for (const person of model.persons) {
      const { id, name } = person.data;
      const about = id === undefined ? undefined : health.get(id);
      const year = yearOfBirthday(person);
      if (id === undefined || !about || year === undefined || !hasNationality(person)) continue;
      yield {
        at: spotOf(person, 'birthDate'),
        message: say('together', { name: name ?? id }),
        related: about.map((circumstance) => ({ at: spotOf(circumstance, 'kind'), message: say('health') })),
        fixes: (draft) => fixes(draft, person, year, say),
      };
    }
  },
});

function byPerson(circumstances: readonly Circumstance[]): ReadonlyMap<string, readonly Circumstance[]> {
  const map = new Map<string, Circumstance[]>();
  for (const circumstance of circumstances) {
    if (!KINDS.has(circumstance.data.kind)) continue;
    for (const id of new Set(circumstance.data.persons ?? [])) {
      if (id === undefined) continue;
      const same = map.get(id);
      if (same) same.push(circumstance);
      else map.set(id, [circumstance]);
    }
  }
  return map;
}

/** The year, as it is written, where the very day of birth is told and certain. */
function yearOfBirthday({ data }: Person): string | undefined {
  const birth = parseDate(data.birthDate);
  if (birth?.precision !== 'day' || birth.about || birth.uncertain) return undefined;
  return birth.text.slice(0, 4);
}

/** To be stateless narrows the circle as much as a nationality does. */
function hasNationality({ data }: Person): boolean {
  return data.nationality !== undefined && data.nationality !== 'unknown';
}

function fixes(draft: Draft, person: Person, year: string, say: Say): readonly Fix[] {
  const node = nodeAt(person, 'birthDate');
  if (node?.kind !== 'scalar') return [];
  const value = node.style === 'plain' && !year.startsWith('0') ? Number(year) : year;
  return [
    draft.fix('only-year', say('fix-only-year', { year }), [draft.setScalar(node, value)], {
      preferred: true,
    }),
  ];
}
