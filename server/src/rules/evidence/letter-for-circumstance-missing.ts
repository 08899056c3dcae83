import { maySectionBeThere } from '../../core/case/access.js';
import { counts, evidenceFor, isLetter, linksAreClear, type Piece } from '../../core/case/evidence.js';
import type { CaseModel, Circumstance } from '../../core/model.js';
import { defineRule } from '../../core/rule.js';
import { documentDoes, fittingSenders, sendersThatMayFit } from '../../knowledge/letters.js';
import { circumstancesInQuestion, mendings, senderName, titled } from './asking.js';

/** As many names of senders as a sentence bears. */
const MOST_NAMED = 4;

/** There are letters, but on a circumstance that the claim rests on none from someone who is well placed to know. */
export const rule = defineRule({
  reads: ['case', 'persons', 'circumstances', 'timeline', 'claim', 'letters', 'documents', 'root'],
  needs: ['circumstances', 'claim', 'letters', 'documents'],
  *check({ model, today, say }) {
    if (maySectionBeThere(model.root, 'claim', 'letters', 'documents')) return;
    if (!model.letters.some((letter) => letter.data.status !== undefined && counts(letter))) return;
    for (const circumstance of circumstancesInQuestion(model)) {
      const senders = sendersThatMayFit(circumstance, model, today);
      if (!senders || !linksAreClear(circumstance, model)) continue;
      if (mayHaveFittingPiece(circumstance, senders, model)) continue;
      const fitting = fittingSenders(circumstance, model, today);
      yield {
        at: circumstance.place,
        message: say('none', {
          title: titled(circumstance),
          senders: { list: fitting.slice(0, MOST_NAMED).map(senderName), type: 'or' },
        }),
        about: circumstance,
        fixes: (draft) =>
          mendings(draft, circumstance, {
            roles: fitting.slice(0, 1),
            suits: (piece) => does(piece, circumstance, senders),
            onlySuitable: true,
            today,
          }),
      };
    }
  },
});

function does(piece: Piece, circumstance: Circumstance, senders: ReadonlySet<string>): boolean {
  if (isLetter(piece)) return piece.data.from?.role !== undefined && senders.has(piece.data.from.role);
  return piece.data.kind !== undefined && documentDoes(piece.data.kind, circumstance.data.kind);
}

/** A piece whose sender or kind can't be read may be one. */
function mayHaveFittingPiece(
  circumstance: Circumstance,
  senders: ReadonlySet<string>,
  model: Pick<CaseModel, 'letters' | 'documents'>,
): boolean {
  const { letters, documents } = evidenceFor(circumstance, model);
  return (
    letters.some((letter) => letter.data.from?.role === undefined || does(letter, circumstance, senders)) ||
    documents.some((document) => document.data.kind === undefined || does(document, circumstance, senders))
  );
}
