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

/** Below this lie the fields of what a case tells and the rows of tables: small enough to be written at one go. */
const DEEPEST = 3;

/** As JSON.stringify writes it with a blank for each level. */
function* pieces(value: unknown, depth = 0): Generator<string> {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value, null, 1).replaceAll('\n', `\n${' '.repeat(depth)}`);
    return;
  }
  const isList = Symbol.iterator in value;
  const [open, close] = isList ? '[]' : '{}';
  let before = open;
  for (const [key, item] of isList ? unnamed(value as Iterable<unknown>) : Object.entries(value)) {
    if (item === undefined) continue;
    yield `${before}\n${' '.repeat(depth + 1)}${isList ? '' : `${JSON.stringify(key)}: `}`;
    yield* pieces(item, depth + 1);
    before = ',';
  }
  yield before === open ? `${open}${close}` : `\n${' '.repeat(depth)}${close}`;
}

function* unnamed(items: Iterable<unknown>): Generator<[string, unknown]> {
  for (const item of items) yield ['', item];
}
