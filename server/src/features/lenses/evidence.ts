/** How many letters and documents a circumstance has, and how far the letters of the case are. */

import { maySectionBeThere } from '../../core/case/access.js';
import { evidenceFor, linksAreClear } from '../../core/case/evidence.js';
import type { Message } from '../../core/findings.js';
import type { CaseModel } from '../../core/model.js';
import { SHAPES } from '../../generated/shape.js';
import type { Note } from './lenses.js';

export function* evidenceLenses(model: CaseModel): Generator<Note> {
  const all = lettersLens(model);
  if (all) yield all;
  const isOpen = maySectionBeThere(model.root, 'letters') || maySectionBeThere(model.root, 'documents');
  for (const circumstance of model.circumstances) {
    const { letters, documents } = evidenceFor(circumstance, model);
    const args = {
      letters: letters.length,
      signed: letters.filter(({ data }) => data.status === 'signed').length,
      documents: documents.length,
    };
    const saysSome = letters.length > 0 || documents.length > 0;
    // ‘None’ only where no link can be there that can't be read, or that leads nowhere for a slip.
    if (saysSome || (!isOpen && linksAreClear(circumstance, model)))
      yield { over: circumstance.place, title: { key: 'lenses.evidence', args } };
  }
}

const STATUSES = SHAPES.letter?.keys.find(({ name }) => name === 'status')?.values ?? [];

/** At the list of letters: how many there are of each status, in the order that a letter goes through them. */
function lettersLens(model: CaseModel): Note | undefined {
  const over = model.document.entry('letters')?.key;
  if (!over || model.letters.length === 0) return undefined;
  const counts: Message[] = STATUSES.map((status) => ({
    key: 'lenses.status',
    args: {
      count: model.letters.filter(({ data }) => data.status === status).length,
      status: { enumValue: status, of: 'letter.status' },
    },
  }));
  const list = counts.filter(({ args }) => args?.count !== 0);
  const args = {
    count: model.letters.length,
    known: list.length,
    statuses: { list, type: 'plain' },
  } as const;
  return { over, title: { key: 'lenses.letters', args } };
}
