import { defineRule } from '../../core/rule.js';
import { maskFixes, stretchesIn, WHOLE_FILE } from './report.js';

/** A number that passes for a Dutch citizen service number, anywhere in the file and whatever it says of itself. */
export const rule = defineRule({
  reads: WHOLE_FILE,
  needs: [],
  *check({ model, say }) {
    for (const stretch of stretchesIn(model, ['bsn'])) {
      yield {
        at: stretch,
        message: say('bsn'),
        fixes: (draft) => maskFixes(draft, stretch, say),
      };
    }
  },
});
