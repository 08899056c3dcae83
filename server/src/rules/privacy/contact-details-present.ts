import { defineRule } from '../../core/rule.js';
import { isNotReal, maskFixes, stretchesIn, WHOLE_FILE } from './report.js';

/** An e-mail address, telephone number, bank account or postal address in a file that is not real. */
export const rule = defineRule({
  reads: WHOLE_FILE,
  needs: [],
  *check({ model, say }) {
    if (!isNotReal(model)) return;
    for (const stretch of stretchesIn(model, ['email', 'phone', 'iban', 'address'])) {
      yield {
        at: stretch,
        message: say('contact', { kind: stretch.kind }),
        fixes: (draft) => maskFixes(draft, stretch, say),
      };
    }
  },
});
