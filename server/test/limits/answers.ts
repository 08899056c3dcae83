/** The slowest answer of the server over a megabyte: every request, each the first one after an edit. */

import { readFileSync } from 'node:fs';
import { LineIndex } from '../../src/core/text.js';
import { begin, exportsOf, requestsAt, walk } from '../fuzz/walk.js';
import type { Wire } from '../fuzz/wire.js';
import { type Limit, measuredServer, type Used } from './limit.js';
import { megabytes } from './texts.js';

/** No answer takes longer at a megabyte, in milliseconds. */
const LONGEST_ANSWER = 2000;

export interface Slowest {
  readonly text: string;
  readonly method: string;
  readonly milliseconds: number;
  /** Of the server's processor time; undefined where the system doesn't tell. */
  readonly cpu: number | undefined;
}

export const answers: Limit = {
  name: 'answers',
  what: `every request over a megabyte, each right after an edit: the slowest answer (at most ${LONGEST_ANSWER} ms)`,
  mostMemory: 1500,
  async run(folder) {
    const all: Slowest[] = [];
    const uses: Used[] = [];
    for (const [name, text] of await megabytes()) {
      const { wire, end } = measuredServer(folder);
      try {
        for await (const one of askAll(wire, name, text)) all.push(one);
        uses.push(await end());
      } finally {
        await wire.stop();
      }
    }
    const slow = all.sort((a, b) => cost(b) - cost(a));
    console.table(slow.slice(0, 15));
    const [slowest] = slow as [Slowest];
    const tooSlow = slow.filter((one) => cost(one) > LONGEST_ANSWER);
    if (tooSlow.length > 0)
      throw new Error(`${tooSlow.length} answers took longer than ${LONGEST_ANSWER} ms`);
    const took = `${Math.round(cost(slowest))} ms${slowest.cpu === undefined ? '' : ' of processor time'}`;
    return {
      told: `${all.length} requests over ${uses.length} texts; the slowest: \`${slowest.method}\` over ${slowest.text}, ${took} (${Math.round(slowest.milliseconds)} ms by the clock)`,
      used: {
        cpu: uses.reduce((sum, { cpu }) => sum + cpu, 0),
        peak: Math.max(...uses.map(({ peak }) => peak)),
      },
    };
  },
};

/** By the processor where that can be known: others may use the machine too. */
function cost(one: Slowest): number {
  return one.cpu ?? one.milliseconds;
}

async function* askAll(wire: Wire, name: string, text: string): AsyncGenerator<Slowest> {
  await begin(wire);
  const uri = 'file:///limits/megabyte.case.yaml';
  const lines = new LineIndex(text);
  const spots = titles(text);
  const pid = wire.process.pid as number;
  let version = 1;
  wire.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'vangnet-case', version, text },
  });
  const place = lines.positionAt(spots[spots.length >> 1] ?? text.length >> 1);
  const askings = [...requestsAt(uri, place, lines.positionAt(text.length)), ...exportsOf(uri)];
  for (const [index, asking] of askings.entries()) {
    const at = lines.positionAt(spots[(index * 7919) % Math.max(1, spots.length)] ?? text.length - 1);
    // A letter comes and goes again, so that the lines stay where they are.
    for (const change of [
      { range: { start: at, end: at }, text: 'e' },
      { range: { start: at, end: { line: at.line, character: at.character + 1 } }, text: '' },
    ])
      wire.notify('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [change],
      });
    const method = `${asking[0]}${whatOf(asking[1])}`;
    const [before, begun] = [processorTime(pid), performance.now()];
    await walk(wire, [asking]).catch((error: unknown) => {
      throw new Error(`${method} over ${name}`, { cause: error });
    });
    const [after, milliseconds] = [processorTime(pid), performance.now() - begun];
    const cpu = before === undefined || after === undefined ? undefined : after - before;
    yield { text: name, method, milliseconds, cpu };
  }
}

function whatOf(params: Record<string, unknown>): string {
  const { what, to, range, context } = params as {
    what?: string;
    to?: string;
    range?: { start: { line: number } };
    context?: { only?: string[] };
  };
  const isWhole = range?.start.line === 0;
  const more =
    what === undefined ? (context?.only?.join() ?? (isWhole ? 'whole file' : undefined)) : `${what} to ${to}`;
  return more === undefined ? '' : ` (${more})`;
}

/** Where titles end, or anything else that can be typed on. */
function titles(text: string): number[] {
  return [...text.matchAll(/title: [^\n,}]*/g)].map((match) => match.index + match[0].length);
}

/** Milliseconds of all of its threads. */
function processorTime(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // In hundredths of a second: user and system.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
