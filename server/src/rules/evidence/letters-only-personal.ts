import { counts } from '../../core/case/evidence.js';
import type { Draft } from '../../core/edits/draft.js';
import type { Fix } from '../../core/findings.js';
import { defineRule } from '../../core/rule.js';
import { claimedCircumstances, PERSONAL_SENDERS, sendersToAsk, stubsEdit } from '../../knowledge/letters.js';
import { senderName } from './asking.js';

/** Every letter is from someone close by: decision makers call that arbitrary. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'claim', 'letters', 'root'],
  needs: ['letters'],
  *check({ model, today, say }) {
    const letters = model.letters.filter(counts);
    const at = model.root.keys.find(({ name }) => name === 'letters')?.at;
    const arePersonal = letters.every(
      ({ data }) => data.status !== undefined && PERSONAL_SENDERS.has(data.from?.role ?? ''),
    );
    if (!at || letters.length === 0 || !arePersonal) return;
    // The first sender of each row is someone who knows the person through work.
    const roles = sendersToAsk(claimedCircumstances(model), model, today);
    yield {
      at,
      message: say('personal', { senders: { list: roles.map(senderName), type: 'or' } }),
      fixes: (draft) => roles.map((role, index) => stub(draft, role, index === 0, today)),
    };
  },
});

function stub(draft: Draft, role: string, preferred: boolean, today: number): Fix {
  return draft.fix(
    `insert-stub-${role}`,
    { key: 'letters.fix-stub', args: { sender: senderName(role) } },
    [stubsEdit(draft, [role], claimedCircumstances(draft.model), today)],
    { preferred },
  );
}
