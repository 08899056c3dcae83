/** The comments of a file, to see that an edit keeps them. */

import type { CaseDocument } from '../core/document.js';

export function commentsOf({ units }: CaseDocument): readonly string[] {
  return units.flatMap(({ unit }) =>
    unit.comments.map(({ start, end }) => unit.text.slice(start, end).trimEnd()),
  );
}
