import { spotOf } from '../../core/case/access.js';
import { defineRule } from '../../core/rule.js';
import { senderOf } from './asking.js';

/** A letter that came in without a signature, in a file that is about to go out. */
export const rule = defineRule({
  reads: ['case', 'letters'],
  *check({ model, say }) {
    const { status } = model.case?.data ?? {};
    if (status !== 'review' && status !== 'final') return;
    for (const letter of model.letters) {
      if (letter.data.status !== 'received') continue;
      yield { at: spotOf(letter, 'status'), message: say('unsigned', { sender: senderOf(letter) }) };
    }
  },
});
