import type { Args } from '../../core/findings.js';
import type { Person } from '../../core/model.js';
import type { Say } from '../../core/rule.js';

/** The names of children for a message, and how many; where none is written down, the rule's word for a child. */
export function namesOf(children: readonly Person[], say: Say): Args {
  const names = children.flatMap(({ data }) => (data.name ? [data.name] : []));
  if (names.length === 0) return { names: say('a-child'), count: 1 };
  return { names: { list: names }, count: names.length };
}
