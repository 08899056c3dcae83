/** Is everything else answered while something large is made? */

import assert from 'node:assert/strict';
import { begin, exportsOf } from '../fuzz/walk.js';
import { processorTime, type Wire } from '../fuzz/wire.js';
import { whatOf } from './answers.js';
import { type Limit, measuredServer, type Used } from './limit.js';
import { manyFindings, megabytes } from './texts.js';

/** The longest that a hover waits, in milliseconds: for what is sent in one piece above all. */
const LONGEST_WAIT = 500;
/** The same in a file of 6 MB, whose reading view is 30 MB. */
const LONGEST_WAIT_LARGE = 2000;
const LONGEST_VIEW = 10_000;
const MANY_ITEMS = 150_000;
/** Before anything is judged, on a machine that others use. */
const PATIENCE = 300_000;
const URI = 'file:///limits/large.case.yaml';

export const papersMeanwhile: Limit = {
  name: 'papers-meanwhile',
  what: `hovers while every paper of a case of a megabyte is made in every format: at most ${LONGEST_WAIT} ms a hover`,
  mostMemory: 2500,
  async run(folder) {
    const waits: Wait[] = [];
    const uses: Used[] = [];
    for (const [name, text] of await megabytes()) {
      const { wire, end } = measuredServer(folder);
      await opened(wire, text);
      for (const asking of exportsOf(URI)) {
        const { hovers } = await hoversDuring(wire, asking);
        waits.push(...hovers.map((waited) => ({ during: `${whatOf(asking[1])} about ${name}`, waited })));
      }
      uses.push(await end());
    }
    const [slowest] = waits.sort((a, b) => b.waited - a.waited) as [Wait];
    assert.ok(slowest.waited <= LONGEST_WAIT, `${slowest.waited} ms during${slowest.during}`);
    return {
      told: `${waits.length} hovers; the slowest during${slowest.during}, ${Math.round(slowest.waited)} ms`,
      used: {
        cpu: uses.reduce((sum, { cpu }) => sum + cpu, 0),
        peak: Math.max(...uses.map(({ peak }) => peak)),
      },
    };
  },
};

export const viewMeanwhile: Limit = {
  name: 'view-meanwhile',
  what: `the reading view of a file of 6 MB with 150,000 letters, and hovers meanwhile: at most ${LONGEST_VIEW} and ${LONGEST_WAIT_LARGE} ms`,
  mostMemory: 2500,
  async run(folder) {
    const { wire, end } = measuredServer(folder);
    await opened(wire, manyFindings(MANY_ITEMS));
    const params = { textDocument: { uri: URI }, withCase: false };
    const { took, hovers } = await hoversDuring(wire, ['vangnet/readable', params]);
    const slowest = Math.max(...hovers);
    assert.ok(took <= LONGEST_VIEW, `${took} ms`);
    assert.ok(slowest <= LONGEST_WAIT_LARGE, `${slowest} ms for a hover`);
    return {
      told: `${Math.round(took)} ms; ${hovers.length} hovers, the slowest ${Math.round(slowest)} ms`,
      used: await end(),
    };
  },
};

interface Wait {
  readonly during: string;
  readonly waited: number;
}

/** Read and checked, so that what is measured is the making alone. */
async function opened(wire: Wire, text: string): Promise<void> {
  await begin(wire);
  wire.notify('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'vangnet-case', version: 1, text },
  });
  await wire.request('textDocument/diagnostic', { textDocument: { uri: URI } }, PATIENCE);
}

/** How long the asking took, and each of the hovers that were asked for until it was answered. */
async function hoversDuring(
  wire: Wire,
  [method, params]: ReturnType<typeof exportsOf>[number],
): Promise<{ took: number; hovers: number[] }> {
  let isDone = false;
  const making = timed(wire, () =>
    wire.request(method, params, PATIENCE).finally(() => {
      isDone = true;
    }),
  );
  const hovers: number[] = [];
  const here = { textDocument: { uri: URI }, position: { line: 2, character: 4 } };
  while (!isDone) {
    hovers.push(await timed(wire, () => wire.request('textDocument/hover', here, PATIENCE)));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { took: await making, hovers };
}

/** In milliseconds: by the clock or the server's processor time, whichever is less, since others may use the machine. */
async function timed(wire: Wire, ask: () => Promise<unknown>): Promise<number> {
  const [begun, before] = [performance.now(), processorTime(wire.process.pid)];
  await ask();
  const [took, after] = [performance.now() - begun, processorTime(wire.process.pid)];
  return before === undefined || after === undefined ? took : Math.min(took, after - before);
}
