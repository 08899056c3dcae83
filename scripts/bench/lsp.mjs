// @ts-check
/** Both servers over stdio, taking turns on the same file and the same edits. */
import { pathToFileURL } from 'node:url';
import { Client, sleep } from './client.mjs';
import { caseOfLines, countLines, REAL, sample } from './grown.mjs';
import { installPeer, ours, theirs, versionOf } from './servers.mjs';
import { both, figure, quantile, summary } from './stats.mjs';
import { paste, Text, typeLetter, typeNewline } from './text.mjs';

/** @typedef {import('./client.mjs').Change} Change */
/** @typedef {import('./servers.mjs').ServerKind} ServerKind */
/** @typedef {Map<string, Map<ServerKind, number[]>>} Times by what was measured, then by server */

/** How often each thing is measured, by the size of the file. @param {number} lines @param {boolean} quick */
function roundsFor(lines, quick) {
  if (quick) return lines > 20_000 ? 2 : 4;
  return lines > 20_000 ? 7 : lines > 5_000 ? 15 : 25;
}

const LETTER = 'edit → diagnostics, a letter in the middle';

/** What is measured on an open file. */
const EDITS = /** @type {const} */ ({
  'edit → diagnostics, a letter at the start': 0,
  [LETTER]: 0.5,
  'edit → diagnostics, a letter at the end': 0.98,
});
const NEWLINE = 'edit → diagnostics, a new line';
const PASTE = 'edit → diagnostics, a paste of 100 lines';
const BURST = 'edit → diagnostics, a burst of 50 keystrokes';
const HOVER = 'edit → hover';
const COMPLETION = 'edit → completion';
const SYMBOLS = 'edit → symbols';
const ACTIONS = 'edit → code actions';
const OPEN = 'open → first diagnostics';
const START = 'start → initialised';
const MEMORY = 'memory after 1,000 edits';

/**
 * @param {{ root: string, quick: boolean, lines?: number[] | undefined, say: (line: string) => void }} options
 * `lines`: only generated files of these lengths
 * @returns {Promise<import('./report.mjs').Part>}
 */
export async function measure({ root, quick, lines: only, say }) {
  const peer = await installPeer(say);
  const versions = { peer: versionOf(peer.node), own: process.version };
  const other = theirs(root, peer);
  const main = ours(root, { name: 'vangnet', node: peer.node, diagnostics: 'pull' });
  const kinds = [
    other,
    main,
    ours(root, { name: 'vangnet, push', node: peer.node, diagnostics: 'push' }),
    ours(root, { name: `vangnet, Node ${versions.own}`, node: process.execPath, diagnostics: 'pull' }),
  ];
  /** @type {{ name: string, lines: number, text: string }[]} */
  const files = [];
  for (const lines of only ?? [200, 1_000, 10_000, 50_000])
    files.push({ name: `${lines.toLocaleString('en')} lines`, lines, text: await caseOfLines(root, lines) });
  for (const name of only ? [] : REAL) {
    const text = await sample(root, name);
    files.push({ name, lines: countLines(text), text });
  }
  /** @type {{ file: string, lines: number, times: Times }[]} */
  const results = [];
  for (const file of files) {
    const isReal = REAL.includes(file.name);
    say(`${file.name}`);
    const rounds = isReal ? Math.min(8, roundsFor(file.lines, quick)) : roundsFor(file.lines, quick);
    const times = await measureFile(root, kinds, file, rounds, isReal ? 0 : quick ? 100 : 1_000);
    results.push({ file: file.name, lines: file.lines, times });
  }
  return report(kinds, other, main, results, versions);
}

/**
 * @param {string} root @param {ServerKind[]} kinds @param {{ name: string, lines: number, text: string }} file
 * @param {number} rounds @param {number} edits how many before memory is looked at; 0 for not at all
 */
async function measureFile(root, kinds, file, rounds, edits) {
  /** @type {Times} */
  const times = new Map();
  const note = (/** @type {string} */ what, /** @type {ServerKind} */ kind, /** @type {number} */ took) => {
    const row = times.get(what) ?? new Map();
    times.set(what, row);
    row.set(kind, [...(row.get(kind) ?? []), took]);
  };
  const uri = pathToFileURL('/case/of.case.yaml').href;
  for (let round = 0; round < Math.min(rounds, 10); round++) {
    for (const kind of kinds) {
      const client = new Client(kind, { root });
      note(START, kind, await client.initialize());
      note(OPEN, kind, await client.open(uri, file.text));
      await client.stop();
    }
  }
  /** @type {{ client: Client, text: Text }[]} */
  const open = [];
  for (const kind of kinds) {
    const client = new Client(kind, { root });
    await client.initialize();
    await client.open(uri, file.text);
    open.push({ client, text: new Text(file.text) });
  }
  // One round to warm up; what a person notices is the rest of the day.
  for (let round = -3; round < rounds; round++) {
    for (const { client, text } of open) {
      for (const [what, took] of await measureRound(client, text, round)) {
        if (round >= 0) note(what, client.kind, took);
      }
    }
  }
  for (const { client, text } of open) {
    if (edits > 0) note(MEMORY, client.kind, await memoryAfter(client, text, edits));
    await client.stop();
  }
  return times;
}

