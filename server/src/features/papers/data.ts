/** Papers as JSON, for other programs: the case as told data, other papers as their blocks. */

import type { ReadableCase } from '../readable/types.js';
import type { Paper } from './paper.js';

export function jsonOf(paper: Paper, told: ReadableCase): string {
  const data = paper.what === 'case' ? { version: 1, what: 'case', case: told } : { version: 1, ...paper };
  return `${JSON.stringify(data, null, 1)}\n`;
}
