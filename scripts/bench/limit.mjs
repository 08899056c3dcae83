// @ts-check
/** The analysis beside the least that could be done: a bare parse of the same text by the build of `yaml` that we bundle. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { yamlForAll } from '../build-server.mjs';
import { caseOfLines, countLines, weakCaseOfLines } from './grown.mjs';
import { both, figure, growth, quantile, summary } from './stats.mjs';

const SIZES = [200, 1_000, 2_500, 5_000, 10_000, 20_000, 40_000];
/** The last holds 10,000 findings. */
const WEAK_SIZES = [2_500, 5_000, 10_000, 20_000, 40_000, 96_000];
/** Slopes in the log-log plane; 1 is linear. What is above that is caches and garbage collection. */
const LINEAR = 1.15;

/**
 * @param {{ root: string, quick: boolean, say: (line: string) => void }} options
 * @returns {Promise<import('./report.mjs').Part>}
 */
export async function measure({ root, quick, say }) {
  const code = await load(root);
  /** @type {Row[]} */
  const grown = [];
  for (const lines of SIZES) {
    say(`${lines} lines`);
    grown.push(measureText(code, await caseOfLines(root, lines), quick));
  }
  /** @type {Row[]} */
  const weak = [];
  for (const lines of quick ? WEAK_SIZES.slice(0, -1) : WEAK_SIZES) {
    say(`${lines} lines of a weak case`);
    weak.push(measureText(code, await weakCaseOfLines(root, lines), quick));
  }
  return report(grown, weak);
}

/** The product's own code and the `yaml` in it. @param {string} root @returns {Promise<Code>} */
async function load(root) {
  const outfile = path.join(root, 'out/bench/limit.mjs');
  await build({
    stdin: {
      contents: `export { analyse, analyseSteps, DEFAULT_SETTINGS } from './server/src/pipeline/analysis.ts';
export { parseDocument } from 'yaml';`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: yamlForAll,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}

/**
 * @typedef {any} Code
 * @typedef {{ lines: number, length: number, findings: number, parse: number[], whole: number[], edit: number[], step: number }} Row
 */

/** @param {Code} code @param {string} text @param {boolean} quick @returns {Row} */
function measureText(code, text, quick) {
  const { analyse, parseDocument, DEFAULT_SETTINGS } = code;
  const inputs = { settings: DEFAULT_SETTINGS, today: Math.floor(Date.now() / 86_400_000) };
  const budget = (quick ? 1 : 3) * 1000;
  /** @type {Row} */
  const row = {
    lines: countLines(text),
    length: text.length,
    findings: 0,
    parse: [],
    whole: [],
    edit: [],
    step: 0,
  };
  let latest = analyse(text, inputs);
  row.findings = latest.findings.length;
  const spots = titles(text);
  let now = text;
  const begun = performance.now();
  for (let round = -3; round < 3 || (performance.now() - begun < budget && round < 200); round++) {
    const parse = timed(() => parseDocument(text));
    const whole = timed(() => analyse(text, inputs).findings);
    // Each keystroke follows the one before, as in an editor.
    const at = spots[(round + 3) % spots.length] ?? 0;
    now = `${text.slice(0, at)}${'e'.repeat((round % 5) + 4)}${text.slice(at)}`;
    const edit = timed(() => {
      latest = analyse(now, inputs, latest);
      return latest.findings;
    });
    if (round < 0) continue;
    row.parse.push(parse);
    row.whole.push(whole);
    row.edit.push(edit);
  }
  row.step = longestStep(code, text, inputs);
  return row;
}

/** Ends of titles, all over the text: of the case itself, on which nearly every rule rests, and of list items. @param {string} text */
function titles(text) {
  const ends = [...text.matchAll(/^ {2,4}title: .*?(?="?$)/gm)].map((match) => match.index + match[0].length);
  return Array.from({ length: 20 }, (_, n) => ends[Math.floor((ends.length * n) / 20)] ?? 0);
}

/** @param {() => unknown} work */
function timed(work) {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** The longest stretch of a first analysis in which nobody else gets a turn: its least of some runs. @param {Code} code @param {string} text @param {object} inputs */
function longestStep({ analyseSteps }, text, inputs) {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const steps = analyseSteps(text, inputs);
    let longest = 0;
    for (let isDone = false; !isDone; )
      longest = Math.max(
        longest,
        timed(() => (isDone = steps.next().done ?? false)),
      );
    least = Math.min(least, longest);
  }
  return least;
}

/** @param {number[]} values */
const median = (values) => quantile(values, 0.5);

/** @param {Row[]} grown @param {Row[]} weak @returns {import('./report.mjs').Part} */
function report(grown, weak) {
  const wholes = grown.map(({ lines, whole, parse }) => ({ lines, ratio: median(whole) / median(parse) }));
  const tenThousand = grown.find(({ lines }) => lines >= 10_000);
  const edit = tenThousand ? median(tenThousand.edit) / median(tenThousand.parse) : Number.NaN;
  const slope = (
    /** @type {Row[]} */ rows,
    /** @type {'lines' | 'findings'} */ by,
    /** @type {'whole' | 'edit'} */ what,
  ) => growth(rows.map((row) => ({ size: row[by], cost: median(row[what]) })));
  const slopes = [
    { what: 'first analysis by size of the file', value: slope(grown.slice(1), 'lines', 'whole') },
    { what: 'first analysis by findings', value: slope(weak, 'findings', 'whole') },
    { what: 'one keystroke by size of the file', value: slope(grown.slice(1), 'lines', 'edit') },
  ];
  return {
    name: 'limit',
    title: 'Beside a bare parse of the same text',
    how: [
      'Milliseconds, median / 95th percentile. `parseDocument` of yaml 2.9.1 (the build that we bundle), the whole analysis from scratch (all rules, findings in order), and the analysis after one keystroke somewhere in the file, in turns in one process after three rounds of warming up. The longest step is the longest time in which a first analysis lets nobody else have a turn.',
    ],
    goals: [
      ...wholes.map(({ lines, ratio }) => ({
        goal: `whole analysis, ${lines.toLocaleString('en')} lines`,
        wanted: '≤ 1.3× the parse',
        figure: `${figure(ratio)}×`,
        met: ratio <= 1.3,
      })),
      {
        goal: 'after one keystroke, 10,000 lines',
        wanted: '≤ 0.25× the parse',
        figure: `${figure(edit)}×`,
        met: edit <= 0.25,
      },
      ...slopes.map(({ what, value }) => ({
        goal: `growth of the ${what} (1 is linear, 2 quadratic)`,
        wanted: `≤ ${LINEAR}`,
        figure: figure(value),
        met: value <= LINEAR,
      })),
    ],
    tables: [tableOf('Realistic cases', grown), tableOf('Weak cases: a finding in every ten lines', weak)],
    data: { grown, weak },
  };
}

/** @param {string} title @param {Row[]} rows @returns {import('./report.mjs').Table} */
function tableOf(title, rows) {
  return {
    title,
    columns: [
      'lines',
      'findings',
      'bare parse',
      'whole analysis',
      'ratio',
      'one keystroke',
      'ratio',
      'longest step',
    ],
    rows: rows.map(({ lines, findings, parse, whole, edit, step }) => [
      lines.toLocaleString('en'),
      findings.toLocaleString('en'),
      both(summary(parse)),
      both(summary(whole)),
      `${figure(median(whole) / median(parse))}×`,
      both(summary(edit)),
      `${figure(median(edit) / median(parse))}×`,
      figure(step),
    ]),
  };
}
