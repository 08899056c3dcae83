/** What goes wrong around a run: it is told in a line, ends with 2, and the rest is checked and reported all the same. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dutchCase } from '../src/testing/marked.js';
import { type Outcome, vangnet } from './run-cli.js';

const CASE = dutchCase('documents:\n  - id: doc\n    kind: media\n    title: Krant\n    date: 25-12-2013\n');

describe('check where something is in the way', function () {
  this.timeout(30_000);
  let folder = '';
  const write = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const check = (...args: string[]): Promise<Outcome> => vangnet(['check', ...args], { cwd: folder });
  /** Told exactly this, and the case checked. */
  const told = ({ code, stdout, stderr }: Outcome, ...lines: readonly string[]) => {
    assert.equal(code, 2);
    assert.equal(stderr, lines.map((line) => `vangnet: ${line}\n`).join(''));
    assert.match(stdout, /a\.case\.yaml:\d+:11: error bad-format /);
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-failures-'));
    await write('a.case.yaml', CASE);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('names that lead nowhere, and folders with nothing in them', async () => {
    await mkdir(path.join(folder, 'leeg'));
    told(
      await check('weg.case.yaml', 'a.case.yaml', 'a.case.yaml/in', 'leeg', '*.zaak.yml'),
      'There is no ‘weg.case.yaml’. Is the name right, and is this the right folder?',
      'There is no ‘a.case.yaml/in’. Is the name right, and is this the right folder?',
      'There is no case file under ‘leeg’ (*.case.yaml, *.case.yml, *.zaak.yaml, *.zaak.yml).',
      'There is no case file under ‘*.zaak.yml’ (*.case.yaml, *.case.yml, *.zaak.yaml, *.zaak.yml).',
    );
  });

  it('links that lead nowhere, named or found; not those that are no case file', async function () {
    // Windows asks for a privilege before it makes a link.
    if (process.platform === 'win32') this.skip();
    await mkdir(path.join(folder, 'in'));
    await symlink('weg.yaml', path.join(folder, 'in/b.case.yaml'));
    await symlink('c.case.yaml', path.join(folder, 'in/c.case.yaml'));
    await symlink('weg', path.join(folder, 'in/brief.pdf'));
    await symlink('../a.case.yaml', path.join(folder, 'in/goed.case.yaml'));
    const found = await check();
    assert.match(found.stdout, /^in\/goed\.case\.yaml:\d+:11: error bad-format /m);
    assert.deepEqual(found.stderr.trim().split('\n').sort(), [
      'vangnet: ‘in/b.case.yaml’ is a link to something that isn’t there.',
      'vangnet: ‘in/c.case.yaml’ can’t be read (ELOOP).',
    ]);
    told(
      await check('in/b.case.yaml', 'a.case.yaml'),
      '‘in/b.case.yaml’ is a link to something that isn’t there.',
    );
  });

  it('a configuration that can’t be read, or is a folder', async () => {
    await write('in/b.case.yaml', CASE);
    await mkdir(path.join(folder, 'in/vangnet.config.yaml'));
    await write('vangnet.config.yaml', 'rules: [\n');
    const outcome = await check();
    assert.equal(outcome.code, 2);
    assert.match(outcome.stderr, /^vangnet: vangnet\.config\.yaml:1:\d+: /m);
    assert.match(outcome.stderr, /^vangnet: ‘in\/vangnet\.config\.yaml’ can’t be read \(EISDIR\)\.$/m);
    assert.match(outcome.stdout, /^a\.case\.yaml:\d+:11: error bad-format /m);
    assert.match(outcome.stdout, /^in\/b\.case\.yaml:\d+:11: error bad-format /m);
  });

  it('reports that can’t be written: the others are whole, and nothing is left lying about', async () => {
    await mkdir(path.join(folder, 'map'));
    told(
      await check(
        '--format',
        'sarif:map',
        '--format',
        'json:a.case.yaml/x.json',
        '--format',
        'junit:j.xml',
        '--format',
        'plain',
      ),
      'The report ‘map’ can’t be written (EISDIR).',
      'The report ‘a.case.yaml/x.json’ can’t be written (EEXIST).',
    );
    assert.match(await readFile(path.join(folder, 'j.xml'), 'utf8'), /bad-format[\s\S]*<\/testsuites>\n$/);
    assert.deepEqual((await readdir(folder)).sort(), ['a.case.yaml', 'j.xml', 'map']);
  });

  it('a baseline that is a folder', async () => {
    await mkdir(path.join(folder, 'known.json'));
    told(await check('--baseline', 'known.json'), '‘known.json’ can’t be read (EISDIR).');
  });

  if (process.platform !== 'win32') {
    it('pipes, devices and far too much, where a case, a configuration or a baseline should be', async () => {
      execFileSync('mkfifo', [path.join(folder, 'pipe.case.yaml'), path.join(folder, 'known.json')]);
      await mkdir(path.join(folder, 'in'));
      execFileSync('mkfifo', [path.join(folder, 'in/vangnet.config.yaml')]);
      await write('in/b.case.yaml', CASE);
      await write('groot.case.yaml', '');
      await truncate(path.join(folder, 'groot.case.yaml'), 100_000_000);
      const isNone = (name: string) =>
        `‘${name}’ is no file but a device or a pipe, and was not read. A case can also be passed on with ‘--stdin’.`;
      told(
        await check(
          '--baseline',
          'known.json',
          'a.case.yaml',
          'groot.case.yaml',
          'in/b.case.yaml',
          'pipe.case.yaml',
          '/dev/zero',
        ),
        isNone('known.json'),
        isNone('/dev/zero').replace('/dev/zero', path.relative(folder, '/dev/zero')),
        '‘groot.case.yaml’ is too large for a case file and was not read. Keep enclosures apart and name them among the documents.',
        isNone('in/vangnet.config.yaml'),
        isNone('pipe.case.yaml'),
      );
      // In a folder that is searched they are passed over.
      assert.ok(!(await check('.')).stderr.includes('pipe.case.yaml'));
    });

    it('folders whose links lead round, and links that lead nowhere', async () => {
      await mkdir(path.join(folder, 'map/onder'), { recursive: true });
      await symlink('..', path.join(folder, 'map/rond'));
      await symlink(folder, path.join(folder, 'map/onder/begin'));
      await symlink('zelf', path.join(folder, 'zelf'));
      await symlink('kring.case.yaml', path.join(folder, 'kring.case.yaml'));
      await symlink('weg', path.join(folder, 'los.case.yaml'));
      await write('map/onder/b.case.yaml', CASE);
      const { code, stdout, stderr } = await check('--format', 'json');
      assert.equal(code, 2);
      assert.deepEqual(stderr.trim().split('\n').sort(), [
        'vangnet: ‘kring.case.yaml’ can’t be read (ELOOP).',
        'vangnet: ‘los.case.yaml’ is a link to something that isn’t there.',
      ]);
      const { files } = JSON.parse(stdout) as { files: { path: string }[] };
      assert.deepEqual(
        files.map((file) => file.path),
        ['a.case.yaml', 'map/onder/b.case.yaml'],
      );
      told(
        await check('a.case.yaml', 'kring.case.yaml', 'los.case.yaml'),
        '‘kring.case.yaml’ can’t be read (ELOOP).',
        '‘los.case.yaml’ is a link to something that isn’t there.',
      );
    });
  }

  it('SARIF tells it too', async () => {
    const { stdout } = await check('a.case.yaml', 'weg.case.yaml', '--format', 'sarif');
    const [run] = (JSON.parse(stdout) as { runs: { invocations: unknown[] }[] }).runs;
    assert.deepEqual(run?.invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: {
              text: 'There is no ‘weg.case.yaml’. Is the name right, and is this the right folder?',
            },
          },
        ],
      },
    ]);
  });

  if (process.platform === 'linux')
    it('a full disk, for what is printed and for what is written', async () => {
      told(
        await check('--format', 'json:/dev/full', '--format', 'plain'),
        'The report ‘/dev/full’ can’t be written (ENOSPC).',
      );
      const bin = path.resolve('server/bin/vangnet.js');
      const script = `"${process.execPath}" "${bin}" check --lang en --format json:left.json --format plain > /dev/full`;
      const printed = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
      assert.equal(printed.status, 2);
      assert.equal(printed.stderr, 'vangnet: The report can’t be written (ENOSPC); it is not whole.\n');
      assert.match(await readFile(path.join(folder, 'left.json'), 'utf8'), /"summary":\{"files":1,"error":1/);
    });

  if (process.getuid)
    it('what one may not read or write', async () => {
      // Root may do all: then as nobody, who gets a copy of the program that can be reached.
      const program = path.join(folder, 'program/cli.cjs');
      await cp('server/dist', path.dirname(program), { recursive: true });
      await write('in/b.case.yaml', CASE);
      await write('dicht.case.yaml', CASE);
      await write('map/dicht/c.case.yaml', CASE);
      for (const dir of ['', 'in', 'map']) await chmod(path.join(folder, dir), 0o555);
      for (const closed of ['dicht.case.yaml', 'map/dicht']) await chmod(path.join(folder, closed), 0);
      const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
      const run = spawnSync(
        process.execPath,
        [program, 'check', '--fix', '--format', 'plain', '--format', 'json:x.json'],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { PATH: process.env.PATH, LC_ALL: 'en_GB.UTF-8' },
          ...nobody,
        },
      );
      for (const dir of ['', 'in', 'map', 'map/dicht']) await chmod(path.join(folder, dir), 0o755);
      told(
        {
          code: run.status,
          stdout: run.stdout,
          stderr: run.stderr.replace(/vangnet: There was nothing.*\n/, ''),
        },
        '‘map/dicht’ can’t be read (EACCES).',
        '‘a.case.yaml’ can’t be saved (EACCES). Nothing in it was changed.',
        '‘dicht.case.yaml’ can’t be read (EACCES).',
        '‘in/b.case.yaml’ can’t be saved (EACCES). Nothing in it was changed.',
        'The report ‘x.json’ can’t be written (EACCES).',
      );
      assert.equal(await readFile(path.join(folder, 'a.case.yaml'), 'utf8'), CASE);
    });
});
