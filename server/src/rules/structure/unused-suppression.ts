import { defineRule } from '../../core/rule.js';
import { wholeLine } from './suppression-lines.js';

/** A comment that silences a rule which has nothing to say there. */
export const rule = defineRule({
  reads: [],
  *check() {},
  *review({ suppressions, say }) {
    for (const { rule: id, comment, used, known, active } of suppressions) {
      if (used || !known || !active) continue;
      yield {
        at: comment,
        message: say('unused', { rule: id }),
        tags: ['unnecessary'],
        fixes: (draft) => [
          draft.fix('remove', say('fix-remove'), [wholeLine(draft.doc, comment)], {
            safe: true,
            preferred: true,
          }),
        ],
      };
    }
  },
});
