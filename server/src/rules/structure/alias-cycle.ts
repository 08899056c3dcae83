import { defineRule } from '../../core/rule.js';

/** An alias that stands for something of which it is itself a part. */
export const rule = defineRule({
  reads: ['aliases'],
  needs: [],
  *check({ model, say }) {
    for (const alias of model.aliases.cycles)
      yield { at: alias, message: say('cycle', { name: alias.name }) };
  },
});
