import { spotOf } from '../../core/case/access.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { Person } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { placeIn } from './certain.js';
import { circumstanceEdits } from './insertions.js';
import { kindsFor, longStayers, longStayFields } from './long-stay.js';

/** Kinds of circumstance that speak of the years themselves. */
const KINDS: ReadonlySet<string> = new Set(['rooted', 'rooted-child', 'long-residence']);

/** Five years or more in the country, and no circumstance says what they brought. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'root'],
  *check({ model, today, say }) {
    // A circumstance whose kind can't be read may be just this one.
    if (model.circumstances.some(({ data: { kind } }) => kind === undefined || KINDS.has(kind))) return;
    const at = placeIn(model.root, 'circumstances');
    const persons = longStayers(model, today);
    if (!at || persons.length === 0) return;
    const names = persons.flatMap(({ data }) => (data.name === undefined ? [] : [data.name]));
    yield {
      at,
      message: say('unargued', {
        names: names.length === persons.length ? { list: names } : say('someone', { count: persons.length }),
        count: persons.length,
        jurisdiction: model.case?.data.jurisdiction ?? 'unknown',
      }),
      related: persons.map((person) => ({ at: arrivalSpot(person), message: say('since') })),
      fixes: (draft) => fixes(draft, today, say),
    };
  },
});

function arrivalSpot(person: Person) {
  return spotOf(person, person.data.bornHere === true ? 'birthDate' : 'arrivalDate');
}

function fixes(draft: Draft, today: number, say: Say): Fix[] {
  return kindsFor(longStayers(draft.model, today), draft.model, today).map(({ kind, persons }, index) =>
    draft.fix(
      `insert-${kind}`,
      say('fix-insert', { kind: { enumValue: kind, of: 'circumstance.kind' } }),
      circumstanceEdits(draft, longStayFields(draft, kind, persons)),
      { preferred: index === 0 },
    ),
  );
}
