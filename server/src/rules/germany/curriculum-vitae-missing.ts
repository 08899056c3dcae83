import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { mayGoToCommission, noneOfKind, placeOfAbsence } from './commission.js';
import { applicantNamesIn, documentEdit, textOf } from './inserts.js';
import { weightOf } from './land.js';

/** No tabular CV, which some commissions ask for. */
export const rule = defineRule({
  reads: ['case', 'claim', 'documents', 'root'],
  *check({ model, today, say }) {
    if (!mayGoToCommission(model) || noneOfKind(model.documents, 'curriculum-vitae') !== true) return;
    const { severity, land } = weightOf(model, today, 'curriculum-vitae');
    yield {
      at: placeOfAbsence(model.root, 'documents'),
      severity,
      message: say('missing', { land }),
      fixes: (draft) => fixes(draft, say),
    };
  },
});

function fixes(draft: Draft, say: Say): Fix[] {
  const document = documentEdit(draft, {
    id: draft.newIds()(textOf(draft, say('document-id'))),
    kind: 'curriculum-vitae',
    title: textOf(draft, say('document-title', { name: applicantNamesIn(draft) })),
    speaksFor: ['rooted', 'long-residence', 'residence'],
  });
  return [draft.fix('insert', say('fix-insert'), [document], { preferred: true })];
}
