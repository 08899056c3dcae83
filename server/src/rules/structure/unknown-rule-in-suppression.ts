import { nearest } from '../../core/nearest.js';
import { defineRule } from '../../core/rule.js';

/** A comment that silences a rule which doesn't exist. */
export const rule = defineRule({
  reads: [],
  *check() {},
  *review({ suppressions, ruleIds, say }) {
    for (const { rule: id, ruleAt, known } of suppressions) {
      if (known) continue;
      const near = nearest(id, ruleIds);
      const best = near[0];
      yield {
        at: ruleAt,
        message:
          id === ''
            ? say('none')
            : best === undefined
              ? say('unknown', { rule: id })
              : say('misspelt', { rule: id, meant: best }),
        fixes: (draft) =>
          near.map((name, index) =>
            draft.fix(`use-${name}`, say('fix-use', { name }), [draft.replace(ruleAt, name)], {
              preferred: index === 0,
            }),
          ),
      };
    }
  },
});
