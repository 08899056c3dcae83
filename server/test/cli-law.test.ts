/** `vangnet law` and `--law`: the state of the law, shown, saved and replaced without a new release. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OWN_LAW } from '../src/generated/law.js';
import type { LawFile } from '../src/knowledge/law-in-use.js';
import { dutchCase } from '../src/testing/marked.js';
import { vangnet } from './run-cli.js';

describe('the command line and the law', function () {
  this.timeout(20_000);
  let folder = '';
  const run = (...args: string[]) => vangnet(args, { cwd: folder });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-law-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** A newer file, in which a source lapsed in 2020. */
  async function newer(id: string): Promise<string> {
    await run('law', '--export', 'law.json');
    const file: LawFile = JSON.parse(await readFile(path.join(folder, 'law.json'), 'utf8'));
    const { data } = file;
    const sources = data.sources.map((source) =>
      source.id === id ? { ...source, inForce: { from: '2001-04-01', to: '2020-01-01' } } : source,
    );
    const next = { ...file, version: OWN_LAW.version + 1, data: { ...data, sources } };
    const sha256 = createHash('sha256')
      .update(JSON.stringify([next.version, next.date, next.data]))
      .digest('hex');
    await writeFile(path.join(folder, 'newer.json'), JSON.stringify({ ...next, sha256 }));
    return 'newer.json';
  }

  it('tells which state of the law is in use', async () => {
    const { stdout, code } = await run('law', '--lang', 'nl');
    assert.equal(code, 0);
    assert.match(stdout, /^Recht per \d+-\d+-\d{4} \(versie \d+\), van Vangnet zelf\.\n\d+ bronnen: /);
    assert.match(stdout, /geen juridisch advies/);
    const report = JSON.parse((await run('law', '--format', 'json')).stdout);
    assert.equal(report.date, OWN_LAW.date);
    assert.equal(report.sources.all, report.sources.verified + report.sources.recalled);
  });

  it('lists what was not checked since a day, and what not for too long by the settings', async () => {
    const list = JSON.parse((await run('law', '--since', '2100-01-01', '--format', 'json')).stdout);
    const { sources } = JSON.parse((await run('law', '--format', 'json')).stdout);
    assert.equal(list.sources.length, sources.all);
    const recalled = JSON.parse(
      (await run('law', '--since', '2000-01-01', '--format', 'json')).stdout,
    ).sources;
    assert.ok(recalled.length > 0 && recalled.every(({ verified }: { verified?: string }) => !verified));
    await writeFile(
      path.join(folder, 'vangnet.config.yaml'),
      'rules:\n  source-needs-review:\n    severity: information\n    months: 1000\n',
    );
    const { stdout, code } = await run('law', '--expired');
    assert.equal(code, 1);
    assert.match(stdout, /in the last 1000 months:\n {2}echr\.3: .*never compared/);
    assert.equal((await run('law', '--since', '2026')).code, 2);
  });

  it('saves the data, and over nothing unasked', async () => {
    assert.match((await run('law', '--export', 'law.json')).stdout, /^Saved: law\.json\n$/);
    assert.equal((await run('law', '--export', 'law.json')).code, 2);
    assert.equal((await run('law', '--export', 'law.json', '--force')).code, 0);
  });

  it('rests all that it finds on the file that is named, in its threads and its cache too', async () => {
    await writeFile(
      path.join(folder, 'a.case.yaml'),
      dutchCase('claim:\n  id: v\n  kind: deferral\n  grounds: [nl.vw.14]\n'),
    );
    const outdated = async (...args: string[]) =>
      (await run('check', '--format', 'json', ...args)).stdout.includes('"ground-not-in-force"');
    const file = await newer('nl.vw.14');
    assert.equal(await outdated(), false);
    assert.equal(await outdated('--law', file), true);
    assert.equal(await outdated('--law', file, '--jobs', '2'), true);
    assert.equal(await outdated('--cache'), false);
    assert.equal(await outdated('--cache', '--law', file), true);
    assert.match((await run('law', '--law', file)).stdout, /\(version 2\), from a file/);
  });

  it('looks at nothing where the file can’t be used, and says why', async () => {
    const file = await newer('nl.vw.14');
    const text = await readFile(path.join(folder, file), 'utf8');
    await writeFile(path.join(folder, file), text.replace('2020-01-01', '2020-01-02'));
    const damaged = await run('check', '--law', file);
    assert.equal(damaged.code, 2);
    assert.match(damaged.stderr, /^vangnet: newer\.json: The checksum of this file does not fit\./);
    assert.equal(damaged.stdout, '');
    assert.match((await run('check', '--law', 'nowhere.json')).stderr, /can’t be read: ENOENT/);
    assert.match((await run('explain', 'remedy-late', '--law', '.')).stderr, /can’t be read: EISDIR/);
  });
});
