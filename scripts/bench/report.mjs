// @ts-check
/** Results as markdown, for the terminal and for docs/benchmarks.md. */
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';

/**
 * @typedef {{ goal: string, wanted: string, figure: string, met: boolean }} Goal
 * @typedef {{ title: string, columns: string[], rows: string[][] }} Table
 * @typedef {object} Part
 * @property {string} name as on the command line
 * @property {string} title
 * @property {string[]} how paragraphs that tell how it was measured
 * @property {Table[]} tables
 * @property {Goal[]} goals
 * @property {unknown} data every figure, for --json
 */

/** @param {Part} part @param {string} machine */
export function markdown({ title, how, tables, goals }, machine) {
  return [
    `## ${title}`,
    machine,
    ...how,
    ...(goals.length > 0
      ? [
          table(
            ['goal', 'wanted', 'measured', ''],
            goals.map(({ goal, wanted, figure, met }) => [goal, wanted, figure, met ? 'met' : '**missed**']),
          ),
        ]
      : []),
    ...tables.flatMap(({ title: name, columns, rows }) => [`### ${name}`, table(columns, rows)]),
  ].join('\n\n');
}

/** @param {string[]} columns @param {string[][]} rows */
function table(columns, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    line(columns),
    line(columns.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}

/** What the figures hold for. @param {string} date */
export function machine(date) {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${date}: ${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ${os.type()} ${os.arch()}, Node ${process.version}; load at the end ${os
    .loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}.`;
}

/**
 * Puts the part between its marks in the document; what people wrote around them stays.
 * @param {string} file @param {Part} part @param {string} text
 */
export async function record(file, part, text) {
  const before = await readFile(file, 'utf8');
  const [begin, end] = [`<!-- ${part.name}: written by npm run bench -->`, `<!-- /${part.name} -->`];
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${file} has no marks for the part '${part.name}'.`);
  await writeFile(file, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
}
