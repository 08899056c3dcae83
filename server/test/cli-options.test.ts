/** The options of `vangnet check` beside its formats: what is chosen, what counts, what is known, what is mended. */

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dutchCase } from '../src/testing/marked.js';
import { type Outcome, vangnet } from './run-cli.js';

const BIN = path.resolve('server/bin/vangnet.js');
/** A date that a fix rewrites (error) and a document that nothing uses (hint). */
const DOCUMENT = 'documents:\n  - id: doc\n    kind: media\n    title: Krant\n    date: 25-12-2013\n';
const CASE = dutchCase(DOCUMENT);
const PLACEHOLDER = '  - id: doc-b\n    kind: media\n    title: "{{titel}}"\n';
const CLEAN = dutchCase('');

describe('the options of check', function () {
  this.timeout(30_000);
  let folder = '';
  const write = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const check = (args: readonly string[], input?: string): Promise<Outcome> =>
    vangnet(['check', ...args], { cwd: folder, ...(input === undefined ? {} : { input }) });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-options-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  describe('reports', () => {
    it('go to several places at once, each --output to the --format before it', async () => {
      await write('a.case.yaml', CASE);
      const { code, stdout } = await check([
        ...[
          '--format',
          'junit:deep/er/junit.xml',
          '--format',
          'json',
          '--output',
          'a.json',
          '--format',
          'plain',
        ],
      ]);
      assert.equal(code, 1);
      assert.match(stdout, /^a\.case\.yaml:\d+:11: error bad-format /m);
      assert.match(await read('deep/er/junit.xml'), /<\/testsuites>\n$/);
      assert.equal((JSON.parse(await read('a.json')) as { summary: { error: number } }).summary.error, 1);
      assert.deepEqual((await readdir(folder)).sort(), ['a.case.yaml', 'a.json', 'deep']);
    });

    it('take the place of an older one, also through a link', async () => {
      await write('a.case.yaml', CLEAN);
      await write('old.json', 'old');
      await symlink('old.json', path.join(folder, 'link.json'));
      assert.equal((await check(['--output', 'link.json', '--format', 'json'])).stdout, '');
      assert.match(await read('old.json'), /^\{"version":1/);
    });

    it('are not begun where the options can’t be followed', async () => {
      await write('a.case.yaml', CASE);
      const { code, stdout, stderr } = await check([
        '--fix',
        '--format',
        'json:x',
        '--output',
        'a.case.yaml',
      ]);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /no ‘--format’ left .* ‘--output a\.case\.yaml’/);
      assert.deepEqual(await readdir(folder), ['a.case.yaml']);
      assert.equal(await read('a.case.yaml'), CASE);
    });
  });

  describe('the outcome', () => {
    it('counts warnings, and stays quiet about what doesn’t decide it', async () => {
      await write('a.case.yaml', CASE.replace('25-12-2013', '2013-12-25') + PLACEHOLDER);
      const one = await check(['--max-warnings', '0', '--quiet', '--format', 'pretty']);
      assert.deepEqual(
        { code: one.code, stdout: one.stdout, stderr: one.stderr },
        { code: 1, stdout: '', stderr: 'vangnet: 1 caution; more than 0 (--max-warnings).\n' },
      );
      assert.equal((await check(['--max-warnings', '1'])).code, 0);
      const loud = await check(['--fail-on', 'warning', '--quiet']);
      assert.equal(loud.code, 1);
      assert.match(loud.stdout, /^a\.case\.yaml:\d+:\d+: warning unfilled-placeholder [^\n]*\n$/);
    });

    it('comes with numbers where they are wanted', async () => {
      await write('a.case.yaml', CASE);
      await write('b.case.yaml', CASE);
      const { stderr } = await check(['--stats']);
      assert.match(stderr, /^Numbers of this run\n {2}2 case files, 36 lines\n/);
      assert.match(stderr, /\n {2}2 bad-format \(to correct\)\n/);
    });
  });

  describe('a baseline', () => {
    it('holds what is known: lines may move, new findings count, gone ones are told', async () => {
      await write('in/a.case.yaml', CASE);
      const made = await check(['--baseline', 'known.json', '--update-baseline']);
      assert.equal(made.code, 0);
      assert.equal(made.stdout, '');
      assert.match(made.stderr, /^vangnet: \d known findings were saved in ‘known\.json’\.\n$/);
      const baseline = await read('known.json');
      assert.ok(!baseline.includes('25-12') && !baseline.includes('Krant'));

      await write('in/a.case.yaml', `# erboven\n\n${CASE}${PLACEHOLDER}`);
      const more = await check(['--baseline', 'known.json']);
      assert.match(more.stdout, /unfilled-placeholder/);
      assert.doesNotMatch(more.stdout, /bad-format/);
      assert.equal(more.code, 0);

      await write('in/a.case.yaml', CASE.replace('25-12-2013', '2013-12-25'));
      const fewer = await check(['--baseline', 'known.json', '--format', 'pretty']);
      assert.equal(
        fewer.stderr,
        'vangnet: 1 known finding is gone: in/a.case.yaml bad-format. --update-baseline takes them off the list.\n',
      );
      assert.match(fewer.stdout, /^1 case file: nothing found \(\d already known\)/);
      assert.equal(await read('known.json'), baseline);
    });

    it('counts what is equal: a second of the same kind is new', async () => {
      const twice = CASE + DOCUMENT.split('\n').slice(1).join('\n').replace('id: doc', 'id: doc-b');
      await write('a.case.yaml', CASE);
      await check(['--baseline', 'known.json', '--update-baseline']);
      await write('a.case.yaml', twice);
      const { code, stdout } = await check(['--baseline', 'known.json']);
      assert.equal(code, 1);
      assert.equal(stdout.match(/bad-format/g)?.length, 1);
    });

    it('keeps what this run did not look at, drops what has gone, and means the same from elsewhere', async () => {
      await write('in/a.case.yaml', CASE);
      await write('b.case.yaml', CASE);
      await write('c.case.yaml', CASE);
      await check(['--baseline', 'known.json', '--update-baseline']);
      await rm(path.join(folder, 'c.case.yaml'));
      const before = await read('known.json');
      await check(['in', '--baseline', 'known.json', '--update-baseline']);
      const files = (text: string) =>
        Object.keys((JSON.parse(text) as { findings: Record<string, unknown> }).findings);
      assert.deepEqual(files(before), ['b.case.yaml', 'c.case.yaml', 'in/a.case.yaml']);
      assert.deepEqual(files(await read('known.json')), ['b.case.yaml', 'in/a.case.yaml']);
      const inside = await vangnet(['check', '--baseline', '../known.json'], {
        cwd: path.join(folder, 'in'),
      });
      assert.deepEqual({ code: inside.code, stdout: inside.stdout }, { code: 0, stdout: '' });
    });

    it('that is missing or odd ends with 2, hides nothing, and is not written over', async () => {
      await write('a.case.yaml', CASE);
      const missing = await check(['--baseline', 'known.json']);
      assert.equal(missing.code, 2);
      assert.match(missing.stderr, /There is no ‘known\.json’ yet/);
      assert.match(missing.stdout, /bad-format/);
      const conflict = '<<<<<<< HEAD\n{}\n';
      await write('known.json', conflict);
      const odd = await check(['--baseline', 'known.json', '--update-baseline']);
      assert.equal(odd.code, 2);
      assert.match(odd.stderr, /‘known\.json’ is no file of --update-baseline/);
      assert.equal(await read('known.json'), conflict);
    });
  });

  it('--fix-dry-run prints what `git apply` takes, and saves nothing', async () => {
    const name = 'map met 100%, en meer/a.case.yaml';
    const text = `\uFEFF${CASE.replaceAll('\n', '\r\n').trimEnd()}`;
    await write(name, text);
    const { code, stdout, stderr } = await check(['--fix-dry-run', '--format', 'json:left.json']);
    assert.equal(code, 0);
    assert.equal(stderr, 'vangnet: 1 point can be mended by itself. Nothing was saved.\n');
    assert.equal(await read(name), text);
    assert.equal((JSON.parse(await read('left.json')) as { summary: { error: number } }).summary.error, 0);
    execFileSync('git', ['apply', '--unsafe-paths', '-'], { cwd: folder, input: stdout });
    assert.equal(await read(name), text.replace('25-12-2013', '2013-12-25'));
  });

  it('--stdin takes the text from standard input, with the configuration of its name', async () => {
    await write('in/vangnet.config.yaml', 'rules: {bad-format: hint}\n');
    const { code, stdout } = await check(['--stdin', '--stdin-filename', 'in/nieuw.case.yaml'], CASE);
    assert.equal(code, 0);
    assert.match(stdout, /^in\/nieuw\.case\.yaml:\d+:11: hint bad-format /m);
    assert.deepEqual(await readdir(path.join(folder, 'in')), ['vangnet.config.yaml']);
    const diff = await check(['--stdin', '--fix-dry-run'], CASE);
    assert.match(diff.stdout, /^\+ {4}date: 2013-12-25$/m);
  });

  describe('--changed', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder });
    const checked = async (...args: string[]) => {
      const { code, stdout, stderr } = await check([...args, '--format', 'json']);
      assert.equal(code, 0, stderr);
      return (JSON.parse(stdout) as { files: { path: string }[] }).files.map((file) => file.path);
    };

    beforeEach(async () => {
      git('init', '--quiet', '--initial-branch', 'main');
      for (const name of ['a', 'b', 'in/c', 'in/é']) await write(`${name}.case.yaml`, CLEAN);
    });

    it('knows what is not committed yet, and what a branch has changed', async () => {
      assert.equal((await checked('--changed')).length, 4);
      git('add', '.');
      git('commit', '--quiet', '-m', 'one');
      assert.deepEqual(await checked('--changed'), []);
      assert.match((await check(['--changed'])).stderr, /No case file has changed/);
      git('switch', '--quiet', '--create', 'work');
      await write('in/é.case.yaml', `${CLEAN}# x\n`);
      git('commit', '--quiet', '-am', 'two');
      git('switch', '--quiet', 'main');
      await write('a.case.yaml', `${CLEAN}# x\n`);
      git('commit', '--quiet', '-am', 'elsewhere');
      git('switch', '--quiet', 'work');
      await write('new.case.yaml', CLEAN);
      assert.deepEqual(await checked('--changed'), ['new.case.yaml']);
      assert.deepEqual(await checked('--changed', 'main'), ['in/é.case.yaml', 'new.case.yaml']);
      assert.deepEqual(await checked('in', '--changed', 'main'), ['in/é.case.yaml']);
    });

    it('takes a changed configuration for a change of all below it', async () => {
      git('add', '.');
      git('commit', '--quiet', '-m', 'one');
      await write('in/vangnet.config.yaml', 'language: nl\n');
      assert.deepEqual(await checked('--changed'), ['in/c.case.yaml', 'in/é.case.yaml']);
    });

    it('starts no program that the repository names, and fetches nothing', async function () {
      if (process.platform === 'win32') this.skip();
      git('add', '.');
      git('commit', '--quiet', '-m', 'one');
      const trace = path.join(folder, 'ran');
      const evil = `touch '${trace}'; cat`;
      for (const name of ['e', 'e=x', 'required'])
        for (const kind of ['clean', 'smudge', 'process']) git('config', `filter.${name}.${kind}`, evil);
      git('config', 'filter.required.required', 'true');
      for (const [key, value] of [
        ['core.fsmonitor', evil],
        ['diff.external', evil],
        ['diff.e.textconv', evil],
        ['core.sshCommand', evil],
        ['remote.origin.url', 'ext::sh -c touch% ran'],
        ['remote.origin.promisor', 'true'],
        ['remote.origin.partialclonefilter', 'blob:none'],
        ['protocol.ext.allow', 'always'],
      ] as const)
        git('config', key, value);
      await write('.git/info/attributes', 'a* filter=e diff=e\nb* filter=e=x\nin/* filter=required\n');
      for (const name of ['a', 'b', 'in/c']) await write(`${name}.case.yaml`, `${CLEAN}# x\n`);
      assert.deepEqual(await checked('--changed'), ['a.case.yaml', 'b.case.yaml', 'in/c.case.yaml']);
      // A commit that is named by what is missing here would be fetched.
      await check(['--changed', 'f'.repeat(40)]);
      assert.ok(!(await readdir(folder)).includes('ran'), 'a program of the repository ran');
    });

    it('says what git does not know', async () => {
      for (const [args, message] of [
        [['--changed', 'nope'], /Git does not know ‘nope’/],
        [['--changed', 'in'], /‘in’ as a version, but it is a file or folder\. Put it before --changed/],
      ] as const) {
        const { code, stderr } = await check(args);
        assert.equal(code, 2);
        assert.match(stderr, message);
      }
      await rm(path.join(folder, '.git'), { recursive: true });
      assert.match((await check(['--changed'])).stderr, /needs this folder to be under git/);
    });
  });

  it('--watch checks again what changes, until it is stopped', async () => {
    await write('a.case.yaml', CLEAN);
    const child = spawn(process.execPath, [BIN, 'check', '--watch', '--lang', 'en'], { cwd: folder });
    let out = '';
    const seen = async (pattern: RegExp) => {
      while (!pattern.test(out)) await once(child.stdout, 'data');
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    try {
      await seen(/^\[\d\d:\d\d:\d\d\] > checking 1 case file\n[\s\S]*\n\[\d\d:\d\d:\d\d\] = done;/);
      await write('b.case.yaml', CASE);
      await seen(
        /> something changed: checking 1 case file again\n[\s\S]*b\.case\.yaml:\d+:11: error bad-format [\s\S]*\] = done/,
      );
      out = '';
      await write('vangnet.config.yaml', 'rules: {bad-format: off}\n');
      await seen(/checking 2 case files again\n[\s\S]*\] = done/);
      assert.doesNotMatch(out, /bad-format/);
    } finally {
      child.kill('SIGINT');
    }
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
});
