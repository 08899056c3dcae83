/** The commands beside `check`, and what `check` does with a configuration and with `--fix`. */

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RULES } from '../src/generated/rules.js';
import { dutchCase } from '../src/testing/marked.js';
import { vangnet } from './run-cli.js';

describe('the command line beside check', function () {
  this.timeout(20_000);
  let folder = '';
  const write = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('explains a rule in the language asked for', async () => {
    const { code, stdout } = await vangnet(['explain', 'remedy-late', '--lang', 'nl']);
    assert.equal(code, 0);
    assert.match(stdout, /^# Bezwaar of beroep te laat\n/);
    assert.match(stdout, /geen juridisch advies/);
  });

  it('says which rule was probably meant', async () => {
    const { code, stderr } = await vangnet(['explain', 'remedy-lat']);
    assert.equal(code, 2);
    assert.equal(stderr, 'vangnet: There is no check ‘remedy-lat’. ‘remedy-late’ is probably meant.\n');
  });

  it('helps in the language asked for, else the folder’s, else the system’s', async () => {
    const title = async (...args: string[]) =>
      (await vangnet([...args, '--help'], { cwd: folder, env: { LC_ALL: 'de_DE.UTF-8' } })).stdout.split(
        ':',
      )[0];
    assert.equal(await title('check'), 'Aufruf');
    await write('vangnet.config.yaml', 'language: nl\n');
    assert.equal(await title('check'), 'Gebruik');
    assert.equal(await title('--lang=en', 'check'), 'Usage');
    const { code, stdout, stderr } = await vangnet(['chek'], { cwd: folder });
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.equal(
      stderr,
      'vangnet: De opdracht ‘chek’ bestaat niet. Waarschijnlijk is ‘check’ bedoeld.\nMeer uitleg: vangnet --help\n',
    );
  });

  it('lists every rule, as tables and as data', async () => {
    const { stdout } = await vangnet(['rules', '--format', 'json']);
    const { version, rules } = JSON.parse(stdout) as { version: number; rules: { id: string }[] };
    assert.equal(version, 1);
    assert.deepEqual(rules.map(({ id }) => id).sort(), RULES.map(({ meta }) => meta.id).sort());
    const table = (await vangnet(['rules', '--lang', 'de'])).stdout;
    for (const { meta } of RULES) assert.ok(table.includes(`| \`${meta.id}\` |`), meta.id);
    assert.match(table, /keine Rechtsberatung/);
  });

  it('takes the configuration nearest to each file', async () => {
    const text = dutchCase('documents:\n  - id: doc\n    kind: media\n    title: Krant\n');
    await write('a.case.yaml', text);
    await write('loud/b.case.yaml', text);
    await write('loud/vangnet.config.yaml', 'rules: {unused-item: error}\n');
    await write('off/c.case.yaml', text);
    await write('off/vangnet.config.yaml', 'rules:\n  unused-item: off\n');
    const { code, stdout } = await vangnet(['check', '.'], { cwd: folder });
    const of = (file: string) =>
      stdout.split('\n').filter((line) => line.startsWith(`${file}:`) && line.includes('unused-item'));
    assert.match(of('a.case.yaml')[0] ?? '', /: hint unused-item /);
    assert.match(of('loud/b.case.yaml')[0] ?? '', /: error unused-item /);
    assert.deepEqual(of('off/c.case.yaml'), []);
    assert.equal(code, 1);
  });

  it('leaves out what the configuration ignores, by patterns from its own folder', async () => {
    await write('archief/oud.case.yaml', ':\n');
    await write('nieuw.case.yaml', dutchCase(''));
    await write('vangnet.config.yaml', 'ignore: [archief/**]\n');
    const { code, stdout } = await vangnet(['check', '--format', 'json'], { cwd: folder });
    assert.deepEqual(
      (JSON.parse(stdout) as { files: { path: string }[] }).files.map((file) => file.path),
      ['nieuw.case.yaml'],
    );
    assert.equal(code, 0);
  });

  it('speaks the language of the configuration unless another is asked for', async () => {
    await write('a.case.yaml', 'vangnet: 1\n');
    await write('vangnet.config.yaml', 'language: nl\n');
    assert.match((await vangnet(['check'], { cwd: folder })).stdout, /Hier ontbreek|ontbreekt|ontbreken/);
    assert.match((await vangnet(['check', '--lang', 'en'], { cwd: folder })).stdout, /missing/);
  });

  it('tells once where a configuration is odd, ends with 2, and still checks', async () => {
    await write('a.case.yaml', 'vangnet: 1\n');
    await write('b.case.yaml', 'vangnet: 1\n');
    await write('vangnet.config.yaml', 'rules:\n  unused-itm: off\n');
    const { code, stdout, stderr } = await vangnet(['check'], { cwd: folder });
    assert.equal(code, 2);
    assert.equal(
      stderr,
      'vangnet: vangnet.config.yaml:2:3: There is no ‘unused-itm’ here. ‘unused-item’ is probably meant.\n',
    );
    assert.match(stdout, /a\.case\.yaml.*missing-key/);
    assert.match(stdout, /b\.case\.yaml.*missing-key/);
  });

  it('mends with --fix, keeping line ends, byte-order mark and mode, and reports what is left', async () => {
    const before =
      `\uFEFF${dutchCase('documents:\n  - id: doc\n    kind: media\n    title: Krant\n    date: 25-12-2013\n')}`.replaceAll(
        '\n',
        '\r\n',
      );
    await writeFile(path.join(folder, 'a.case.yaml'), before, { mode: 0o640 });
    const { code, stdout, stderr } = await vangnet(['check', '--fix'], { cwd: folder });
    assert.equal(await read('a.case.yaml'), before.replace('25-12-2013', '2013-12-25'));
    assert.equal((await stat(path.join(folder, 'a.case.yaml'))).mode & 0o777, 0o640);
    assert.doesNotMatch(stdout, /bad-format/);
    assert.match(stdout, /unused-item/);
    assert.equal(stderr, 'vangnet: 1 point was mended.\n');
    assert.equal(code, 0);
  });

  it('writes through a symbolic link, and nothing where nothing is to mend', async () => {
    await write(
      'echt/a.case.yaml',
      dutchCase('documents:\n  - id: doc\n    kind: media\n    title: Krant\n    date: 25-12-2013\n'),
    );
    await symlink(path.join(folder, 'echt/a.case.yaml'), path.join(folder, 'b.case.yaml'));
    await vangnet(['check', '--fix', 'b.case.yaml'], { cwd: folder });
    assert.match(await read('echt/a.case.yaml'), /2013-12-25/);
    const { mtimeMs } = await stat(path.join(folder, 'echt/a.case.yaml'));
    const { stderr } = await vangnet(['check', '--fix'], { cwd: folder });
    assert.equal((await stat(path.join(folder, 'echt/a.case.yaml'))).mtimeMs, mtimeMs);
    assert.equal(stderr, 'vangnet: There was nothing to mend by itself.\n');
  });
});
