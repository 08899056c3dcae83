import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Task } from './analyse-text.js';
import type { Answer } from './messages.js';
import { Pool } from './pool.js';

/** Answers with the text as the only finding's rule, and dies of one that says so. */
const PROGRAM = `
import { parentPort, workerData } from 'node:worker_threads';
if (workerData.cwd === 'broken') throw new Error('never starts');
parentPort.on('message', (batch) => {
  if (batch.some(({ text }) => text === 'die')) process.exit(1);
  parentPort.postMessage(JSON.stringify(batch.map(({ text }) => ({ result: { findings: [{ rule: text }] } }))));
});
`;

function task(text: string): Task {
  return { path: `${text}.case.yaml`, text, settings: { rules: {} }, today: 0, fixes: 'none', fix: false };
}

const said = (answer: Answer) => ('failure' in answer ? 'failed' : answer.result.findings[0]?.rule);

describe('worker threads', function () {
  this.timeout(20_000);
  let folder = '';
  let program: URL;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-pool-'));
    await writeFile(path.join(folder, 'worker.mjs'), PROGRAM);
    program = pathToFileURL(path.join(folder, 'worker.mjs'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const ask = async (texts: readonly string[], cwd = '') => {
    const pool = new Pool({ cwd }, 2, program);
    try {
      return (await Promise.all(texts.map((text) => pool.ask(task(text))))).map(said);
    } finally {
      await pool.close();
    }
  };

  it('answer each question, however many there are', async () => {
    const texts = Array.from({ length: 200 }, (_, number) => `text ${number}`);
    assert.deepEqual(await ask(texts), texts);
  });

  it('that die of one file leave no other unanswered', async () => {
    const texts = Array.from({ length: 60 }, (_, number) => (number === 20 ? 'die' : `text ${number}`));
    assert.deepEqual(
      await ask(texts),
      texts.map((text) => (text === 'die' ? 'failed' : text)),
    );
  });

  it('that can’t even start fail every question, and don’t try for ever', async () => {
    const texts = Array.from({ length: 100 }, (_, number) => `text ${number}`);
    assert.deepEqual(
      await ask(texts, 'broken'),
      texts.map(() => 'failed'),
    );
  });
});
