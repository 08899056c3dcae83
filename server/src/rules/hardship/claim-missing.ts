import { defineRule } from '../../core/rule.js';
import { claimFields } from '../../knowledge/claims.js';
import { placeIn } from './certain.js';

/** Circumstances are there, but nothing is asked yet. */
export const rule = defineRule({
  reads: ['circumstances', 'claim', 'root'],
  needs: ['circumstances', 'claim'],
  *check({ model, today, say }) {
    // An item in which nothing can be read yet is no circumstance for sure.
    if (model.claim || model.circumstances.every(({ data }) => Object.keys(data).length === 0)) return;
    const at = placeIn(model.root, 'claim');
    if (!at) return;
    yield {
      at,
      message: say('none'),
      fixes: (draft) => {
        // Without the country of the law nobody can tell which grounds there are; and lines that can't be read may
        // be those of the claim, and would end up in the midst of a new one.
        const { doc, model: whole } = draft;
        if (whole.case?.data.jurisdiction === undefined || doc.problems.length > 0) return [];
        const edit = draft.insertSection('claim', claimFields(draft, today));
        return [draft.fix('insert-claim', say('fix-insert'), [edit], { preferred: true })];
      },
    };
  },
});
