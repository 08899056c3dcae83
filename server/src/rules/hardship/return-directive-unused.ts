import { spotOf } from '../../core/case/access.js';
import { dayThatDecides, isWithoutResidenceRight } from '../../core/case/facts.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { argumentsEdit } from '../../knowledge/arguments.js';
import { isAlternative, RETURN_DIRECTIVE } from '../../knowledge/grounds.js';
import { inForceOn, isOutsideCatalogue } from '../../knowledge/sources.js';
import { listed } from './certain.js';
import { addTo } from './insertions.js';

const SNIPPET = 'return-directive-any-moment';

/** Someone without right of residence claims on other grounds, and not on the Directive that speaks of just that. */
export const rule = defineRule({
  reads: ['case', 'persons', 'claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    const persons = model.persons.filter(isWithoutResidenceRight);
    const grounds = claim && listed(claim, 'grounds');
    if (!claim || persons.length === 0 || !grounds || grounds.length === 0) return;
    // A ruling or an address may say anything, the Directive included.
    if (grounds.some((ground) => ground === RETURN_DIRECTIVE || isOutsideCatalogue(ground))) return;
    if (inForceOn(RETURN_DIRECTIVE, dayThatDecides(model, today)) === false) return;
    const names = persons.flatMap(({ data }) => (data.name === undefined ? [] : [data.name]));
    yield {
      at: spotOf(claim, 'grounds'),
      message: say('unused', {
        names: names.length === persons.length ? { list: names } : say('someone'),
      }),
      about: claim,
      fixes: (draft) => fixes(draft, today, say),
    };
  },
});

/** The ground, and the argument where the file has none from that snippet. */
function fixes(draft: Draft, today: number, say: Say): Fix[] {
  const { model } = draft;
  const ground = addTo(draft, model.claim, 'grounds', [RETURN_DIRECTIVE]);
  if (!ground) return [];
  const isThere = model.arguments.some(({ data }) => data.snippet === SNIPPET);
  const argument = isThere ? undefined : argumentsEdit(draft, [SNIPPET], { today });
  const title = say('fix-add', {
    alternative: isAlternative(RETURN_DIRECTIVE, model) ? 'yes' : 'no',
    argument: argument ? 'yes' : 'no',
  });
  return [draft.fix('add-ground', title, [ground, ...(argument ? [argument] : [])], { preferred: true })];
}
