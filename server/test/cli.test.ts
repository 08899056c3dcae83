/** `vangnet check` as CASE-FORMAT.md describes it: on the built bin, as a person or a CI job runs it. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LineIndex } from '../src/core/text.js';
import { dutchCase } from '../src/testing/marked.js';
import { PULLING, TestClient } from './lsp-client.js';
import { type Outcome, vangnet } from './run-cli.js';

const BIN = path.resolve('server/bin/vangnet.js');
const CLEAN = dutchCase('');
/** One error, at line 15. */
const ERROR = dutchCase('timeline:\n  - id: ev\n    date: 2013-02-30\n    title: T\n    persons: [a]\n');

interface Report {
  version: number;
  files: {
    path: string;
    findings: {
      rule: string;
      severity: string;
      message: string;
      range: unknown;
      fixes: { id: string; title: string }[];
    }[];
  }[];
  summary: Record<string, number>;
}

describe('vangnet check', function () {
  this.timeout(30_000);
  let folder = '';
  const write = async (name: string, text: string | Buffer) => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const check = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
    vangnet(['check', ...args], { cwd: folder, env });
  const json = async (...args: string[]) =>
    JSON.parse((await check([...args, '--format', 'json'])).stdout) as Report;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet check-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('prints a line a finding, counted from 1, and ends with 1 at an error', async () => {
    await write('a.case.yaml', ERROR);
    const { code, stdout } = await check([]);
    assert.equal(code, 1);
    const line = stdout.split('\n').find((one) => one.includes('impossible-date'));
    assert.match(
      line ?? '',
      /^a\.case\.yaml:15:11: error impossible-date There is no such day: 2013-02-30\. /,
    );
    for (const one of stdout.trimEnd().split('\n'))
      assert.match(one, /^a\.case\.yaml:\d+:\d+: (?:error|warning|information|hint) [a-z-]+ \S/);
  });

  it('ends by what --fail-on says', async () => {
    await write('a.case.yaml', dutchCase('documents:\n  - id: doc\n    kind: media\n    title: Krant\n'));
    assert.equal((await check([])).code, 0);
    assert.equal((await check(['--fail-on', 'warning'])).code, 0);
    assert.equal((await check(['--fail-on', 'hint'])).code, 1);
  });

  it('counts columns as a person does, positions in JSON in UTF-16', async () => {
    const text = dutchCase('x-n: 1\n').replace('title: Test', 'title: "😀é"\n  confidentialty: real');
    await write('a.case.yaml', text.replace('    name: Ada', '    name: 😀😀 {{naam}}'));
    const { stdout } = await check([]);
    assert.match(stdout, /:11:14: warning unfilled-placeholder/);
    const [file] = (await json()).files;
    const found = file?.findings.find(({ rule }) => rule === 'unfilled-placeholder');
    assert.deepEqual(found?.range, { start: { line: 10, character: 15 }, end: { line: 10, character: 23 } });
  });

  it('gives JSON of the form that is promised', async () => {
    await write('map/a.case.yaml', ERROR);
    const report = await json();
    assert.deepEqual(Object.keys(report), ['version', 'files', 'summary']);
    assert.equal(report.version, 1);
    assert.equal(report.files[0]?.path, 'map/a.case.yaml');
    const found = report.files[0]?.findings.find(({ rule }) => rule === 'impossible-date');
    assert.deepEqual(Object.keys(found ?? {}), ['rule', 'severity', 'message', 'range', 'related', 'fixes']);
    assert.deepEqual(found?.fixes.at(-1), {
      title: 'Silence the check ‘impossible-date’ here, with a reason',
      id: 'silence',
    });
    assert.equal(report.summary.files, 1);
    assert.equal(
      (report.summary.error ?? 0) +
        (report.summary.warning ?? 0) +
        (report.summary.information ?? 0) +
        (report.summary.hint ?? 0),
      report.files[0]?.findings.length,
    );
    assert.deepEqual(await json('map/a.case.yaml'), report);
  });

  it('takes files, folders and globs, in the order of their names, each once', async () => {
    for (const name of [
      'b.case.yaml',
      'a.zaak.yml',
      'in/c.case.yml',
      'in/d.zaak.yaml',
      'in/other.yaml',
      'node_modules/x.case.yaml',
    ])
      await write(name, CLEAN);
    const paths = async (...args: string[]) => (await json(...args)).files.map((file) => file.path);
    assert.deepEqual(await paths(), ['a.zaak.yml', 'b.case.yaml', 'in/c.case.yml', 'in/d.zaak.yaml']);
    assert.deepEqual(await paths('in', 'in/c.case.yml'), ['in/c.case.yml', 'in/d.zaak.yaml']);
    assert.deepEqual(await paths('**/*.case.*'), ['b.case.yaml', 'in/c.case.yml']);
    assert.deepEqual(await paths('in/other.yaml'), ['in/other.yaml']);
  });

  it('ends with 2 where the run itself failed, and still checks the rest', async () => {
    await write('a.case.yaml', ERROR);
    await write('latin.case.yaml', Buffer.from([0x76, 0xe9, 0x0a]));
    const missing = await check(['a.case.yaml', 'weg.case.yaml']);
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /There is no ‘weg\.case\.yaml’/);
    assert.match(missing.stdout, /impossible-date/);
    const latin = await check(['.']);
    assert.equal(latin.code, 2);
    assert.match(latin.stderr, /‘latin\.case\.yaml’ is no text in UTF-8/);
    assert.match(latin.stdout, /impossible-date/);
    await mkdir(path.join(folder, 'leeg'));
    const empty = await check(['leeg']);
    assert.equal(empty.code, 2);
    assert.match(empty.stderr, /There is no case file under ‘leeg’/);
    for (const args of [['--format', 'xml'], ['--nonsense'], ['--fail-on', 'loud']])
      assert.equal((await check(args)).code, 2);
  });

  it('speaks the language asked for, else the locale’s, else English', async () => {
    await write('a.case.yaml', ERROR);
    const words = async (args: string[], locale: string) => (await check(args, { LC_ALL: locale })).stdout;
    assert.match(await words(['--lang', 'nl'], 'de_DE.UTF-8'), /bestaat niet/);
    assert.match(await words([], 'de_DE.UTF-8'), /gibt es nicht/);
    assert.match(await words([], 'fr_FR.UTF-8'), /There is no such day/);
  });

  it('colours what is pretty for a terminal, and nothing where that isn’t wanted', async () => {
    await write('a.case.yaml', ERROR);
    const pretty = async (env: NodeJS.ProcessEnv) => (await check(['--format', 'pretty'], env)).stdout;
    assert.ok((await pretty({ NO_COLOR: '', FORCE_COLOR: '1' })).includes('\u001b['));
    for (const env of [{ NO_COLOR: '1' }, { NO_COLOR: '', FORCE_COLOR: '0' }, { NO_COLOR: '' }])
      assert.ok(!(await pretty(env)).includes('\u001b['), JSON.stringify(env));
    const text = await pretty({});
    assert.match(text, /\n {3}15 │ {5}date: 2013-02-30\n {6}│ {11}\^{10}\n/);
    assert.match(text, /no legal advice/);
  });

  it('shows no control characters of a file', async () => {
    await write(
      'a.case.yaml',
      dutchCase('timeline:\n  - id: "\\e[31m"\n    date: 2013\n    title: T\n').replace(
        'Test',
        '"\u009b31m"',
      ),
    );
    const { stdout } = await check(['--format', 'pretty']);
    assert.ok(!/(?!\n)\p{Cc}/u.test(stdout));
  });

  it('takes a byte-order mark and CRLF as no part of the text', async () => {
    await write('a.case.yaml', `\uFEFF${ERROR.replaceAll('\n', '\r\n')}`);
    assert.match((await check([])).stdout, /a\.case\.yaml:15:11: error impossible-date/);
  });

  it('says in a line, and by 2, that a report did not arrive whole because nobody read on; others do', async () => {
    // More than a pipe holds.
    for (let n = 0; n < 600; n++) await write(`${n}.case.yaml`, ERROR);
    const script = `{ "${process.execPath}" "${BIN}" check . --lang en --format plain --format json:left.json; echo $? > code; } | head -1`;
    const piped = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    assert.equal(piped.stdout.trimEnd().split('\n').length, 1);
    assert.equal(
      piped.stderr,
      'vangnet: Whoever read the report stopped before its end; it did not arrive whole.\n',
    );
    assert.equal(await readFile(path.join(folder, 'code'), 'utf8'), '2\n');
    const left = JSON.parse(await readFile(path.join(folder, 'left.json'), 'utf8')) as Report;
    assert.equal(left.summary.files, 600);
  });

  it('tells how it is used', async () => {
    const help = await vangnet(['check', '--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /^Usage: vangnet check /);
    assert.equal((await vangnet(['--help'])).code, 0);
    assert.match(
      (await vangnet(['--version'])).stdout,
      /^\d+\.\d+\.\d+\nlaw as of \d+ \w+ \d{4} \(version \d+\)\n$/,
    );
  });

  it('finds what the server finds, also after edits', async () => {
    const before = await readFile('samples/semon-weak.case.yaml', 'utf8');
    const client = await TestClient.start(PULLING, { language: 'en' });
    try {
      await client.open('file:///elsewhere/a.case.yaml', before);
      const edits = [
        ['scope: first-procedure', 'scope: any-time'],
        ['lodged: 2014-03-24', 'lodged: 2014-13-24'],
        ['kind: medical', 'knd: medical'],
      ] as const;
      let text = before;
      for (const [version, [from, to]] of edits.entries()) {
        const lines = new LineIndex(text);
        const at = text.indexOf(from);
        await client.connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: 'file:///elsewhere/a.case.yaml', version: version + 2 },
          contentChanges: [{ range: lines.range(at, at + from.length), text: to }],
        });
        text = text.replace(from, to);
      }
      const { items } = await client.pull('file:///elsewhere/a.case.yaml');
      await write('a.case.yaml', text);
      const [file] = (await json('a.case.yaml')).files;
      const ofCli = file?.findings.map(({ rule, range, message }) => [rule, range, message]);
      assert.deepEqual(
        items.map(({ code, range, message }) => [code, range, message.replaceAll('\n', ' ')]),
        ofCli,
      );
    } finally {
      await client.stop();
    }
  });
});
