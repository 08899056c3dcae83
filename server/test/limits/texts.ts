/** Texts at the limits of what a case file may be. */

import { caseOfLines, weakCaseOfLines } from '../../../scripts/bench/grown.mjs';
import { dutchCase } from '../../src/testing/marked.js';

const MEGABYTE = 1_000_000;

/** So many items with five unknown fields each, a line an item: 6 MB at 150,000. */
export function manyFindings(items: number): string {
  const item = '  - {a: 1, b: 2, c: 3, d: 4, e: 5}\n';
  return `${dutchCase('letters:\n')}${item.repeat(items)}`;
}

/** Texts of a megabyte, by what is in them. */
export async function megabytes(): Promise<ReadonlyMap<string, string>> {
  const root = process.cwd();
  return new Map([
    ['a case', cut(await caseOfLines(root, 40_000))],
    ['a weak case', cut(await weakCaseOfLines(root, 40_000))],
    ['100,000 findings', manyFindings(20_000).slice(0, MEGABYTE)],
    [
      'one text',
      dutchCase(`claim:\n  id: v\n  kind: deferral\n  request: "${'Een zin. '.repeat(110_000)}"\n`),
    ],
    ['one line', dutchCase(`timeline: [${events(25_000, '', ', ')}]\n`)],
    ['events', `${dutchCase('timeline:\n')}${events(25_000, '  - ', '\n')}\n`],
    ['people and letters', peopleAndLetters(3_900)],
  ]);
}

function events(count: number, before: string, between: string): string {
  return Array.from({ length: count }, (_, n) => `${before}{id: e${n}, date: 2013, title: T}`).join(between);
}

/** So many people, each with something that happened to them, a circumstance and a letter about it that is planned. */
function peopleAndLetters(count: number): string {
  const list = (item: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => `  - {${item(n)}}\n`).join('');
  // The list of persons goes on.
  const more = list((n) => `id: p${n}, name: Naam ${n}, role: co-applicant`);
  const timeline = list((n) => `id: e${n}, date: 2013, title: T, persons: [p${n}]`);
  const circumstances = list((n) => `id: c${n}, kind: rooted, title: T, persons: [p${n}]`);
  const letters = list((n) => `id: b${n}, from: {role: school}, status: planned, supports: [c${n}]`);
  return dutchCase(`${more}timeline:\n${timeline}circumstances:\n${circumstances}letters:\n${letters}`);
}

/** Whole lines, a megabyte at most. */
function cut(text: string): string {
  return text.slice(0, text.lastIndexOf('\n', MEGABYTE) + 1);
}
