import { isAbsent, spotOf } from '../../core/case/access.js';
import { applicants } from '../../core/case/facts.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel, Person } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { mayGoToCommission, noneOfKind } from './commission.js';
import { blankOf, documentEdit, textOf, whoseOf } from './inserts.js';
import { weightOf } from './land.js';

/** An applicant without papers, and nothing in the file that proves the identity or tells of attempts to. */
export const rule = defineRule({
  reads: ['case', 'persons', 'timeline', 'circumstances', 'claim', 'documents', 'root'],
  *check({ model, today, say }) {
    if (!mayGoToCommission(model) || !isUntold(model)) return;
    const { severity, land } = weightOf(model, today, 'identity');
    for (const person of applicants(model)) {
      const isUnanswered = isAbsent(person, 'identityDocuments');
      if (!isUnanswered && person.data.identityDocuments !== 'none') continue;
      yield {
        at: spotOf(person, 'identityDocuments'),
        severity,
        message: say('unclear', { whose: whoseOf(person, say), land }),
        about: person,
        fixes: (draft) => fixes(draft, person, say),
      };
    }
  },
});

/** Certainly neither papers, nor attempts to get them, nor a reason why there are none. */
function isUntold(model: Pick<CaseModel, 'timeline' | 'circumstances' | 'documents'>): boolean {
  return (
    noneOfKind(model.documents, 'identity', 'travel') === true &&
    noneOfKind(model.timeline, 'return-attempt') === true &&
    noneOfKind(model.circumstances, 'statelessness', 'no-fault-stay') === true
  );
}

function fixes(draft: Draft, person: Person, say: Say): Fix[] {
  const hasNone = person.data.identityDocuments === 'none';
  const document = draft.fix(
    'insert-document',
    say('fix-document'),
    [
      documentEdit(draft, {
        id: draft.newIds()(textOf(draft, say('document-id'))),
        kind: 'identity',
        title: blankOf(draft, say('document-title')),
        speaksFor: ['residence'],
      }),
    ],
    { preferred: !hasNone },
  );
  const attempt = draft.fix('insert-attempt', say('fix-attempt'), [attemptEdit(draft, person, say)], {
    preferred: hasNone,
  });
  return hasNone ? [attempt, document] : [document, attempt];
}

function attemptEdit(draft: Draft, { data }: Person, say: Say) {
  return draft.appendItems('timeline', [
    {
      id: draft.newIds()(textOf(draft, say('event-id'))),
      date: blankOf(draft, say('event-date')),
      kind: 'return-attempt',
      title: blankOf(draft, say('event-title')),
      persons: data.id === undefined ? undefined : [data.id],
    },
  ]);
}
