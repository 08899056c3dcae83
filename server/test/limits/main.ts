/** `npm run limits`: files, folders and texts at their limits; each must end well and within its bound of memory. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { answers, papers } from './answers.js';
import { FILES } from './files.js';
import type { Came, Limit } from './limit.js';
import { papersMeanwhile, viewMeanwhile } from './meanwhile.js';

const LIMITS: readonly Limit[] = [...FILES, answers, papers, papersMeanwhile, viewMeanwhile];

const HELP = `npm run limits -- [OPTIONS]
Tries files, folders and texts at their limits against the built server and command line, each process bound to 8 GB
of address space (on Linux). Takes some minutes and a gigabyte of memory.

  --only NAME  ${LIMITS.map(({ name }) => name).join(', ')}; may be given more than once
  --write      puts the figures of those that held into docs/reliability.md
  --help       this text

Ends with 1 where something failed.`;

const DOCUMENT = 'docs/reliability.md';
const [BEGIN, END] = ['<!-- limits: npm run limits -- --write -->', '<!-- /limits -->'];

async function main(): Promise<number> {
  const options = optionsFrom(process.argv.slice(2));
  if (typeof options === 'string') {
    console.log(options);
    return options === HELP ? 0 : 2;
  }
  const chosen = LIMITS.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const rows = new Map<string, string>();
  let failures = 0;
  for (const limit of chosen) {
    console.log(`\n${limit.name}: ${limit.what}`);
    try {
      const row = rowOf(limit, await inFolder(limit));
      console.log(row);
      rows.set(limit.name, row);
    } catch (error) {
      failures++;
      console.error(error);
    }
  }
  if (options.write) write(rows);
  console.log(failures === 0 ? '\nAll held.' : `\n${failures} failed.`);
  return failures === 0 ? 0 : 1;
}

async function inFolder(limit: Limit): Promise<Came> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vangnet-limits-'));
  try {
    const came = await limit.run(folder);
    const { peak } = came.used;
    if (peak > limit.mostMemory) throw new Error(`${Math.round(peak)} MB is more than ${limit.mostMemory}`);
    return came;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each limit's line is replaced; those that were not tried now stay as they were measured. */
function write(rows: ReadonlyMap<string, string>): void {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`${DOCUMENT} has no place for the figures`);
  const before = text.slice(from, to).split('\n');
  const lines = LIMITS.flatMap(({ name, what }) => {
    const line = rows.get(name) ?? before.find((one) => one.startsWith(`| ${what} |`));
    return line === undefined ? [] : [line];
  });
  const table = [
    BEGIN,
    '| tried | what came of it | processor time | memory at its peak, and its bound | measured |',
    '|---|---|---|---|---|',
    ...lines,
  ];
  writeFileSync(DOCUMENT, `${text.slice(0, from)}${table.join('\n')}\n${text.slice(to)}`);
}

function rowOf({ what, mostMemory }: Limit, { told, used: { cpu, peak } }: Came): string {
  const when = `${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(0)} on ${cpus().length} cores`;
  return `| ${what} | ${told} | ${cpu.toFixed(1)} s | ${Math.round(peak)} of ${mostMemory} MB | ${when} |`;
}

function optionsFrom(args: string[]): { only: string[]; write: boolean } | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return HELP;
    const unknown = values.only.find((name) => !LIMITS.some((limit) => limit.name === name));
    if (unknown !== undefined) return `There is no '${unknown}'.\n\n${HELP}`;
    return { only: values.only, write: values.write };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${HELP}`;
  }
}

process.exitCode = await main();
