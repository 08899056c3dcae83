/** Where comment lines go: in the column of what they stand with, which is seen from the column they stand in. */

import type { Frame } from './layout.js';

/**
 * The new column of a comment. One that stands in the column of a group of fields or dashes moves with it; any
 * other joins the next group further in, so that what is below a dash stays below it.
 */
export function commentColumn(column: number, next: Frame | undefined, before: Frame | undefined): number {
  const groups = [...upwards(next), ...upwards(before)];
  const own = groups.find(({ old }) => old === column);
  if (own) return own.column;
  const inward = groups.filter(({ old }) => old > column).sort((a, b) => a.old - b.old)[0];
  const innermost = groups.reduce<Frame | undefined>(
    (best, frame) => (best && best.old >= frame.old ? best : frame),
    undefined,
  );
  return (inward ?? innermost)?.column ?? 0;
}

function* upwards(frame: Frame | undefined): Generator<Frame> {
  for (let at = frame; at; at = at.above) yield at;
}
