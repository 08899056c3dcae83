// @ts-check
/** Cold starts: the command line beside bare Node, the extension in a real editor, and how much is installed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { runSuite } from '../editor/run.mjs';
import { buildSuite } from '../editor/suite-build.mjs';
import { MOST_BYTES, pack } from '../package.mjs';
import { installPeer, versionOf } from './servers.mjs';
import { both, figure, quantile, summary } from './stats.mjs';

const FILES = ['samples/minimal.case.yaml', 'samples/afia.case.yaml'];

/**
 * @param {{ root: string, quick: boolean, say: (line: string) => void }} options
 * @returns {Promise<import('./report.mjs').Part>}
 */
export async function measure({ root, quick, say }) {
  const peer = await installPeer(say);
  const nodes = [process.execPath, peer.node];
  say('cold command line');
  const rows = nodes.flatMap((node) => coldRows(root, node, quick ? 8 : 25));
  say('activation in the editor');
  const activation = await activations(root, quick ? 1 : 5);
  say('packaging');
  const { bytes } = await pack(path.join(root, 'out/bench'));
  return report(rows, activation, bytes);
}

/** @typedef {{ what: string, node: string, times: number[], bare: number[] }} Row */

/** In turns with bare Node. @param {string} root @param {string} node @param {number} rounds @returns {Row[]} */
function coldRows(root, node, rounds) {
  const version = versionOf(node);
  const bin = path.join(root, 'server/bin/vangnet.js');
  /** @type {number[]} */
  const bare = [];
  const rows = FILES.map((file) => ({
    what: `vangnet check ${file}`,
    node: version,
    times: /** @type {number[]} */ ([]),
    bare,
  }));
  // Before that six runs fill the code cache.
  for (let round = -3; round < rounds; round++) {
    const empty = timed(root, node, ['-e', '0']);
    const took = FILES.map((file) => timed(root, node, [bin, 'check', file]));
    if (round < 0) continue;
    bare.push(empty);
    for (const [index, row] of rows.entries()) row.times.push(took[index] ?? Number.NaN);
  }
  return rows;
}

/** @param {string} root @param {string} command @param {string[]} args */
function timed(root, command, args) {
  const begun = performance.now();
  const { error, status, signal } = spawnSync(command, args, { cwd: root, stdio: 'ignore' });
  const took = performance.now() - begun;
  if (error) throw error;
  // 1 says that something was found.
  if (status === null || status > 1)
    throw new Error(`${[command, ...args].join(' ')} ended with ${signal ?? `exit code ${status}`}.`);
  return took;
}

/** What VS Code shows in its list of running extensions, each time in a new editor. @param {string} root @param {number} runs */
async function activations(root, runs) {
  const tests = await buildSuite({
    entryPoints: ['client/test/bench/activation.ts'],
    outfile: 'client/out/bench/index.js',
  });
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < runs; run++) {
    /** @type {string[]} */
    const lines = [];
    const result = await runSuite({
      flavour: 'desktop-host',
      tests,
      output: path.join(root, 'out/bench/editor'),
      // The list holds only the rows that are in sight, slowest first.
      viewport: { width: 1280, height: 4000 },
      say: (line) => lines.push(line),
    });
    const shown = /activation: .*?(\d+)\s*ms/.exec(lines.join('\n'))?.[1];
    if (shown === undefined)
      throw new Error(
        `The editor did not tell how long the activation took:\n${[...result.problems, ...lines].join('\n')}`,
      );
    times.push(Number(shown));
  }
  return times;
}

/** @param {Row[]} rows @param {number[]} activation @param {number} bytes @returns {import('./report.mjs').Part} */
function report(rows, activation, bytes) {
  const ratio = (/** @type {Row} */ { times, bare }) => quantile(times, 0.5) / quantile(bare, 0.5);
  const active = quantile(activation, 0.5);
  return {
    name: 'start',
    title: 'Cold starts and sizes',
    how: [
      'Milliseconds, median / 95th percentile, wall clock. The command line runs in turns with `node -e 0`, with the files in the system’s cache; what V8 compiled in the first runs is there (`disk/code-cache.ts`), as it is for a user from the sixth run on. The activation is what VS Code shows in its list of running extensions (loading our code and activating it; the server’s process starts behind that), each time in a new editor.',
    ],
    goals: [
      ...rows.map((row) => ({
        goal: `cold \`${row.what}\`, Node ${row.node}`,
        wanted: '≤ 3× `node -e 0`',
        figure: `${figure(ratio(row))}×`,
        met: ratio(row) <= 3,
      })),
      {
        goal: 'activation of the extension',
        wanted: '≤ 50 ms',
        figure: `${figure(active)} ms`,
        met: active <= 50,
      },
      {
        goal: 'packaged extension',
        wanted: `≤ ${MOST_BYTES / 1e6} MB`,
        figure: `${figure(bytes / 1e6)} MB`,
        met: bytes <= MOST_BYTES,
      },
    ],
    tables: [
      {
        title: 'Command line',
        columns: ['', 'Node', 'node -e 0', 'vangnet', 'ratio'],
        rows: rows.map((row) => [
          `\`${row.what}\``,
          row.node,
          both(summary(row.bare)),
          both(summary(row.times)),
          `${figure(ratio(row))}×`,
        ]),
      },
    ],
    data: { rows, activation, bytes },
  };
}
