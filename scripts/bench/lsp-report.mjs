// @ts-check
/** What is measured of the language servers, the goals, and the tables. */
import { REAL } from './grown.mjs';
import { both, figure, quantile, summary } from './stats.mjs';

/** @typedef {import('./servers.mjs').ServerKind} ServerKind */
/** @typedef {Map<string, Map<ServerKind, number[]>>} Times by what was measured, then by server */

const LETTER = 'edit → diagnostics, a letter in the middle';

/** What is measured on an open file. */
export const EDITS = /** @type {const} */ ({
  'edit → diagnostics, a letter at the start': 0,
  [LETTER]: 0.5,
  'edit → diagnostics, a letter at the end': 0.98,
});
export const NEWLINE = 'edit → diagnostics, a new line';
export const PASTE = 'edit → diagnostics, a paste of 100 lines';
export const BURST = 'edit → diagnostics, a burst of 50 keystrokes';
export const HOVER = 'edit → hover';
export const COMPLETION = 'edit → completion';
export const SYMBOLS = 'edit → symbols';
export const ACTIONS = 'edit → code actions';
export const OPEN = 'open → first diagnostics';
export const START = 'start → initialised';
export const MEMORY = 'memory after 1,000 edits';

/** Of the file in which the event loop is watched. */
export const LOOP_LINES = 10_000;

/** @type {Record<string, (lines: number) => number | undefined>} */
const WANTED = {
  ...Object.fromEntries(
    [...Object.keys(EDITS), NEWLINE, PASTE, BURST].map((what) => [
      what,
      (/** @type {number} */ lines) =>
        lines <= 300 ? 20 : lines <= 1_500 ? 15 : lines <= 11_000 ? 10 : undefined,
    ]),
  ),
  [HOVER]: () => 5,
  [COMPLETION]: () => 5,
  [SYMBOLS]: () => 5,
  [START]: () => 3,
  [MEMORY]: () => 2,
};

/** Milliseconds. */
const LONGEST_STRETCH = 50;

const ORDER = [
  START,
  OPEN,
  ...Object.keys(EDITS),
  NEWLINE,
  PASTE,
  BURST,
  HOVER,
  COMPLETION,
  SYMBOLS,
  ACTIONS,
  MEMORY,
];

/**
 * @param {ServerKind[]} kinds @param {ServerKind} other @param {ServerKind} main
 * @param {{ file: string, lines: number, times: Times }[]} results @param {{ peer: string, own: string }} versions
 * @param {[string, number][]} stretches
 * @returns {import('./report.mjs').Part}
 */
export function report(kinds, other, main, results, versions, stretches) {
  /** @type {import('./report.mjs').Goal[]} */
  const goals = [];
  const tables = results.map(({ file, lines, times }) => {
    const isReal = REAL.includes(file);
    const rows = ORDER.flatMap((what) => {
      const row = times.get(what);
      if (!row) return [];
      const ratio = quantile(row.get(other) ?? [], 0.5) / quantile(row.get(main) ?? [], 0.5);
      const wanted = isReal ? undefined : WANTED[what]?.(lines);
      if (wanted !== undefined)
        goals.push({
          goal: `${what}, ${file}`,
          wanted: `≥ ${wanted}×`,
          figure: `${figure(ratio)}×`,
          met: ratio >= wanted,
        });
      return [[what, ...kinds.map((kind) => both(summary(row.get(kind) ?? []))), `${figure(ratio)}×`]];
    });
    return {
      title: `${file}${isReal ? ` (${lines} lines)` : ''}`,
      columns: ['', ...kinds.map(({ name }) => name), 'ratio'],
      rows,
    };
  });
  const longest = Math.max(...stretches.map(([, max]) => max));
  goals.push({
    goal: `our event loop held up at most, ${LOOP_LINES.toLocaleString('en')} lines`,
    wanted: `≤ ${LONGEST_STRETCH} ms`,
    figure: `${figure(longest)} ms`,
    met: longest <= LONGEST_STRETCH,
  });
  tables.push({
    title: `The longest time our event loop was held up, ${LOOP_LINES.toLocaleString('en')} lines`,
    columns: ['', 'ms'],
    rows: stretches.map(([what, max]) => [what, figure(max)]),
  });
  return {
    name: 'lsp',
    title: 'In the editor, beside yaml-language-server 2.0.0',
    how: [
      `Milliseconds (memory: MiB resident), median / 95th percentile. All servers run over stdio in turns, on the same file with the same edits, the peer with our schema; yaml-language-server and vangnet under Node ${versions.peer}, and vangnet under ${versions.own} besides. The ratio is that of the medians of the first two columns.`,
      'yaml-language-server pushes diagnostics, without saying of which version: the next ones after an edit count. Vangnet is measured as VS Code sees it (it asks for diagnostics right behind each edit) and as a client sees it that only takes what is pushed. Questions are asked right behind an edit. Between two edits each server comes to rest. Starts are those of a machine on which each server has run three times before. Burst: 10 ms between keystrokes, counted from the last.',
    ],
    tables,
    goals,
    data: {
      stretches,
      files: results.map(({ file, lines, times }) => ({
        file,
        lines,
        times: Object.fromEntries(
          [...times].map(([what, row]) => [
            what,
            Object.fromEntries([...row].map(([kind, values]) => [kind.name, { ...summary(values), values }])),
          ]),
        ),
      })),
    },
  };
}
