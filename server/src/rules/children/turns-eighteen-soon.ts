import { spotOf } from '../../core/case/access.js';
import { childrenOn, eighteenthBirthday, isAgedOn } from '../../core/case/ages.js';
import { referenceDate } from '../../core/case/facts.js';
import { addMonths, dateFromDay, isKnown } from '../../core/dates.js';
import { defineRule } from '../../core/rule.js';
import { namesOf } from './names.js';

const SOON_MONTHS = 6;
const MAJORITY = 18;

/** A child that certainly becomes 18 within half a year of the reference date: what rests on childhood can't wait. */
export const rule = defineRule({
  reads: ['case', 'persons'],
  *check({ model, today, say }) {
    const reference = referenceDate(model, today);
    if (!isKnown(reference)) return;
    const soon = dateFromDay(addMonths(reference.first, SOON_MONTHS));
    for (const child of childrenOn(model, reference)) {
      const birthday = eighteenthBirthday(child);
      if (!birthday || !isAgedOn(child, soon, MAJORITY, Infinity)) continue;
      yield {
        at: spotOf(child, 'birthDate'),
        message: say('soon', { ...namesOf([child], say), birthday: { date: birthday } }),
      };
    }
  },
});
