/** Which circumstances no argument speaks for. */

import type { CaseModel, Circumstance } from '../../core/model.js';
import { Remembered } from '../../core/remembered.js';
import { listed, meantBy } from './certain.js';

type Model = Pick<CaseModel, 'arguments' | 'circumstances' | 'timeline'>;

/** Those that certainly no argument supports; none at all where an argument doesn't let itself be read. */
export function unargued(model: Model): ReadonlySet<Circumstance> {
  const { arguments: all, circumstances, timeline } = model;
  return known.of([all, circumstances, timeline], () => findUnargued(model));
}

const known = new Remembered<ReadonlySet<Circumstance>>();

function findUnargued(model: Model): ReadonlySet<Circumstance> {
  const supports = model.arguments.map((argument) => listed(argument, 'supports'));
  if (!supports.every((list) => list !== undefined)) return new Set();
  const supported = new Set(supports.flat());
  const ids = model.circumstances.flatMap(({ data }) => (data.id === undefined ? [] : [data.id]));
  const there = new Set([...ids, ...model.timeline.map(({ data }) => data.id)]);
  const meant = meantBy([...supported], ids, there);
  return new Set(
    model.circumstances.filter(
      ({ data: { id } }) => id !== undefined && !supported.has(id) && !meant.has(id),
    ),
  );
}
