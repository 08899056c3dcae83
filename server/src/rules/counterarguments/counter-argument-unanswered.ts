import { maySectionBeThere } from '../../core/case/access.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { rebuttalEdits, rebuttalsOf } from '../../knowledge/arguments.js';
import { unanswered } from './answers.js';
import { arguedBy } from './argued.js';

/** What the other side says, and no argument that answers it. */
export const rule = defineRule({
  reads: ['arguments', 'counterArguments', 'root'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'arguments')) return;
    for (const counterArgument of unanswered(model) ?? []) {
      const { kind } = counterArgument.data;
      yield {
        at: counterArgument.place,
        message:
          kind === undefined || kind === 'other'
            ? say('unanswered', { answers: ANSWERS_FIELD })
            : say('unanswered-kind', {
                kind: { enumValue: kind, of: 'counterArgument.kind' },
                answers: ANSWERS_FIELD,
              }),
        fixes: (draft) => (kind === undefined ? [] : fixes(draft, kind, today, say)),
      };
    }
  },
});

const ANSWERS_FIELD = { field: 'answers', of: 'argument' } as const;

function fixes(draft: Draft, kind: string, today: number, say: Say): Fix[] {
  const { model } = draft;
  const used = new Set<string | undefined>(model.arguments.map(({ data }) => data.snippet));
  return rebuttalsOf(kind, model.case?.data.jurisdiction)
    .map((snippet) => ({
      snippet,
      edits: rebuttalEdits(draft, kind, snippet, { today, circumstances: arguedBy(snippet, model) }),
    }))
    .filter(({ edits }) => edits.length > 0)
    .map(({ snippet, edits }, index) => {
      const title = say(used.has(snippet) ? 'fix-answer' : 'fix-insert', {
        title: { enumValue: snippet, of: 'argument.snippet' },
      });
      return draft.fix(`answer-${snippet}`, title, edits, { preferred: index === 0 });
    });
}
