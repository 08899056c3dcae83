// @ts-check
/** The benchmarks: `npm run bench -- --help`. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine, markdown, record } from './bench/report.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const DOCUMENT = path.join(ROOT, 'docs/benchmarks.md');

/** @type {Record<string, () => Promise<{ measure: (options: { root: string, quick: boolean, lines: number[] | undefined, say: (line: string) => void }) => Promise<import('./bench/report.mjs').Part> }>>} */
const PARTS = {
  lsp: () => import('./bench/lsp.mjs'),
  limit: () => import('./bench/limit.mjs'),
  start: () => import('./bench/start.mjs'),
  check: () => import('./bench/check.mjs'),
};

const HELP = `npm run bench [-- PARTS] [OPTIONS]

Measures how fast Vangnet is, and what it is compared with in turns with it.

Parts (all of them without a name, half an hour):
  lsp      the language server beside yaml-language-server 2.0.0 (15 minutes; 4 with --quick)
  limit    the analysis beside a bare parse of the same text, and how cost grows with size
  start    a cold command line, the extension's activation (in a real editor), the size of the package
  check    the command line over many files

Options:
  --quick        fewer rounds: for a first look, not for the record
  --lines N,N    lsp: only generated files of these lengths
  --json FILE    every figure
  --md           write the tables into docs/benchmarks.md; not with --lines
  --help         this text

Build first: npm run build. Leave the machine alone meanwhile. The tables go to the standard output, progress to the error
output. yaml-language-server and the Node that it needs are installed on first use, into ~/.cache/vangnet (needs npm's
registry). Ends with 1 where a measurement failed, with 2 where it was called in a way that it doesn't know; a goal that is
missed is no failure. Ctrl-C ends it and every server.`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      lines: { type: 'string' },
      md: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const unknown = positionals.find((name) => !(name in PARTS));
  if (unknown !== undefined) throw new UsageError(`There is no part '${unknown}'.`);
  if (!existsSync(path.join(ROOT, 'server/dist/server.cjs')))
    throw new UsageError('Nothing is built yet: npm run build.');
  const lines = values.lines?.split(',').map(Number);
  if (lines?.some((count) => !Number.isInteger(count) || count < 1))
    throw new UsageError(`--lines takes numbers of lines: '${values.lines}'.`);
  if (lines && values.md) throw new UsageError('--md writes whole tables: leave --lines out.');
  const say = (/** @type {string} */ line) => console.error(`  ${line}`);
  const results = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
    console.error(`${name}:`);
    const { measure } = await /** @type {NonNullable<typeof PARTS[string]>} */ (PARTS[name])();
    const part = await measure({
      root: ROOT,
      quick: values.quick,
      lines,
      say,
    });
    const where = machine(new Date().toISOString().slice(0, 10));
    const text = markdown(part, where);
    console.log(`${text}\n`);
    if (values.md) await record(DOCUMENT, part, text);
    results.push({ name, machine: where, goals: part.goals, data: part.data });
  }
  if (values.json !== undefined) {
    await mkdir(path.dirname(path.resolve(values.json)), { recursive: true });
    await writeFile(values.json, `${JSON.stringify(results, null, 1)}\n`);
  }
}

class UsageError extends Error {}

try {
  await main();
} catch (error) {
  const isUsage =
    error instanceof UsageError || String(/** @type {any} */ (error)?.code).startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? `${/** @type {Error} */ (error).message}\n\n${HELP}` : error);
  process.exitCode = isUsage ? 2 : 1;
}
