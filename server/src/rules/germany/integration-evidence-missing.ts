import { counts } from '../../core/case/evidence.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { defineRule, type Say } from '../../core/rule.js';
import { claimedCircumstances, stubsEdit } from '../../knowledge/letters.js';
import type { Trilean } from '../../knowledge/sources.js';
import { mayGoToCommission, noneOfKind, placeOfAbsence } from './commission.js';
import { blankOf, documentEdit, textOf } from './inserts.js';
import { weightOf } from './land.js';

/** Whose letters tell of integration (RULES.md), in the order in which they are asked. */
const SENDERS = ['employer', 'school', 'ngo', 'faith-community', 'sports-club', 'neighbour'] as const;

/** Nothing that proves integration: no paper on schooling or work, no letter of somebody who sees it. */
export const rule = defineRule({
  reads: ['case', 'claim', 'letters', 'documents', 'root'],
  *check({ model, today, say }) {
    if (!mayGoToCommission(model)) return;
    if (noneOfKind(model.documents, 'educational', 'employment') !== true) return;
    if (hasNoWitness(model) !== true) return;
    const { severity, land } = weightOf(model, today, 'integration');
    yield {
      at: placeOfAbsence(model.root, 'documents', 'letters'),
      severity,
      message: say('missing', { land }),
      fixes: (draft) => fixes(draft, today, say),
    };
  },
});

/** Certainly no letter of theirs; a refused one counts for nothing, a planned one is a beginning. */
function hasNoWitness({ letters }: Pick<CaseModel, 'letters'>): Trilean {
  const roles = letters.filter(counts).map(({ data }) => data.from?.role);
  if (roles.some((role) => SENDERS.some((sender) => sender === role))) return false;
  return roles.includes(undefined) ? undefined : true;
}

const MOST_STUBS = 3;

function fixes(draft: Draft, today: number, say: Say): Fix[] {
  const stubs = sendersFor(draft.model)
    .slice(0, MOST_STUBS)
    .map((role, index) =>
      draft.fix(
        `insert-stub-${role}`,
        say('fix-stub', { sender: { key: `sender.${role}` } }),
        [stubsEdit(draft, [role], claimedCircumstances(draft.model), today)],
        { preferred: index === 0 },
      ),
    );
  const document = documentEdit(draft, {
    id: draft.newIds()(textOf(draft, say('document-id'))),
    kind: 'educational',
    title: blankOf(draft, say('document-title')),
    speaksFor: ['rooted', 'education', 'long-residence', 'integration'],
  });
  return [...stubs, draft.fix('insert-document', say('fix-document'), [document])];
}

const HINTS: Readonly<Record<string, string>> = {
  work: 'employer',
  livelihood: 'employer',
  education: 'school',
  'rooted-child': 'school',
};

/** Those of whom the file tells come first. */
function sendersFor(model: CaseModel): readonly string[] {
  const kinds = [...model.circumstances, ...model.timeline].map(({ data }) => data.kind);
  const told = new Set(kinds.map((kind) => (kind === undefined ? undefined : HINTS[kind])));
  const isTold = (role: string) => told.has(role);
  // Without a sign of work or school, whoever accompanies the person is asked first.
  const rest = told.has('employer') || told.has('school') ? SENDERS : SENDERS.slice(2);
  return [...SENDERS.filter(isTold), ...rest.filter((role) => !isTold(role))];
}
