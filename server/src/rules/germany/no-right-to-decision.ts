import { spotOf } from '../../core/case/access.js';
import { defineRule } from '../../core/rule.js';
import { COMMISSION_POWER } from '../../knowledge/grounds.js';

/** Said once to whoever relies on § 23a AufenthG: the commission acts on its own motion. */
export const rule = defineRule({
  reads: ['claim'],
  *check({ model, say }) {
    const { claim } = model;
    const index = claim?.data.grounds?.indexOf(COMMISSION_POWER) ?? -1;
    if (claim && index >= 0) yield { at: spotOf(claim, 'grounds', index), message: say('own-motion') };
  },
});
