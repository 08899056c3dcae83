/** The slowest answer of the server about a megabyte: every request and every paper, each the first one after an edit. */

import { LineIndex } from '../../src/core/text.js';
import { begin, exportsOf, requestsAt, walk } from '../fuzz/walk.js';
import { processorTime, type Wire } from '../fuzz/wire.js';
import { type Limit, measuredServer, type Used } from './limit.js';
import { megabytes } from './texts.js';

interface Slowest {
  readonly text: string;
  readonly method: string;
  readonly milliseconds: number;
  /** Of the server's processor time; undefined where the system doesn't tell. */
  readonly cpu: number | undefined;
}

/** No answer takes longer at a megabyte, in milliseconds. */
const LONGEST_ANSWER = 2000;
/** Before anything is judged, on a machine that others use. */
const PATIENCE = 300_000;

export const answers = overMegabytes(
  'answers',
  'every request over a megabyte, each right after an edit',
  LONGEST_ANSWER,
  requestsAt,
);
export const papers = overMegabytes(
  'papers',
  'every paper in every format of a case of a megabyte, each right after an edit',
  LONGEST_ANSWER,
  // The first answer is about a text that has only just been opened.
  (uri) => [['textDocument/diagnostic', { textDocument: { uri } }], ...exportsOf(uri)],
);

function overMegabytes(name: string, what: string, longest: number, askings: typeof requestsAt): Limit {
  return {
    name,
    what: `${what}: at most ${longest} ms an answer`,
    mostMemory: 2500,
    async run(folder) {
      const all: Slowest[] = [];
      const uses: Used[] = [];
      for (const [text, content] of await megabytes()) {
        const { wire, end } = measuredServer(folder);
        try {
          for await (const one of askAll(wire, text, content, askings)) all.push(one);
          uses.push(await end());
        } finally {
          await wire.stop();
        }
      }
      const slow = all.sort((a, b) => cost(b) - cost(a));
      console.table(slow.slice(0, 10));
      const [slowest] = slow as [Slowest];
      if (cost(slowest) > longest) throw new Error(`answers took longer than ${longest} ms`);
      return {
        told: `${all.length} answers about ${uses.length} texts; the slowest: \`${slowest.method}\` about ${slowest.text}, ${Math.round(cost(slowest))} ms`,
        used: {
          cpu: uses.reduce((sum, { cpu }) => sum + cpu, 0),
          peak: Math.max(...uses.map(({ peak }) => peak)),
        },
      };
    },
  };
}

/** On a machine to itself it takes no longer than by the clock, nor than its processor time: others may use this one. */
function cost({ milliseconds, cpu }: Slowest): number {
  return Math.min(milliseconds, cpu ?? milliseconds);
}

async function* askAll(
  wire: Wire,
  name: string,
  text: string,
  askings: typeof requestsAt,
): AsyncGenerator<Slowest> {
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
  for (const [index, asking] of askings(uri, place, lines.positionAt(text.length)).entries()) {
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
    await walk(wire, [asking], PATIENCE).catch((error: unknown) => {
      throw new Error(`${method} over ${name}`, { cause: error });
    });
    const [after, milliseconds] = [processorTime(pid), performance.now() - begun];
    const cpu = before === undefined || after === undefined ? undefined : after - before;
    yield { text: name, method, milliseconds, cpu };
  }
}

/** What a request asks for, behind its name. */
export function whatOf(params: Record<string, unknown>): string {
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
