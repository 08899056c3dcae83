/** `vangnet check` over many files: threads, the cache, Ctrl-C, and parts that `vangnet merge` puts together. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FORMATS } from '../src/cli/formats.js';
import { dutchCase } from '../src/testing/marked.js';
import { vangnet } from './run-cli.js';

const BIN = path.resolve('server/bin/vangnet.js');
const SAMPLES = path.resolve('samples');
const CRLF_AND_MARK = `\uFEFF${dutchCase('documents:\n  - id: doc\n    kind: media\n    title: "Krant 😀"\n    date: 25-12-2013\n')}`;

describe('check over many files', function () {
  this.timeout(60_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-scale-'));
    await mkdir(path.join(folder, 'zaken'));
    for (const name of await readdir(SAMPLES))
      if (name.endsWith('.case.yaml'))
        await copyFile(path.join(SAMPLES, name), path.join(folder, 'zaken', name));
    await writeFile(path.join(folder, 'zaken/crlf.zaak.yml'), CRLF_AND_MARK.replaceAll('\n', '\r\n'));
    await writeFile(path.join(folder, 'zaken/stuk.case.yaml'), 'vangnet: 1\ncase: {id: x, titel: [\n');
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const check = (...args: string[]) => vangnet(['check', 'zaken', ...args], { cwd: folder });

  for (const format of ['plain', 'sarif'] as const)
    it(`reports the same with threads as without: ${format}`, async () => {
      const alone = await check('--jobs', '1', '--format', format);
      assert.ok(alone.stdout.length > 1000);
      assert.deepEqual(await check('--jobs', '2', '--format', format), alone);
    });

  it('mends with threads as without', async () => {
    const texts = [];
    for (const jobs of ['1', '2']) {
      const copy = path.join(folder, `mend-${jobs}`);
      await mkdir(copy);
      for (const name of ['common-mistakes.case.yaml', 'crlf.zaak.yml'])
        await copyFile(path.join(folder, 'zaken', name), path.join(copy, name));
      await vangnet(['check', '--fix', '--jobs', jobs], { cwd: copy });
      texts.push(await readFile(path.join(copy, 'crlf.zaak.yml'), 'utf8'));
    }
    assert.equal(texts[0], CRLF_AND_MARK.replaceAll('\n', '\r\n').replace('25-12-2013', '2013-12-25'));
    assert.equal(texts[1], texts[0]);
  });

  it('says what fits --jobs and --shard', async () => {
    const { code, stderr } = await check('--jobs', '0');
    assert.equal(code, 2);
    assert.match(stderr, /‘0’ does not fit ‘--jobs <n>’\. It takes a whole number from 1 to 256\./);
    assert.match((await check('--shard', '3/2')).stderr, /‘3\/2’ does not fit .* such as 2\/5/);
  });

  describe('with a cache', () => {
    const cache = () => path.join(folder, '.vangnet-cache');
    const cached = async (...args: string[]) => {
      const { stdout, stderr, code } = await check('--cache', '--stats', ...args);
      const [, count = '0'] = /(\d+) of them from the cache/.exec(stderr) ?? [];
      return { stdout, code, known: Number(count) };
    };
    beforeEach(() => rm(cache(), { recursive: true, force: true }));

    it('reports the same, and checks again only what has changed', async () => {
      const plain = await check();
      const files = (await readdir(path.join(folder, 'zaken'))).length;
      const first = await cached();
      assert.deepEqual(first, { stdout: plain.stdout, code: plain.code, known: 0 });
      assert.deepEqual(await cached(), { stdout: plain.stdout, code: plain.code, known: files });
      const name = path.join(folder, 'zaken/minimal.case.yaml');
      const text = await readFile(name, 'utf8');
      await writeFile(name, `${text}# een regel\n`);
      assert.equal((await cached()).known, files - 1);
      await writeFile(name, text);
      assert.equal((await cached()).known, files);
    });

    it('keeps fixes for the formats that show them', async () => {
      const { stdout } = await check('--format', 'sarif');
      await cached();
      assert.equal((await cached('--format', 'sarif')).known, 0);
      const again = await cached('--format', 'sarif');
      assert.ok(again.known > 0);
      assert.equal(again.stdout, stdout);
    });

    it('sees a named file come, and other settings', async () => {
      const named = dutchCase(
        'documents:\n  - id: doc\n    kind: media\n    title: Krant\n    file: krant.pdf\n',
      );
      await mkdir(path.join(folder, 'bij'));
      await writeFile(path.join(folder, 'bij/a.case.yaml'), named);
      const run = async () => (await vangnet(['check', 'bij', '--cache'], { cwd: folder })).stdout;
      const before = await run();
      assert.match(before, /krant\.pdf/);
      await writeFile(path.join(folder, 'bij/krant.pdf'), '');
      assert.doesNotMatch(await run(), /krant\.pdf/);
      assert.match(await run(), /hint unused-item/);
      await writeFile(path.join(folder, 'bij/vangnet.config.yaml'), 'rules: {unused-item: error}\n');
      assert.match(await run(), /error unused-item/);
      await rm(path.join(folder, 'bij'), { recursive: true });
    });

    it('is shared by runs side by side', async () => {
      const plain = await check();
      for (const { stdout } of await Promise.all([cached(), cached(), cached()]))
        assert.equal(stdout, plain.stdout);
      assert.equal((await cached()).stdout, plain.stdout);
    });

    it('that can’t be used is told, and the check is done without', async () => {
      await writeFile(path.join(folder, 'bestand'), '');
      const { stdout, stderr, code } = await check('--cache-location', 'bestand');
      const plain = await check();
      assert.deepEqual({ stdout, code }, { stdout: plain.stdout, code: plain.code });
      assert.match(
        stderr,
        /^vangnet: The cache in ‘.*bestand’ can’t be used \(E\w+\)\. The check was done without\.\n$/,
      );
    });

    it('is never where a link leads out of the folder', async function () {
      if (process.platform === 'win32') this.skip();
      const outside = await mkdtemp(path.join(tmpdir(), 'vangnet-outside-'));
      await symlink(outside, cache());
      const { stderr } = await check('--cache');
      assert.match(stderr, /can’t be used/);
      assert.deepEqual(await readdir(outside), []);
      await rm(outside, { recursive: true });
      await rm(cache());
    });
  });

  describe('in parts', () => {
    const part = (number: number, ...args: string[]) =>
      check('--shard', `${number}/3`, '--format', `json:deel-${number}.json`, ...args);
    const merge = (...args: string[]) => vangnet(['merge', ...args], { cwd: folder });
    const parts = ['deel-1.json', 'deel-2.json', 'deel-3.json'];
    before(async () => {
      for (const number of [1, 2, 3]) await part(number);
    });

    for (const format of FORMATS)
      it(`is reported as if it had been one run: ${format}`, async () => {
        const whole = await check('--format', format);
        assert.deepEqual(await merge(...parts.toReversed(), '--format', format), whole);
      });

    it('speaks the language asked for, and reads parts that were laid out anew', async () => {
      const text = JSON.stringify(
        JSON.parse(await readFile(path.join(folder, 'deel-1.json'), 'utf8')),
        null,
        2,
      );
      await writeFile(path.join(folder, 'anders.json'), text);
      const { stdout } = await merge('anders.json', 'deel-2.json', 'deel-3.json', '--lang', 'nl');
      assert.equal(stdout, (await check('--lang', 'nl')).stdout);
    });

    it('takes a baseline, and what decides the outcome', async () => {
      const saved = await merge(...parts, '--baseline', 'bekend.json', '--update-baseline', '--quiet');
      assert.equal(saved.code, 0);
      const known = await check('--baseline', 'bekend.json');
      assert.deepEqual({ code: known.code, stdout: known.stdout }, { code: 0, stdout: '' });
      assert.equal((await merge(...parts, '--fail-on', 'hint')).code, 1);
    });

    it('that are missing, double, damaged or something else are told, and the rest is reported', async () => {
      const lone = await merge('deel-1.json', 'deel-1.json');
      assert.equal(lone.code, 2);
      assert.match(lone.stderr, /‘deel-1\.json’ was left out: it is part 1\/3, as ‘deel-1\.json’ is\./);
      assert.match(lone.stderr, /Missing: part 2\/3, 3\/3\./);
      assert.ok(lone.stdout.length > 100);
      const whole = await readFile(path.join(folder, 'deel-2.json'), 'utf8');
      await writeFile(path.join(folder, 'half.json'), whole.slice(0, whole.length / 2));
      const half = await merge('deel-1.json', 'half.json', 'deel-3.json');
      assert.equal(half.code, 2);
      assert.match(half.stderr, /‘half\.json’ is not whole\. What could be read of it is included\./);
      await check('--format', 'json:gewoon.json');
      assert.match(
        (await merge('gewoon.json')).stderr,
        /‘gewoon\.json’ is no report of a part\. Make it with/,
      );
      assert.match((await merge('nergens.json')).stderr, /‘nergens\.json’ can’t be read \(ENOENT\)\./);
      await writeFile(path.join(folder, 'oud.json'), whole.replace(/"by":"[^"]*"/, '"by":"0.0.1"'));
      assert.match((await merge('oud.json')).stderr, /‘oud\.json’ was made with version 0\.0\.1/);
    });

    it('tells what a part could not read', async () => {
      await writeFile(path.join(folder, 'zaken/geen-tekst.case.yaml'), Buffer.from([0x61, 0xff, 0x0a]));
      const codes = [];
      for (const number of [1, 2, 3]) codes.push((await part(number)).code);
      assert.ok(codes.includes(2));
      const { code, stderr } = await merge(...parts);
      assert.equal(code, 2);
      assert.match(stderr, /deel-\d\.json: ‘zaken\/geen-tekst\.case\.yaml’ is no text in UTF-8/);
      await rm(path.join(folder, 'zaken/geen-tekst.case.yaml'));
    });
  });

  it('that is stopped by Ctrl-C ends cleanly with what was found', async function () {
    if (process.platform === 'win32') this.skip();
    const many = path.join(folder, 'veel');
    await mkdir(many);
    const text = await readFile(path.join(SAMPLES, 'semon-weak.case.yaml'), 'utf8');
    for (let number = 1000; number < 3000; number++)
      await writeFile(path.join(many, `z${number}.case.yaml`), text);
    for (const jobs of ['1', '2']) {
      const args = [BIN, 'check', 'veel', '--format', 'json', '--jobs', jobs, '--lang', 'en'];
      const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        stdout += chunk;
      });
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        stderr += chunk;
      });
      await once(child.stdout, 'data');
      child.kill('SIGINT');
      const [code] = (await once(child, 'close')) as [number | null];
      assert.equal(code, 130);
      const { files, summary } = JSON.parse(stdout) as { files: unknown[]; summary: { files: number } };
      assert.equal(summary.files, files.length);
      assert.ok(files.length > 0 && files.length < 2000, String(files.length));
      assert.match(
        stderr,
        /^vangnet: Stopped after \d+ of 2000 files\. The report holds what was found until then\.\n$/,
      );
    }
  });
});
