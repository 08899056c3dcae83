/** The files that letters and documents name, for the rules that ask what is on the disk. */

import { isClear, spotOf } from '../../core/case/access.js';
import type { Piece } from '../../core/case/evidence.js';
import type { FileState, FileStates } from '../../core/files.js';
import type { CaseModel } from '../../core/model.js';
import type { Span } from '../../core/tree.js';
import { findBlank } from '../../core/words/placeholders.js';

interface NamedFile {
  readonly piece: Piece;
  readonly path: string;
  readonly at: Span;
}

/** Those in this state; nothing where nobody may look, nor where a part of the path is still a blank. */
export function* filesThatAre(
  state: FileState,
  { letters, documents }: Pick<CaseModel, 'letters' | 'documents'>,
  files: FileStates | undefined,
): Generator<NamedFile> {
  if (!files) return;
  for (const piece of [...letters, ...documents]) {
    const path = piece.data.file;
    if (path === undefined || !isClear(piece, 'file') || findBlank(path)) continue;
    if (files.stateOf(path) === state) yield { piece, path, at: spotOf(piece, 'file') };
  }
}
