// @ts-check
/** Both servers over stdio, taking turns on the same file and the same edits. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, sleep } from './client.mjs';
import { caseOfLines, countLines, REAL, sample } from './grown.mjs';
import {
  ACTIONS,
  BURST,
  COMPLETION,
  EDITS,
  HOVER,
  LOOP_LINES,
  MEMORY,
  NEWLINE,
  OPEN,
  PASTE,
  report,
  START,
  SYMBOLS,
} from './lsp-report.mjs';
import { installPeer, ours, theirs, versionOf } from './servers.mjs';
import { paste, Text, typeLetter, typeNewline } from './text.mjs';

/** @typedef {import('./client.mjs').Change} Change */
/** @typedef {import('./servers.mjs').ServerKind} ServerKind */
/** @typedef {import('./lsp-report.mjs').Times} Times */

/** How often each thing is measured, by the size of the file. @param {number} lines @param {boolean} quick */
function roundsFor(lines, quick) {
  if (quick) return lines > 20_000 ? 1 : 4;
  return lines > 20_000 ? 4 : lines > 5_000 ? 12 : 25;
}

/** Nothing lies there: what a server can know it has from the editor. */
const CASE = pathToFileURL('/case/of.case.yaml').href;

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
  say('first starts');
  for (const kind of kinds) await startForTheFirstTime(root, kind);
  /** @type {{ file: string, lines: number, times: Times }[]} */
  const results = [];
  for (const file of files) {
    const isReal = REAL.includes(file.name);
    say(`${file.name}`);
    const rounds = isReal ? Math.min(8, roundsFor(file.lines, quick)) : roundsFor(file.lines, quick);
    const edits = isReal || (quick && file.lines > 20_000) ? 0 : 1_000;
    const times = await measureFile(root, kinds, file, rounds, edits);
    results.push({ file: file.name, lines: file.lines, times });
  }
  const stretches = await measureStretches(root, peer.node);
  return report(kinds, other, main, results, versions, stretches);
}

/**
 * What is measured is any start but the first ones after an installation: those keep what they compiled, after some
 * seconds, for the ones to come (server/src/disk/code-cache.ts).
 * @param {string} root @param {ServerKind} kind
 */
async function startForTheFirstTime(root, kind) {
  for (let start = 0; start < 3; start++) {
    const client = new Client(kind, { root });
    await client.initialize();
    await client.open(CASE, await sample(root, 'afia.case.yaml'));
    await sleep(6000);
    await client.stop();
  }
}

/**
 * How long our server's event loop is held up at most, in milliseconds, by what was done meanwhile.
 * @param {string} root @param {string} node @returns {Promise<[string, number][]>}
 */
async function measureStretches(root, node) {
  const args = ['--require', path.join(root, 'scripts/bench/loop-probe.cjs')];
  const client = new Client(ours(root, { name: 'probed', node, diagnostics: 'pull', args }), {
    root,
    ipc: true,
  });
  const text = new Text(await caseOfLines(root, LOOP_LINES));
  await client.initialize();
  await client.probe();
  /** @type {[string, number][]} */
  const stretches = [];
  const note = async (/** @type {string} */ what) => stretches.push([what, (await client.probe()).max]);
  await client.open(CASE, text.toString());
  await note('open');
  for (const [what, share] of Object.entries(EDITS)) {
    for (let n = 0; n < 5; n++) await client.edit([typeLetter(text, share)]);
    await note(what);
  }
  const { change, undo } = paste(text);
  await client.edit([change]);
  await note(PASTE);
  await client.edit([undo()]);
  await client.probe();
  await client.edit(burst(text), 10);
  await note(BURST);
  for (const [what, { method, params }] of Object.entries(questionsAbout(client, text))) {
    await client.ask(typeLetter(text, 0.5), method, params);
    await note(what);
  }
  for (const [what, method, params] of questionsOfAll(text)) {
    const { answer } = await client.ask(typeLetter(text, 0.5), method, params);
    if (answer === null) throw new Error(`${method} was not answered: that is no measurement.`);
    await note(what);
  }
  await client.stop();
  return stretches;
}

/** What is asked about the whole file, by an editor or by what we show beside it. @param {Text} text @returns {[string, string, object][]} */
function questionsOfAll(text) {
  const range = { start: { line: 0, character: 0 }, end: text.endOf(text.lines.length - 1) };
  const context = { diagnostics: [], triggerKind: 1 };
  return [
    ['edit → code actions of the whole file', 'textDocument/codeAction', { range, context }],
    [
      'edit → all safe fixes at once',
      'textDocument/codeAction',
      { range, context: { ...context, only: ['source.fixAll'] } },
    ],
    ['edit → formatting', 'textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
    ['edit → semantic tokens', 'textDocument/semanticTokens/full', {}],
    ['edit → folding', 'textDocument/foldingRange', {}],
    ['edit → lenses', 'textDocument/codeLens', {}],
    ['edit → hints', 'textDocument/inlayHint', { range }],
    ['edit → links', 'textDocument/documentLink', {}],
    ['edit → overview', 'vangnet/overview', { uri: CASE }],
    ['edit → preview', 'vangnet/readable', {}],
  ];
}

/** @param {Text} text */
function burst(text) {
  return Array.from({ length: 50 }, () => typeLetter(text, 0.5));
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
  for (let round = 0; round < Math.min(rounds, 10); round++) {
    for (const kind of kinds) {
      const client = new Client(kind, { root });
      note(START, kind, await client.initialize());
      note(OPEN, kind, await client.open(CASE, file.text));
      await client.stop();
    }
  }
  /** @type {{ client: Client, text: Text }[]} */
  const open = [];
  for (const kind of kinds) {
    const client = new Client(kind, { root });
    await client.initialize();
    await client.open(CASE, file.text);
    open.push({ client, text: new Text(file.text) });
  }
  // Some rounds to warm up: what a person notices is the rest of the day.
  for (let round = rounds > 10 ? -3 : -1; round < rounds; round++) {
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
    const letters = Array.from({ length: 50 }, (_, n) => typeLetter(text, ((done + n) % 100) / 100));
    await client.edit(letters, 1);
  }
  await sleep(2000);
  return client.memory();
}
