import { maySectionBeThere } from '../../core/case/access.js';
import { counts } from '../../core/case/evidence.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule, type Say } from '../../core/rule.js';
import { claimedCircumstances, sendersToAsk, stubsEdit } from '../../knowledge/letters.js';
import { applicantNames, senderName } from './asking.js';

/** Not one letter of the people who know the person: the other weakness that the project exists for. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'claim', 'letters', 'root'],
  // Either of circumstances and claim is enough: what can't be read of the other changes nothing.
  needs: ['letters'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'letters')) return;
    if (!model.claim && model.circumstances.length === 0) return;
    // A letter that was refused counts for nothing; one that is planned is a beginning.
    if (model.letters.some(counts)) return;
    const keys = ['letters', 'claim', 'circumstances'].map((name) =>
      model.root.keys.find((key) => key.name === name),
    );
    const at = keys.find((key) => key !== undefined)?.at;
    if (!at) return;
    const senders = sendersToAsk(claimedCircumstances(model), model, today);
    yield {
      at,
      message: say('none', {
        name: applicantNames(model),
        senders: { list: senders.map(senderName), type: 'plain' },
      }),
      fixes: (draft) => fixes(draft, senders, today, say),
    };
  },
});

function fixes(draft: Draft, senders: readonly string[], today: number, say: Say): Fix[] {
  const insert = (roles: readonly string[]) => [
    stubsEdit(draft, roles, claimedCircumstances(draft.model), today),
  ];
  const title = (roles: readonly string[]) =>
    say('fix-insert', { senders: { list: roles.map(senderName) }, count: roles.length });
  const all = draft.fix('insert-stubs', title(senders), insert(senders), { preferred: true });
  if (senders.length === 1) return [all];
  return [all, ...senders.map((role) => draft.fix(`insert-stub-${role}`, title([role]), insert([role])))];
}
