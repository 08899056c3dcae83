/** `vangnet pseudonymise` as a user types it. */

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dutchCase } from '../src/testing/marked.js';
import { vangnet } from './run-cli.js';

const TEXT = dutchCase(
  'claim:\n  id: v\n  kind: deferral\n  request: Ada (ada@example.org) vraagt uitstel.\n',
).replace('fictional', 'real');

describe('vangnet pseudonymise', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(path.join(tmpdir(), 'vangnet-pseudonymise-'));
    await writeFile(path.join(cwd, 'ada.case.yaml'), TEXT);
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const run = (...args: string[]) => vangnet(['pseudonymise', ...args], { cwd });
  const read = (name: string) => readFile(path.join(cwd, name), 'utf8');

  it('writes beside the file, and no key unless asked', async () => {
    const { code, stderr } = await run('ada.case.yaml');
    assert.equal(code, 0, stderr);
    assert.match(stderr, /Read it yourself/);
    assert.deepEqual((await readdir(cwd)).sort(), ['ada.case.yaml', 'ada.pseudonym.case.yaml']);
    assert.equal(await read('ada.case.yaml'), TEXT);
    assert.ok(!/Ada|example/.test(await read('ada.pseudonym.case.yaml')));
  });

  it('and back with the key', async () => {
    assert.equal(
      (await run('ada.case.yaml', '--key', 'sleutel.json', '--output', 'les/x.case.yaml')).code,
      0,
    );
    const { code, stdout } = await run(
      'les/x.case.yaml',
      '--restore',
      '--key',
      'sleutel.json',
      '--output',
      '-',
    );
    assert.equal(code, 0);
    assert.equal(stdout, TEXT);
  });

  it('never changes a file that is there, and says what it lacks', async () => {
    await run('ada.case.yaml');
    for (const [args, said] of [
      [['ada.case.yaml'], /is there already/],
      [['weg.case.yaml'], /weg/],
      [['ada.case.yaml', '--restore'], /needs the key/],
      [['ada.case.yaml', '--restore', '--key', 'ada.case.yaml'], /no key/],
      [['ada.case.yaml', '--restore', '--key', 'weg.json'], /weg\.json/],
    ] as const) {
      const { code, stderr } = await run(...args);
      assert.equal(code, 2);
      assert.match(stderr, said);
    }
    assert.equal(await read('ada.case.yaml'), TEXT);
  });
});
