import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { mayGoToCommission, noneOfKind, placeOfAbsence } from './commission.js';
import { blankOf, circumstanceEdits, documentEdit, textOf, whose } from './inserts.js';

/** Nothing in the file tells what the person lives on. */
export const rule = defineRule({
  reads: ['persons', 'timeline', 'circumstances', 'claim', 'documents', 'root'],
  needs: ['timeline', 'circumstances', 'claim', 'documents'],
  *check({ model, say }) {
    if (!mayGoToCommission(model) || !isUntold(model)) return;
    yield {
      at: placeOfAbsence(model.root, 'circumstances'),
      message: say('untold', { whose: whose(model, say) }),
      fixes: (draft) => fixes(draft, say),
    };
  },
});

function isUntold(model: Pick<CaseModel, 'timeline' | 'circumstances' | 'documents'>): boolean {
  return (
    noneOfKind(model.circumstances, 'livelihood') === true &&
    noneOfKind(model.timeline, 'work') === true &&
    noneOfKind(model.documents, 'employment') === true
  );
}

function fixes(draft: Draft, say: Say): Fix[] {
  const circumstance = circumstanceEdits(draft, 'livelihood', {
    description: blankOf(draft, say('description')),
  });
  const document = documentEdit(draft, {
    id: draft.newIds()(textOf(draft, say('document-id'))),
    kind: 'employment',
    title: blankOf(draft, say('document-title')),
    speaksFor: ['rooted', 'long-residence', 'integration'],
  });
  return [
    draft.fix('insert-circumstance', say('fix-circumstance'), circumstance, { preferred: true }),
    draft.fix('insert-document', say('fix-document'), [document]),
  ];
}
