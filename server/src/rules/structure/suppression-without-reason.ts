import { defineRule } from '../../core/rule.js';

/** A rule silenced without saying why: the next reader can't judge it. */
export const rule = defineRule({
  reads: [],
  *check() {},
  *review({ suppressions, say }) {
    for (const { rule: id, reason, comment } of suppressions) {
      if (id !== '' && reason === '') yield { at: comment, message: say('no-reason', { rule: id }) };
    }
  },
});
