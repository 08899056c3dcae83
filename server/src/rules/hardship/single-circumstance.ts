import { spotOf } from '../../core/case/access.js';
import { groundsOf } from '../../core/case/grounds.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { Circumstance } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { FIRST_PROCEDURE_POWER } from '../../knowledge/grounds.js';
import { listed } from './certain.js';
import { addTo, blankCircumstance, circumstanceEdits } from './insertions.js';

/** The power of the first procedure asks for a combination of special circumstances; this claim names one. */
export const rule = defineRule({
  reads: ['claim', 'circumstances'],
  *check({ model, say }) {
    const { claim } = model;
    if (!claim || !groundsOf(model).includes(FIRST_PROCEDURE_POWER)) return;
    const [only, ...more] = new Set(listed(claim, 'circumstances'));
    // A reference that leads nowhere is told by its own rule.
    if (more.length > 0 || !model.circumstances.some(({ data }) => data.id !== undefined && data.id === only))
      return;
    yield {
      at: spotOf(claim, 'circumstances'),
      message: say('single'),
      about: claim,
      fixes: (draft) => fixes(draft, only, say),
    };
  },
});

/** How many of the file's other circumstances are offered one by one. */
const MOST = 5;

function fixes(draft: Draft, only: string | undefined, say: Say): Fix[] {
  const { circumstances, claim } = draft.model;
  const others = circumstances.filter(({ data }) => data.id !== undefined && data.id !== only);
  const add = (id: string, those: readonly Circumstance[], preferred: boolean): Fix[] => {
    const ids = new Set(those.flatMap(({ data }) => (data.id === undefined ? [] : [data.id])));
    const edit = addTo(draft, claim, 'circumstances', [...ids]);
    const titles = { list: those.map(({ data }) => say('quoted', { title: data.title ?? data.id ?? '' })) };
    return edit ? [draft.fix(id, say('fix-add', { titles }), [edit], { preferred })] : [];
  };
  const together = others.length > 1 ? add('add-others', others, true) : [];
  const each = others
    .slice(0, MOST)
    .flatMap((other) => add(`add-one-${other.data.id}`, [other], others.length === 1));
  const edits = circumstanceEdits(draft, blankCircumstance(draft));
  const insert =
    edits.length > 1
      ? [draft.fix('insert-other', say('fix-insert'), edits, { preferred: others.length === 0 })]
      : [];
  return [...together, ...each, ...insert];
}
