import { isClear } from '../../core/case/access.js';
import { isApplicant } from '../../core/case/facts.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { blank } from '../../core/words/placeholders.js';
import { schemaField } from '../../core/words/words.js';
import { mayGoToCommission, noneOfKind, placeOfAbsence } from './commission.js';
import { speaksOfFamily } from './family-words.js';
import { blankOf, circumstanceEdits, textOf, whose } from './inserts.js';
import { weightOf } from './land.js';

/** One person alone in the file, and not a word on family. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'claim', 'root'],
  *check({ model, today, say }) {
    const [person, ...others] = model.persons;
    if (!person || !isApplicant(person) || others.length > 0) return;
    if (!mayGoToCommission(model) || !isUntold(model)) return;
    const { severity, land } = weightOf(model, today, 'family-ties');
    yield {
      at: placeOfAbsence(model.root, 'persons'),
      severity,
      message: say('untold', { whose: whose(model, say), land }),
      fixes: (draft) => fixes(draft, say),
    };
  },
});

/** Certainly no circumstance that tells of family: by its kind, or of any other kind by what it says. */
function isUntold({ circumstances }: Pick<CaseModel, 'circumstances'>): boolean {
  return (
    noneOfKind(circumstances, 'dependency', 'bereavement') === true &&
    circumstances
      .filter(({ data }) => data.kind === 'other')
      .every((part) => isClear(part, 'title') && isClear(part, 'description') && !speaksOfFamily(part))
  );
}

function fixes(draft: Draft, say: Say): Fix[] {
  const circumstance = circumstanceEdits(draft, 'other', {
    title: textOf(draft, say('circumstance-title')),
    description: blankOf(draft, say('description')),
  });
  const person = draft.appendItems('persons', [
    {
      id: draft.newIds()(textOf(draft, say('person-id'))),
      name: blank(schemaField('person', 'name', draft.language)?.title ?? 'name'),
      role: 'other',
    },
  ]);
  return [
    draft.fix('insert-circumstance', say('fix-circumstance'), circumstance, { preferred: true }),
    draft.fix('insert-person', say('fix-person'), [person]),
  ];
}
