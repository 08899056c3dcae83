/**
 * `vangnet export` as a user runs it. What comes out is compared with the files in server/test/export; after a change
 * that is meant, VANGNET_UPDATE=1 writes them anew: read the difference before you commit it.
 */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vangnet } from './run-cli.js';

const GOLDEN = path.resolve('server/test/export');
const CASE = 'voorbeeld.case.yaml';

describe('vangnet export', function () {
  this.timeout(60_000);
  let folder = '';
  const run = (...args: readonly string[]) => vangnet(['export', ...args], { cwd: folder });
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-export-'));
    await cp(path.join(GOLDEN, CASE), path.join(folder, CASE));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  for (const [what, to, language] of [
    ['request', 'md', 'nl'],
    ['request', 'md', 'de'],
    ['case', 'html', 'nl'],
    ['case', 'json', 'en'],
    ['letters', 'md', 'nl'],
    ['chronology', 'md', 'nl'],
  ] as const)
    it(`writes the ${what} as ${to} in ${language}`, async () => {
      const outcome = await run(CASE, '--what', what, '--to', to, '--lang', language, '-o', '-');
      assert.equal(outcome.stderr, '');
      assert.equal(outcome.code, 0);
      const golden = path.join(GOLDEN, `${what}.${language}.${to}`);
      const shown = withoutStyle(outcome.stdout);
      if (process.env.VANGNET_UPDATE) await writeFile(golden, shown);
      assert.equal(shown, await readFile(golden, 'utf8'));
    });

  it('puts the file beside the case, in the language of the case, and says where', async () => {
    await mkdir(path.join(folder, 'zaken'));
    await cp(path.join(folder, CASE), path.join(folder, 'zaken', 'a.zaak.yml'));
    const { code, stdout } = await run('zaken/a.zaak.yml');
    assert.equal(code, 0);
    assert.equal(stdout, 'Written: zaken/a-verzoek.docx\n');
    const bytes = await readFile(path.join(folder, 'zaken', 'a-verzoek.docx'));
    assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  });

  it('takes the format from the name, and writes terms for a calendar', async () => {
    assert.equal((await run(CASE, '-o', 'x.html', '--what', 'case')).code, 0);
    assert.match(await read('x.html'), /^<!DOCTYPE html>/);
    assert.equal((await run(CASE, '--to', 'ics')).stdout, 'Written: voorbeeld-termijnen.ics\n');
    assert.match(await read('voorbeeld-termijnen.ics'), /DTSTART;VALUE=DATE:20240625/);
  });

  it('replaces nothing unasked', async () => {
    await writeFile(path.join(folder, 'x.md'), 'van mij');
    const refused = await run(CASE, '-o', 'x.md');
    assert.equal(refused.code, 2);
    assert.equal(
      refused.stderr,
      'vangnet: ‘x.md’ is there already and was left as it was. --force replaces it.\n',
    );
    assert.equal(await read('x.md'), 'van mij');
    assert.equal((await run(CASE, '-o', 'x.md', '--force')).code, 0);
    assert.match(await read('x.md'), /Geen juridisch advies/);
    assert.deepEqual((await readdir(folder)).sort(), [CASE, 'x.md']);
  });

  it('never writes over a case file, whatever is said', async () => {
    const before = await read(CASE);
    const targets = [CASE, 'ander.case.yaml'];
    if (process.platform !== 'win32') {
      await symlink(CASE, path.join(folder, 'link.md'));
      targets.push('link.md');
    }
    for (const target of targets) {
      const { code, stderr } = await run(CASE, '--to', 'md', '--force', '-o', target);
      assert.equal(code, 2, target);
      assert.match(stderr, /is a case file/);
    }
    assert.equal(await read(CASE), before);
    await cp(path.join(folder, CASE), path.join(folder, 'plain.yaml'));
    assert.match(
      (await run('plain.yaml', '--to', 'md', '--force', '-o', 'plain.yaml')).stderr,
      /is a case file/,
    );
  });

  it('goes on with the others where one can’t be exported', async () => {
    await writeFile(path.join(folder, 'a.case.yaml'), 'niets');
    await writeFile(path.join(folder, 'b.case.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
    const { code, stdout, stderr } = await run('.', 'weg.case.yaml', '--to', 'md');
    assert.equal(code, 2);
    assert.equal(stdout, 'Written: voorbeeld-verzoek.md\n');
    assert.match(stderr, /a\.case\.yaml: There is no case in this file yet/);
    assert.match(stderr, /‘b\.case\.yaml’ is no text in UTF-8/);
    assert.match(stderr, /There is no ‘weg\.case\.yaml’/);
  });

  it('puts many into a folder, each once', async () => {
    await mkdir(path.join(folder, 'uit'));
    await mkdir(path.join(folder, 'sub'));
    await cp(path.join(folder, CASE), path.join(folder, 'sub', CASE));
    const many = await run('.', '--to', 'json', '-o', 'uit');
    assert.equal(many.code, 2);
    assert.match(
      many.stderr,
      /‘uit\/voorbeeld-verzoek\.json’ would be written twice, also from sub\/voorbeeld/,
    );
    assert.equal(JSON.parse(await read('uit/voorbeeld-verzoek.json')).what, 'request');
    assert.match((await run('.', '-o', 'een.md')).stderr, /There are 2 cases, but --output names one file/);
    assert.match((await run(CASE, '-o', 'weg/')).stderr, /There is no folder ‘weg’/);
  });

  it('gives the place to one of several that want it at the same moment', async () => {
    const all = await Promise.all([1, 2, 3].map(() => run(CASE, '--to', 'md')));
    assert.deepEqual(all.map(({ code }) => code).sort(), [0, 2, 2]);
    assert.match(await read('voorbeeld-verzoek.md'), /Geen juridisch advies/);
    assert.deepEqual((await readdir(folder)).sort(), [CASE, 'voorbeeld-verzoek.md'].sort());
  });

  it('writes no two cases into one file, whatever its names', async function () {
    if (process.platform === 'win32') this.skip();
    for (const one of ['a', 'b']) {
      await mkdir(path.join(folder, one));
      await cp(path.join(folder, CASE), path.join(folder, one, CASE));
    }
    await symlink('../a/voorbeeld-verzoek.md', path.join(folder, 'b/voorbeeld-verzoek.md'));
    const { code, stdout, stderr } = await run('a', 'b', '--to', 'md', '--force');
    assert.equal(code, 2);
    assert.equal(stdout, 'Written: a/voorbeeld-verzoek.md\n');
    assert.match(stderr, /‘b\/voorbeeld-verzoek\.md’ would be written twice, also from a\/voorbeeld/);
  });

  it('lets nobody read a paper who may not read the case', async function () {
    if (process.platform === 'win32') this.skip();
    await chmod(path.join(folder, CASE), 0o600);
    await run(CASE, '--to', 'md');
    assert.equal((await stat(path.join(folder, 'voorbeeld-verzoek.md'))).mode & 0o777, 0o600);
  });

  it('writes into a pipe, and doesn’t put a file in its place', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [path.join(folder, 'pijp')]);
    const reader = readFile(path.join(folder, 'pijp'), 'utf8');
    assert.equal((await run(CASE, '--to', 'md', '--force', '-o', 'pijp')).code, 0);
    assert.match(await reader, /Geen juridisch advies/);
    assert.ok((await stat(path.join(folder, 'pijp'))).isFIFO());
  });

  it('leaves all as it was where the disk is full in the middle of a file', async function () {
    if (process.platform === 'win32') this.skip();
    const bin = path.resolve('server/bin/vangnet.js');
    // No file may be longer than four blocks: a disk that is full, without filling one.
    const full = (...args: string[]) =>
      spawnSync(
        'sh',
        ['-c', `ulimit -f 4; exec "${process.execPath}" "${bin}" export --lang en ${args.join(' ')}`],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
    const first = full(CASE);
    assert.equal(first.status, 2);
    assert.match(first.stderr, /‘voorbeeld-request\.docx’ can’t be saved \(EFBIG\)/);
    assert.deepEqual(await readdir(folder), [CASE]);
    await writeFile(path.join(folder, 'x.docx'), 'van mij');
    assert.equal(full(CASE, '-o', 'x.docx', '--force').status, 2);
    assert.equal(await read('x.docx'), 'van mij');
    assert.deepEqual((await readdir(folder)).sort(), [CASE, 'x.docx']);
  });

  it('says what it can’t do, and what there is nothing for', async () => {
    assert.match((await run(CASE, '--to', 'docx', '-o', '-')).stderr, /can’t go to the output/);
    const final = path.resolve('samples/semon.case.yaml');
    assert.match((await run(final, '--to', 'ics', '-o', '-')).stderr, /no time limit is running/);
    assert.match((await run(final, '--what', 'letters', '-o', '-')).stderr, /no letter of status ‘planned’/);
    for (const args of [[], [CASE, '--to', 'pdf'], [CASE, '--what', 'alles']])
      assert.equal((await run(...args)).code, 2, args.join(' '));
    assert.match((await run('--help')).stdout, /Information, no legal advice/);
  });
});

/** The style has a file of its own; that the page lets in no other is tested beside it. */
function withoutStyle(page: string): string {
  return page.replace(/<style>[\s\S]*<\/style>/, '<style></style>').replace(/'sha256-[^']+'/, "'sha256-…'");
}
