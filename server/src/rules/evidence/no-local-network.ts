import { maySectionBeThere } from '../../core/case/access.js';
import { counts } from '../../core/case/evidence.js';
import { applicants } from '../../core/case/facts.js';
import type { Person } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';
import { claimedCircumstances, stubsEdit } from '../../knowledge/letters.js';
import { namesOf, senderName } from './asking.js';

const UNSEEN: ReadonlySet<string | undefined> = new Set(['traumatised', 'isolated']);

/** Someone who is traumatised or isolated, and nobody outside the family who writes: such a case easily stays unseen. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'claim', 'letters', 'root'],
  needs: ['persons', 'letters'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'letters')) return;
    const { jurisdiction } = model.case?.data ?? {};
    const unseen = applicants(model).filter(isUnseen);
    const isOnlyFamily = model.letters
      .filter(counts)
      .every(({ data }) => data.status !== undefined && data.from?.role === 'family');
    if (unseen.length === 0 || !isOnlyFamily) return;
    // The local case consultation (LSO) is Dutch.
    const roles = jurisdiction === 'nl' ? ['lso', 'ngo'] : ['ngo'];
    yield {
      at: model.root.keys.find(({ name }) => name === 'letters')?.at ?? model.root.top,
      message: say('unseen', { names: namesOf(unseen), jurisdiction: jurisdiction ?? 'unknown' }),
      fixes: (draft) => [
        draft.fix(
          'insert-stubs',
          say('fix-stubs', { senders: { list: roles.map(senderName) }, count: roles.length }),
          [stubsEdit(draft, roles, claimedCircumstances(draft.model), today)],
          { preferred: true },
        ),
      ],
    };
  },
});

function isUnseen({ data }: Person): boolean {
  return data.traits?.some((trait) => UNSEEN.has(trait)) === true;
}
