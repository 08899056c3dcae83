import { maySectionBeThere } from '../../core/case/access.js';
import { evidenceFor, isLetter, linksAreClear, type Piece } from '../../core/case/evidence.js';
import type { Circumstance } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';
import { documentDoes, fittingSenders, sendersToAsk } from '../../knowledge/letters.js';
import { mendings, titled } from './asking.js';

/** A circumstance that stands on its own word: no letter and no document is linked to it. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'timeline', 'letters', 'documents', 'root'],
  needs: ['circumstances', 'letters', 'documents'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'letters', 'documents')) return;
    for (const circumstance of model.circumstances) {
      const { letters, documents } = evidenceFor(circumstance, model);
      if (letters.length > 0 || documents.length > 0 || !linksAreClear(circumstance, model)) continue;
      yield {
        at: circumstance.place,
        message: say('none', { title: titled(circumstance) }),
        about: circumstance,
        fixes: (draft) =>
          mendings(draft, circumstance, {
            roles: sendersToAsk([circumstance], model, today),
            suits: (piece) => suits(piece, circumstance, fittingSenders(circumstance, model, today)),
            onlySuitable: false,
            today,
          }),
      };
    }
  },
});

function suits(piece: Piece, { data }: Circumstance, senders: readonly string[]): boolean {
  if (isLetter(piece)) return piece.data.from?.role !== undefined && senders.includes(piece.data.from.role);
  return piece.data.kind !== undefined && documentDoes(piece.data.kind, data.kind);
}
