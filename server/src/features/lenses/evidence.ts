/** How many letters and documents a circumstance has, and how far the letters of the case are. */

import { isClear, maySectionBeThere } from '../../core/case/access.js';
import type { Message } from '../../core/findings.js';
import type { CaseModel, Circumstance, Letter, Part } from '../../core/model.js';
import type { Reference } from '../../core/references.js';
import { SHAPES } from '../../generated/shape.js';
import { indexOf } from '../links.js';
import { supportIn } from '../support.js';
import type { Note } from './lenses.js';

export function* evidenceLenses(model: CaseModel): Generator<Note> {
  const letters = lettersLens(model);
  if (letters) yield letters;
  const { carriedBy } = supportIn(model);
  const isOpen = mayMissLinks(model);
  for (const circumstance of model.circumstances) {
    const pieces = carriedBy.get(circumstance) ?? [];
    const title = countOf(pieces);
    const saysSome = title.args.letters > 0 || title.args.documents > 0;
    if (saysSome || !(isOpen || mayHaveMore(circumstance))) yield { over: circumstance.place, title };
  }
}

function countOf(pieces: readonly Part[]) {
  const letters = pieces.filter(({ def }) => def === 'letter') as Letter[];
  return {
    key: 'lenses.evidence',
    args: {
      letters: letters.length,
      signed: letters.filter(({ data }) => data.status === 'signed').length,
      documents: pieces.filter(({ def }) => def === 'document').length,
    },
  };
}

function mayHaveMore(circumstance: Circumstance): boolean {
  return !isClear(circumstance, 'evidence') || !isClear(circumstance, 'id');
}

/** May there be links that can't be read, or that lead nowhere for a slip? Then ‘none’ is not said of any. */
function mayMissLinks(model: CaseModel): boolean {
  if (maySectionBeThere(model.root, 'letters') || maySectionBeThere(model.root, 'documents')) return true;
  const pieces: readonly Part[] = [...model.letters, ...model.documents];
  if (!pieces.every((piece) => isClear(piece, 'supports') && isClear(piece, 'id'))) return true;
  const { definitions, references } = indexOf(model);
  for (const [id, places] of references) if (!definitions.has(id) && places.some(isOfEvidence)) return true;
  return false;
}

function isOfEvidence({ key, part }: Reference): boolean {
  return key === 'evidence' || (key === 'supports' && part.def !== 'argument');
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
