/** `vangnet new` as a user types it. */

import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vangnet } from './run-cli.js';

describe('vangnet new', () => {
  let cwd: string;
  beforeEach(async () => {
    cwd = await mkdtemp(path.join(tmpdir(), 'vangnet-new-'));
  });
  afterEach(() => rm(cwd, { recursive: true, force: true }));

  const run = (...args: string[]) => vangnet(['new', ...args], { cwd });

  it('makes a file named after the person, without an error in it', async () => {
    const { code, stdout } = await run(
      '--name',
      'Amina',
      '--arrival-date',
      '2003',
      '--circumstances',
      'rooted,medical',
    );
    assert.equal(code, 0);
    assert.match(stdout, /amina\.case\.yaml/);
    assert.equal((await vangnet(['check'], { cwd })).code, 0);
    assert.match(await readFile(path.join(cwd, 'amina.case.yaml'), 'utf8'), /kind: medical/);
  });

  it('takes another name where that one is taken, and never changes a file', async () => {
    await writeFile(path.join(cwd, 'amina.case.yaml'), 'eigen werk\n');
    assert.equal((await run('--name', 'Amina')).code, 0);
    const { code, stderr } = await run('amina.case.yaml', '--name', 'Amina');
    assert.equal(code, 2);
    assert.match(stderr, /is there already. Nothing was changed/);
    assert.deepEqual((await readdir(cwd)).sort(), ['amina-2.case.yaml', 'amina.case.yaml']);
    assert.equal(await readFile(path.join(cwd, 'amina.case.yaml'), 'utf8'), 'eigen werk\n');
  });

  it('makes the folder, or prints', async () => {
    assert.equal((await run('zaken/nieuw/', '--name', 'Amina')).code, 0);
    assert.deepEqual(await readdir(path.join(cwd, 'zaken/nieuw')), ['amina.case.yaml']);
    const { code, stdout } = await run(
      '-',
      '--name',
      'Amina',
      '--template',
      'haertefall-de',
      '--federal-state',
      'DE-SH',
    );
    assert.equal(code, 0);
    assert.match(stdout, /federalState: DE-SH/);
  });

  it('proposes what the configuration says', async () => {
    await writeFile(path.join(cwd, 'vangnet.config.yaml'), 'new:\n  jurisdiction: de\n  office: Büro\n');
    const { stdout } = await run('-', '--name', 'Amina');
    assert.match(stdout, /jurisdiction: de/);
    assert.match(stdout, /office: Büro/);
  });

  it('says what is wrong with an answer, and makes nothing', async () => {
    for (const [args, said] of [
      [[], /Fill in.*--name/],
      [['--name', 'A', '--birth-date', 'ooit'], /‘ooit’ is no date.*--birth-date/],
      [['--name', 'A', '--circumstances', 'rooted,geen'], /‘geen’ is no choice.*--circumstances/],
      [['--name', 'A', '--template', 'x'], /hardship-nl/],
    ] as const) {
      const { code, stderr } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, said);
    }
    assert.deepEqual(await readdir(cwd), []);
  });
});
