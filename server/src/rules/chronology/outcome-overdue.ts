import { referenceDate } from '../../core/case/facts.js';
import { isPending, stagesOf } from '../../core/case/stages.js';
import { addMonths, isKnown, parseDate } from '../../core/dates.js';
import { defineRule } from '../../core/rule.js';

const MONTHS = 24;

/** Lodged more than two years ago, and nothing is said of a decision. */
export const rule = defineRule({
  reads: ['case', 'procedures'],
  *check({ model, today, say }) {
    const reference = referenceDate(model, today);
    if (!isKnown(reference)) return;
    for (const stage of stagesOf(model.procedures)) {
      const lodged = parseDate(stage.data.lodged);
      if (!isKnown(lodged) || addMonths(lodged.last, MONTHS) >= reference.first || !isPending(stage))
        continue;
      yield { at: stage.place, message: say(stage.def, { lodged: { date: lodged } }) };
    }
  },
});
