/** Which circumstances are not argued yet, and what answers each counter-argument. */

import { maySectionBeThere } from '../../core/case/access.js';
import type { CaseModel, Part } from '../../core/model.js';
import { unanswered } from '../../rules/counterarguments/answers.js';
import { unargued } from '../../rules/hardship/support.js';
import { indexOf } from '../links.js';
import { excerpt } from './excerpt.js';
import type { Note } from './lenses.js';

/** In a closed case nothing is argued any more; answers that are there are shown all the same. */
export function* argumentLenses(model: CaseModel): Generator<Note> {
  const isClosed = model.case?.data.status === 'closed';
  const isOpen = !isClosed && !maySectionBeThere(model.root, 'arguments');
  if (isOpen) yield* unarguedLenses(model);
  const open = isOpen ? new Set<Part>(unanswered(model)) : new Set<Part>();
  const { references } = indexOf(model);
  for (const counterArgument of model.counterArguments) {
    const { id } = counterArgument.data;
    const over = counterArgument.place;
    if (id === undefined) continue;
    const answers = (references.get(id) ?? []).filter(({ key }) => key === 'answers').map(({ part }) => part);
    if (answers.length > 0) yield { over, title: answeredBy([...new Set(answers)]) };
    else if (open.has(counterArgument))
      yield { over, title: { key: 'lenses.unanswered' }, rule: 'counter-argument-unanswered', item: id };
  }
}

function* unarguedLenses(model: CaseModel): Generator<Note> {
  for (const { place, data } of unargued(model))
    yield {
      over: place,
      title: { key: 'lenses.unargued' },
      rule: 'circumstance-unargued',
      ...(data.id === undefined ? {} : { item: data.id }),
    };
}

function answeredBy(parts: readonly Part[]) {
  const [first, ...others] = parts.map(({ data }) => data as { title?: string; id?: string });
  return {
    key: 'lenses.answered',
    args: { title: excerpt(first?.title ?? first?.id ?? '…'), more: others.length },
  };
}
