import { spotOf } from '../../core/case/access.js';
import { defineRule } from '../../core/rule.js';
import { senderOf } from './asking.js';

/** A letter that is still to be asked for or to come in: in a final file that should not be. */
export const rule = defineRule({
  reads: ['case', 'letters'],
  needs: ['letters'],
  *check({ model, say }) {
    const isFinal = model.case?.data.status === 'final';
    for (const letter of model.letters) {
      const { status } = letter.data;
      if (status !== 'planned' && status !== 'requested') continue;
      yield {
        at: spotOf(letter, 'status'),
        message: say(status, { sender: senderOf(letter), final: isFinal ? 'yes' : 'no' }),
        ...(isFinal ? { severity: 'warning' as const } : {}),
      };
    }
  },
});
