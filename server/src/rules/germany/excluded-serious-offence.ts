import { spotOf } from '../../core/case/access.js';
import { defineRule } from '../../core/rule.js';
import { weighingFixes } from './inserts.js';

/** Offences of considerable weight, which as a rule exclude a hardship case (§ 23a(1) AufenthG). */
export const rule = defineRule({
  reads: ['claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    if (claim?.data.conditions?.seriousOffences !== true) return;
    yield {
      at: spotOf(claim, 'conditions', 'seriousOffences'),
      message: say('committed'),
      fixes: (draft) => weighingFixes(draft, today, say),
    };
  },
});
