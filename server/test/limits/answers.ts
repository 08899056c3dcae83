/** The slowest answer of the server over a megabyte: every request, each the first one after an edit. */

import { readFileSync } from 'node:fs';
import { LineIndex } from '../../src/core/text.js';
import { begin, exportsOf, requestsAt, walk } from '../fuzz/walk.js';
import { type Limit, measuredServer } from './limit.js';
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
    const { wire, end } = measuredServer(folder);
    await begin(wire);
    const all: Slowest[] = [];
    let asked = 0;
    for (const [name, text] of await megabytes()) {
      const uri = `file:///limits/${asked}.case.yaml`;
      const lines = new LineIndex(text);
      const spots = titles(text);
      let version = 1;
      const pid = wire.process.pid as number;
      wire.notify('textDocument/didOpen', {
        textDocument: { uri, languageId: 'vangnet-case', version, text },
      });
      const place = lines.positionAt(spots[spots.length >> 1] ?? text.length >> 1);
      const askings = requestsAt(uri, place, lines.positionAt(text.length));
      for (const [index, asking] of [...askings, ...exportsOf(uri)].entries()) {
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
        const [before, begun] = [processorTime(pid), performance.now()];
        await walk(wire, [asking]);
        const [after, milliseconds] = [processorTime(pid), performance.now() - begun];
        const cpu = before === undefined || after === undefined ? undefined : after - before;
        all.push({ text: name, method: `${asking[0]}${whatOf(asking[1])}`, milliseconds, cpu });
        asked++;
      }
      wire.notify('textDocument/didClose', { textDocument: { uri } });
    }
    const used = await end();
    const cost = (one: Slowest) => one.cpu ?? one.milliseconds;
    const slow = all.sort((a, b) => cost(b) - cost(a));
    console.table(slow.slice(0, 15));
    const [slowest] = slow as [Slowest];
    if (cost(slowest) > LONGEST_ANSWER)
      throw new Error(`${slowest.method} took ${cost(slowest)} ms (${slowest.text})`);
    const took = `${Math.round(cost(slowest))} ms${slowest.cpu === undefined ? '' : ' of processor time'}`;
    return {
      told: `${asked} requests; the slowest: \`${slowest.method}\` over ${slowest.text}, ${took} (${Math.round(slowest.milliseconds)} ms by the clock)`,
      used,
    };
  },
};

function whatOf(params: Record<string, unknown>): string {
  const { what, to, context } = params as { what?: string; to?: string; context?: { only?: string[] } };
  const more = what === undefined ? context?.only?.join() : `${what} to ${to}`;
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
