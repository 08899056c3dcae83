import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel, Circumstance } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { listed, meantBy } from './certain.js';
import { addTo } from './insertions.js';

/** A circumstance of the file that the claim doesn't name. */
export const rule = defineRule({
  reads: ['claim', 'circumstances'],
  *check({ model, say }) {
    for (const circumstance of unclaimed(model)) {
      yield {
        at: circumstance.place,
        message: say('unclaimed', { field: { field: 'circumstances', of: 'claim' } }),
        about: circumstance,
        fixes: (draft) => fixes(draft, circumstance, say),
      };
    }
  },
});

function unclaimed({
  claim,
  circumstances,
}: Pick<CaseModel, 'claim' | 'circumstances'>): readonly Circumstance[] {
  const named = claim && listed(claim, 'circumstances');
  if (!named) return [];
  const meant = meantBy(
    named,
    circumstances.flatMap(({ data }) => (data.id === undefined ? [] : [data.id])),
  );
  const claimed = new Set(named);
  return circumstances.filter(({ data: { id } }) => id !== undefined && !claimed.has(id) && !meant.has(id));
}

function fixes(draft: Draft, circumstance: Circumstance, say: Say): Fix[] {
  const one = addTo(draft, draft.model.claim, 'circumstances', [circumstance.data.id ?? '']);
  const all = together.get(draft) ?? addAll(draft, say);
  together.set(draft, all);
  return [...(one ? [draft.fix('add', say('fix-add'), [one], { preferred: true })] : []), ...all];
}

/** The fix that adds all of them is the same at each: worked out once for a version of the file. */
const together = new WeakMap<Draft, readonly Fix[]>();

function addAll(draft: Draft, say: Say): readonly Fix[] {
  const { model } = draft;
  const ids = [...new Set(unclaimed(model).flatMap(({ data }) => (data.id === undefined ? [] : [data.id])))];
  const edit = ids.length > 1 ? addTo(draft, model.claim, 'circumstances', ids) : undefined;
  return edit ? [draft.fix('add-all', say('fix-add-all', { count: ids.length }), [edit])] : [];
}
