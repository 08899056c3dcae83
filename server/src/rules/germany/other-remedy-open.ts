import { spotOf } from '../../core/case/access.js';
import { defineRule } from '../../core/rule.js';
import { weightOf } from './land.js';

/** Another way to stay is open, before which some commissions don't take up a case. */
export const rule = defineRule({
  reads: ['case', 'claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    if (claim?.data.conditions?.otherRemedyOpen !== true) return;
    const { severity, land } = weightOf(model, today, 'exclusion');
    yield { at: spotOf(claim, 'conditions', 'otherRemedyOpen'), severity, message: say('open', { land }) };
  },
});
