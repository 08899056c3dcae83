/** `npm run fuzz`: rounds of every kind, each with a seed of its own, until the time is over. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { keep } from './corpus.js';
import { Bench } from './kind.js';
import { KINDS, round } from './round.js';

const HELP = `npm run fuzz -- [OPTIONS]
Tries random texts, edits, messages and fixes against the built server. What fails is made as small as can be and kept
in server/test/corpus/, where npm test tries it again.

  --minutes N   for how long (5)
  --seed S      with which to begin (the present second)
  --only KIND   ${KINDS.map(({ name }) => name).join(', ')}; may be given more than once
  --help        this text

Ends with 1 where something failed. The figures are in out/fuzz.json too.`;

/** No answer takes longer at a megabyte, in milliseconds. Held here alone: tests measure no time. */
const LONGEST_ANSWER = 2000;
const RUNS_A_ROUND = 40;

async function main(): Promise<number> {
  const options = optionsFrom(process.argv.slice(2));
  if (typeof options === 'string') {
    console.log(options);
    return options === HELP ? 0 : 2;
  }
  const until = Date.now() + options.minutes * 60_000;
  const kinds = KINDS.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const benches = new Map(kinds.map(({ name }) => [name, new Bench()]));
  let failures = 0;
  for (let seed = options.seed; Date.now() < until; seed++)
    for (const kind of kinds) {
      if (Date.now() >= until) break;
      const failure = await round(kind, benches.get(kind.name) as Bench, RUNS_A_ROUND, seed, until);
      if (!failure) continue;
      failures++;
      const file = keep({ kind: kind.name, failure: failure.message, input: failure.input });
      console.error(`\n${kind.name}, seed ${seed}: ${failure.message.slice(0, 2000)}\nKept in ${file}.`);
    }
  const figures = Object.fromEntries([...benches].map(([name, bench]) => [name, bench.figures]));
  for (const bench of benches.values()) await bench.stop();
  for (const [name, { slowest, slowestMethod }] of Object.entries(figures))
    if (slowest > LONGEST_ANSWER) {
      failures++;
      console.error(`${name}: ${slowestMethod} took ${Math.round(slowest)} ms.`);
    }
  mkdirSync('out', { recursive: true });
  writeFileSync('out/fuzz.json', JSON.stringify({ ...options, failures, figures }, undefined, 2));
  console.table(figures);
  console.log(failures === 0 ? 'Nothing found.' : `${failures} found.`);
  return failures === 0 ? 0 : 1;
}

function optionsFrom(args: string[]): { minutes: number; seed: number; only: string[] } | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        minutes: { type: 'string', default: '5' },
        seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
        only: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    });
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
    if (values.help) return HELP;
    if (!(minutes > 0) || !Number.isInteger(seed)) return `--minutes and --seed are numbers.\n\n${HELP}`;
    const unknown = values.only.find((name) => !KINDS.some((kind) => kind.name === name));
    return unknown === undefined
      ? { minutes, seed, only: values.only }
      : `There is no kind '${unknown}'.\n\n${HELP}`;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${HELP}`;
  }
}

process.exitCode = await main();
