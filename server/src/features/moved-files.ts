/** What the paths in a case file must be when files are about to get another name or place. */

import { isWithin, keyBeside, pathBetween } from '../core/addresses.js';
import type { Draft } from '../core/edits/draft.js';
import type { TextEdit } from '../core/findings.js';
import type { CaseModel } from '../core/model.js';
import { findBlank } from '../core/words/placeholders.js';
import { namedFiles } from './document-links.js';

/** A file or folder, by the keys of its addresses (core/addresses.ts). */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits of one case file, as it stands before the move. Only paths that lead to a file of the workspace and will
 * lead to one are followed: what is outside is none of ours.
 * @param caseFile the key of its address
 * @param folders the keys of the workspace's folders
 */
export function pathsAfter(
  { model, draft }: { readonly model: CaseModel; readonly draft: Draft },
  caseFile: string,
  moves: readonly Move[],
  folders: readonly string[],
): TextEdit[] {
  const isOurs = (key: string) => folders.some((folder) => isWithin(key, folder));
  const caseAfter = after(caseFile, moves);
  if (!isOurs(caseAfter)) return [];
  const edits: TextEdit[] = [];
  for (const { at, value } of namedFiles(model)) {
    if (findBlank(value)) continue;
    const before = keyBeside(caseFile, value);
    if (before === undefined || !isOurs(before)) continue;
    const file = after(before, moves);
    if ((file === before && caseAfter === caseFile) || !isOurs(file)) continue;
    const path = pathBetween(caseAfter, file);
    if (path !== undefined && keyBeside(caseAfter, value) !== file) edits.push(draft.setScalar(at, path));
  }
  return edits;
}

/** Where it will be: the innermost of what moves decides. */
function after(key: string, moves: readonly Move[]): string {
  const [move] = moves
    .filter(({ from }) => isWithin(key, from))
    .sort((a, b) => b.from.length - a.from.length);
  return move ? move.to + key.slice(move.from.length) : key;
}
