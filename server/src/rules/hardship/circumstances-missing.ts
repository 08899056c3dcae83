import type { Draft, Fields } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { placeIn } from './certain.js';
import { blankCircumstance, circumstanceEdits } from './insertions.js';
import { kindsFor, longStayers, longStayFields } from './long-stay.js';

/** A claim is there, but nothing in the file says what makes the case one of hardship. */
export const rule = defineRule({
  reads: ['claim', 'circumstances', 'root'],
  *check({ model, today, say }) {
    if (!model.claim || model.circumstances.length > 0) return;
    const at = placeIn(model.root, 'circumstances');
    if (at) yield { at, message: say('none'), fixes: (draft) => fixes(draft, today, say) };
  },
});

/** One of what the facts show, if anything, and one to be filled in. */
function fixes(draft: Draft, today: number, say: Say): Fix[] {
  const [likely] = kindsFor(longStayers(draft.model, today), draft.model, today);
  const known = likely ? [longStayFields(draft, likely.kind, likely.persons)] : [];
  return [...known, blankCircumstance(draft)].flatMap((fields, index) =>
    insertFix(draft, fields, index === 0, say),
  );
}

function insertFix(draft: Draft, fields: Fields, preferred: boolean, say: Say): Fix[] {
  const edits = circumstanceEdits(draft, fields);
  // A claim that can't be written into would not name it.
  if (edits.length < 2) return [];
  const kind = String(fields.kind);
  const title = say('fix-insert', {
    kind: kind === 'other' ? 'other' : 'known',
    name: { enumValue: kind, of: 'circumstance.kind' },
  });
  return [draft.fix(`insert-${kind}`, title, edits, { preferred })];
}
