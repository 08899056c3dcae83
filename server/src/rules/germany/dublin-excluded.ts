import { spotOf } from '../../core/case/access.js';
import { defineRule } from '../../core/rule.js';
import { weightOf } from './land.js';

/** A Dublin procedure, in which some commissions don't take up a case. */
export const rule = defineRule({
  reads: ['case', 'claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    if (claim?.data.conditions?.dublin !== true) return;
    const { severity, land } = weightOf(model, today, 'exclusion');
    yield { at: spotOf(claim, 'conditions', 'dublin'), severity, message: say('dublin', { land }) };
  },
});
