/** Papers as JSON, for other programs: the case as told data, other papers as their blocks. */

import { joined, type Steps } from '../../core/steps.js';
import type { ReadableCase } from '../readable/types.js';
import type { Paper } from './paper.js';

export function jsonOf(paper: Paper, told: ReadableCase): Steps<string> {
  const data = paper.what === 'case' ? { version: 1, what: 'case', case: told } : { version: 1, ...paper };
  return joined(lineOf(data));
}

function* lineOf(data: object): Generator<string> {
  yield* pieces(data);
  yield '\n';
}

/** What lies below a case's persons, events and so on, or below a paper's blocks, is written at one go: lists by item. */
const DEEPEST = 2;

/** As JSON.stringify writes it with a blank for each level. */
function* pieces(value: object, depth = 0): Generator<string> {
  const isList = Symbol.iterator in value;
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const line = `\n${' '.repeat(depth + 1)}`;
  let before = open + line;
  for (const [key, item] of isList ? unnamed(value as Iterable<unknown>) : Object.entries(value)) {
    if (item === undefined) continue;
    const start = isList ? before : `${before}${JSON.stringify(key)}: `;
    before = `,${line}`;
    if (isLarge(item, depth + 1)) {
      yield start;
      yield* pieces(item, depth + 1);
    } else {
      // `replaceAll` would make as many strings of each item as it has lines.
      yield start + JSON.stringify(item, null, 1).split('\n').join(line);
    }
  }
  yield before.startsWith(open) ? open + close : line.slice(0, -1) + close;
}

function isLarge(value: unknown, depth: number): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return depth <= DEEPEST || Symbol.iterator in value;
}

function* unnamed(items: Iterable<unknown>): Generator<[string, unknown]> {
  for (const item of items) yield ['', item];
}
