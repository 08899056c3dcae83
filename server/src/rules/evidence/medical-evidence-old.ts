import { spotOf } from '../../core/case/access.js';
import type { Piece } from '../../core/case/evidence.js';
import { referenceDate } from '../../core/case/facts.js';
import { addMonths, type CaseDate, isKnown, parseDate } from '../../core/dates.js';
import { defineRule } from '../../core/rule.js';
import { titled } from './asking.js';
import { isAboutHealth, medicalEvidence } from './medical.js';

/** A circumstance about health whose newest medical piece is old: it says little of how things are now. */
export const rule = defineRule({
  reads: ['case', 'circumstances', 'timeline', 'letters', 'documents'],
  needs: ['case', 'circumstances', 'letters', 'documents'],
  *check({ model, options, today, say }) {
    const reference = referenceDate(model, today);
    if (!isKnown(reference)) return;
    const months = options.months as number;
    for (const circumstance of model.circumstances) {
      if (!isAboutHealth(circumstance)) continue;
      const newest = newestOf(medicalEvidence(circumstance, model) ?? []);
      if (!newest || addMonths(newest.date.last, months) >= reference.first) continue;
      yield {
        at: spotOf(newest.piece, 'date'),
        message: say('old', { title: titled(circumstance), date: { date: newest.date, bare: true }, months }),
        related: [{ at: circumstance.place, message: say('related') }],
      };
    }
  },
});

/** The piece that may be the newest; undefined where one of them has no date that can be compared. */
function newestOf(pieces: readonly Piece[]): { piece: Piece; date: CaseDate } | undefined {
  let newest: { piece: Piece; date: CaseDate } | undefined;
  for (const piece of pieces) {
    const date = parseDate(piece.data.date);
    if (!isKnown(date)) return undefined;
    if (!newest || date.last > newest.date.last) newest = { piece, date };
  }
  return newest;
}
