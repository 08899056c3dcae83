/** The reports that CI systems read, on one small case with a finding that has a fix, one that is silenced, and odd text. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from 'sarif';
import { dutchCase } from '../src/testing/marked.js';
import { vangnet } from './run-cli.js';

const TEXT = dutchCase(`
  documents:
    # vangnet-ignore unused-item: alleen ter informatie
    - id: doc
      kind: media
      title: Krant
    - id: doc-twee
      kind: media
      title: "Krant <b> & 😀"
      date: 25-12-2013
`);

describe('reports for CI', function () {
  this.timeout(20_000);
  let folder = '';
  const report = async (format: string, ...more: string[]) =>
    (await vangnet(['check', 'map met 100%, en meer', '--format', format, ...more], { cwd: folder })).stdout;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-report-'));
    const inner = path.join(folder, 'map met 100%, en meer');
    const { mkdir } = await import('node:fs/promises');
    await mkdir(inner);
    await writeFile(path.join(inner, 'a.case.yaml'), TEXT);
    await writeFile(path.join(inner, 'schoon.case.yaml'), dutchCase(''));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('github: a command a line, with what would end it escaped', async () => {
    const lines = (await report('github')).trimEnd().split('\n');
    assert.match(
      lines.find((line) => line.includes('bad-format')) ?? '',
      /^::error file=map met 100%25%2C en meer\/a\.case\.yaml,line=\d+,endLine=\d+,col=11,endColumn=21,title=vangnet%3A bad-format::‘25-12-2013’ cannot be read as a date\./,
    );
    for (const line of lines) assert.match(line, /^::(?:error|warning|notice) file=/);
  });

  it('gitlab: one list, with fingerprints that moved lines don’t change', async () => {
    const read = async () =>
      JSON.parse(await report('gitlab')) as {
        check_name: string;
        fingerprint: string;
        severity: string;
        location: { path: string; lines: { begin: number } };
      }[];
    const before = await read();
    const bad = before.find(({ check_name }) => check_name === 'bad-format');
    assert.equal(bad?.severity, 'critical');
    assert.equal(bad?.location.path, 'map met 100%, en meer/a.case.yaml');
    assert.equal(new Set(before.map(({ fingerprint }) => fingerprint)).size, before.length);
    await writeFile(path.join(folder, 'map met 100%, en meer/a.case.yaml'), `# een regel erboven\n${TEXT}`);
    const after = await read();
    await writeFile(path.join(folder, 'map met 100%, en meer/a.case.yaml'), TEXT);
    assert.deepEqual(
      after.map(({ fingerprint }) => fingerprint),
      before.map(({ fingerprint }) => fingerprint),
    );
    assert.equal(after[0]?.location.lines.begin, (before[0]?.location.lines.begin ?? 0) + 1);
  });

  it('junit: a suite a file, a failure a finding, one test that passes where nothing is found', async () => {
    const xml = await report('junit');
    assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="vangnet">\n/);
    assert.match(xml, /<testcase classname="[^"]*a\.case\.yaml" name="bad-format \d+:11"/);
    assert.match(xml, /<failure type="error" message="‘25-12-2013’ cannot/);
    assert.equal(xml.match(/<testsuite /g)?.length, 2);
    assert.ok(xml.endsWith('</testsuites>\n'));
    assert.doesNotMatch(xml, /&(?!amp;|lt;|gt;|quot;|#10;)/);
  });

  it('sarif: rules, results, places, fixes and what is silenced', async () => {
    const log = JSON.parse(await report('sarif')) as Log;
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.ok(run);
    assert.equal(run.tool.driver.rules?.length, 92);
    const bad = run.results?.find(({ ruleId }) => ruleId === 'bad-format');
    assert.equal(run.tool.driver.rules?.[bad?.ruleIndex ?? -1]?.id, 'bad-format');
    assert.equal(bad?.level, 'error');
    assert.equal(
      bad?.locations?.[0]?.physicalLocation?.artifactLocation?.uri,
      'map%20met%20100%25%2C%20en%20meer/a.case.yaml',
    );
    assert.equal(bad?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text, '2013-12-25');
    assert.match(bad?.partialFingerprints?.['vangnet/v1'] ?? '', /^[0-9a-f]{64}$/);
    const silenced = run.results?.filter(({ suppressions }) => suppressions);
    assert.deepEqual(
      silenced?.map(({ ruleId, suppressions }) => [ruleId, suppressions?.[0]?.justification]),
      [['unused-item', 'alleen ter informatie']],
    );
  });

  it('are whole also where nothing is found', async () => {
    const args = (format: string) => ['check', 'map met 100%, en meer/schoon.case.yaml', '--format', format];
    const of = async (format: string) => (await vangnet(args(format), { cwd: folder })).stdout;
    assert.deepEqual(
      (JSON.parse(await of('sarif')) as Log).runs[0]?.results?.filter(({ level }) => level === 'error'),
      [],
    );
    assert.ok(Array.isArray(JSON.parse(await of('gitlab'))));
    assert.match(await of('junit'), /<\/testsuites>\n$/);
  });
});
