import { spotOf } from '../../core/case/access.js';
import { dayThatDecides } from '../../core/case/facts.js';
import { type CaseDate, certainlyBefore, parseDate } from '../../core/dates.js';
import { defineRule } from '../../core/rule.js';
import { weighingFixes } from './inserts.js';

/** From this month a set date of return excludes as a rule (KNOWLEDGE.md, de.aufenthg.23a). */
const SINCE = parseDate('2015-10') as CaseDate;

/** The day of removal is set, which as a rule excludes a hardship case (§ 23a(1) AufenthG). */
export const rule = defineRule({
  reads: ['case', 'claim'],
  *check({ model, today, say }) {
    const { claim } = model;
    if (claim?.data.conditions?.removalDateSet !== true) return;
    if (certainlyBefore(dayThatDecides(model, today), SINCE)) return;
    yield {
      at: spotOf(claim, 'conditions', 'removalDateSet'),
      message: say('set'),
      fixes: (draft) => weighingFixes(draft, today, say),
    };
  },
});
