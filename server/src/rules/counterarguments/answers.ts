/** Which counter-arguments an argument answers, as far as the file can be read. */

import { isClear } from '../../core/case/access.js';
import type { CaseModel } from '../../core/model.js';
import { nearest } from '../../core/nearest.js';

type Model = Pick<CaseModel, 'arguments' | 'counterArguments'>;
export type CounterArgument = CaseModel['counterArguments'][number];

/**
 * The counter-arguments that certainly no argument answers; undefined where an answer can't be read. A reference to
 * nothing may mean the one whose id it resembles: that is told by a rule of its own.
 */
export function unanswered(model: Model): readonly CounterArgument[] | undefined {
  if (!model.arguments.every((argument) => isClear(argument, 'answers'))) return undefined;
  const ids = model.counterArguments.flatMap(({ data }) => (data.id === undefined ? [] : [data.id]));
  const known = new Set(ids);
  const answered = new Set<string>();
  for (const id of new Set(model.arguments.flatMap(({ data }) => data.answers ?? []))) {
    if (id === undefined) continue;
    for (const meant of known.has(id) ? [id] : nearest(id, ids, ids.length)) answered.add(meant);
  }
  return model.counterArguments.filter(({ data }) => data.id !== undefined && !answered.has(data.id));
}
