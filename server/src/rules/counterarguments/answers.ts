/** Which counter-arguments an argument answers, as far as the file can be read. */

import { isClear } from '../../core/case/access.js';
import type { CaseModel } from '../../core/model.js';
import { meantByAny } from '../../core/nearest.js';
import { Remembered } from '../../core/remembered.js';

type Model = Pick<CaseModel, 'arguments' | 'counterArguments'>;
export type CounterArgument = CaseModel['counterArguments'][number];

/**
 * The counter-arguments that certainly no argument answers; undefined where an answer can't be read. A reference to
 * nothing may mean the one whose id it resembles: that is told by a rule of its own.
 */
export function unanswered(model: Model): readonly CounterArgument[] | undefined {
  return known.of([model.arguments, model.counterArguments], () => findUnanswered(model));
}

const known = new Remembered<readonly CounterArgument[] | undefined>();

function findUnanswered(model: Model): readonly CounterArgument[] | undefined {
  if (!model.arguments.every((argument) => isClear(argument, 'answers'))) return undefined;
  const ids = model.counterArguments.flatMap(({ data }) => (data.id === undefined ? [] : [data.id]));
  const there = new Set(ids);
  const answers = new Set(model.arguments.flatMap(({ data }) => data.answers ?? []));
  const lost = [...answers].flatMap((id) => (id === undefined || there.has(id) ? [] : [id]));
  const meant = meantByAny(lost, ids, ids.length);
  return model.counterArguments.filter(
    ({ data: { id } }) => id !== undefined && !answers.has(id) && !meant.has(id),
  );
}
