import { isAbsent, isClear, spotOf } from '../../core/case/access.js';
import type { Arg } from '../../core/findings.js';
import type { Circumstance } from '../../core/model.js';
import { defineRule, type Report, type Say } from '../../core/rule.js';
import { listed } from './certain.js';

/** Shorter descriptions hardly ever say what happened to this person. */
const LEAST = 80;

/** A circumstance that could be anyone's: hardly described, or of nobody. */
export const rule = defineRule({
  reads: ['circumstances', 'persons'],
  needs: ['circumstances'],
  *check({ model, say }) {
    const names = new Map(model.persons.map(({ data }) => [data.id, data.name]));
    for (const circumstance of model.circumstances) {
      const description = descriptionOf(circumstance);
      const isNobodys = listed(circumstance, 'persons')?.length === 0;
      if (description === 'enough' && !isNobodys) continue;
      yield report(circumstance, description, isNobodys, nameOf(circumstance, names, say), say);
    }
  },
});

type Described = 'missing' | 'short' | 'enough';

/** What can't be read is taken to be enough: nobody knows that it isn't. */
function descriptionOf(circumstance: Circumstance): Described {
  if (isAbsent(circumstance, 'description')) return 'missing';
  const { description } = circumstance.data;
  if (description === undefined || !isClear(circumstance, 'description')) return 'enough';
  const text = description.trim();
  // A character is two units at most: whether a long text is long enough needs no counting.
  return text.length < 2 * LEAST && [...text].length < LEAST ? 'short' : 'enough';
}

function report(
  circumstance: Circumstance,
  description: Described,
  isNobodys: boolean,
  name: Arg,
  say: Say,
): Report {
  return {
    at: description === 'short' ? spotOf(circumstance, 'description') : circumstance.place,
    message: say('vague', {
      description,
      persons: isNobodys ? 'none' : 'some',
      name,
      field: { field: 'persons', of: 'circumstance' },
    }),
    about: circumstance,
  };
}

function nameOf(
  { data }: Circumstance,
  names: ReadonlyMap<string | undefined, string | undefined>,
  say: Say,
): Arg {
  const known = (data.persons ?? []).flatMap((id) => names.get(id) ?? []);
  return known.length > 0 ? { list: known } : say('someone');
}