/** @param {Client} client @param {Text} text @param {number} round @returns {Promise<[string, number][]>} */
async function measureRound(client, text, round) {
  /** @type {[string, number][]} */
  const took = [];
  for (const [what, share] of Object.entries(EDITS))
    took.push([what, await client.edit([typeLetter(text, share)])]);
  const questions = questionsAbout(client, text);
  for (const [what, { method, params }] of Object.entries(questions)) {
    const answer = await client.ask(typeLetter(text, 0.5), method, params);
    took.push([what, answer.took]);
    if (what !== ACTIONS && isNothing(answer.answer))
      throw new Error(`${client.kind.name} has nothing to say to ${method}: that is no comparison.`);
  }
  if (round % 3 === 0) {
    took.push([NEWLINE, await client.edit([typeNewline(text)])]);
    const { change, undo } = paste(text);
    took.push([PASTE, await client.edit([change])]);
    await client.edit([undo()]);
  }
  if (round % 5 === 0)
    took.push([
      BURST,
      await client.edit(
        Array.from({ length: 50 }, () => typeLetter(text, 0.5)),
        10,
      ),
    ]);
  return took;
}

/** @param {any} answer */
function isNothing(answer) {
  const items = answer?.items ?? answer;
  return !items || (Array.isArray(items) && items.length === 0);
}

/** What a person asks in the middle of the file. @param {Client} client @param {Text} text */
function questionsAbout(client, text) {
  const title = text.find(/^ {4}title: /, 0.5);
  const kind = text.find(/^ {4}kind: /, 0.5);
  const found = client.diagnostics.at(Math.floor(client.diagnostics.length / 2));
  const range = found?.range ?? { start: { line: title, character: 0 }, end: { line: title, character: 0 } };
  return {
    [HOVER]: { method: 'textDocument/hover', params: { position: { line: title, character: 6 } } },
    [COMPLETION]: {
      method: 'textDocument/completion',
      params: { position: { line: kind, character: 10 }, context: { triggerKind: 1 } },
    },
    [SYMBOLS]: { method: 'textDocument/documentSymbol', params: {} },
    [ACTIONS]: {
      method: 'textDocument/codeAction',
      params: { range, context: { diagnostics: found ? [found] : [], triggerKind: 2 } },
    },
  };
}

/** Letters all over the file in bursts of 50. @param {Client} client @param {Text} text @param {number} edits */
async function memoryAfter(client, text, edits) {
  for (let done = 0; done < edits; done += 50) {
    const burst = Array.from({ length: 50 }, (_, n) => typeLetter(text, ((done + n) % 100) / 100));
    await client.edit(burst, 1);
  }
  await sleep(2000);
  return client.memory();
}

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
 * @returns {import('./report.mjs').Part}
 */
function report(kinds, other, main, results, versions) {
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
  return {
    name: 'lsp',
    title: 'In the editor, beside yaml-language-server 2.0.0',
    how: [
      `Milliseconds (memory: MiB resident), median / 95th percentile. All servers run over stdio in turns, on the same file with the same edits, the peer with our schema; yaml-language-server and vangnet under Node ${versions.peer}, and vangnet under ${versions.own} besides. The ratio is that of the medians of the first two columns.`,
      'yaml-language-server pushes diagnostics, without saying of which version: the next ones after an edit count. Vangnet is measured as VS Code sees it (it asks for diagnostics right behind each edit) and as a client sees it that only takes what is pushed. Questions are asked right behind an edit. Between two edits each server comes to rest. Burst: 10 ms between keystrokes, counted from the last.',
    ],
    tables,
    goals,
    data: results.map(({ file, lines, times }) => ({
      file,
      lines,
      times: Object.fromEntries(
        [...times].map(([what, row]) => [
          what,
          Object.fromEntries([...row].map(([kind, values]) => [kind.name, { ...summary(values), values }])),
        ]),
      ),
    })),
  };
}
