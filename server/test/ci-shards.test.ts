/** The pipelines of docs/ci-shards.md: their commands are run as they stand there, part after part. */

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const ROOT = path.resolve('.');

interface Job {
  readonly script?: readonly string[];
  readonly steps?: readonly { readonly run?: string }[];
  readonly parallel?: number;
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
}

/** The commands that are Vangnet's own; what surrounds them is the CI's. */
function commands({ script, steps }: Job): readonly string[] {
  const all = script ?? (steps ?? []).flatMap(({ run }) => run ?? []);
  return all.filter((command) => command.includes('vangnet.js'));
}

describe('docs/ci-shards.md', function () {
  this.timeout(60_000);
  let folder = '';
  before(async function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'vangnet-ci-'));
    await mkdir(path.join(folder, 'cases'));
    for (const name of [
      'semon.case.yaml',
      'semon-weak.case.yaml',
      'common-mistakes.case.yaml',
      'minimal.case.yaml',
    ])
      await copyFile(path.join(ROOT, 'samples', name), path.join(folder, 'cases', name));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** As GitHub and GitLab do: what ends with another code than 0 fails the job. */
  const run = (command: string, env: NodeJS.ProcessEnv = {}) =>
    promisify(execFile)('bash', ['-e', '-c', command.replaceAll('.vangnet/', `${ROOT}/`)], {
      cwd: folder,
      env: { ...process.env, VANGNET: ROOT, ...env },
    });

  for (const [host, find] of [
    [
      'GitHub',
      (documents: readonly { jobs?: Record<string, Job> }[]) => documents.find(({ jobs }) => jobs)?.jobs,
    ],
    ['GitLab', (documents: readonly object[]) => documents.find((one) => !('jobs' in one))],
  ] as const)
    it(host, async () => {
      const text = await readFile('docs/ci-shards.md', 'utf8');
      const documents = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => parse(yaml ?? ''));
      const { check, report } = find(documents) as Record<string, Job>;
      assert.ok(check && report);
      const parts = check.parallel ?? check.strategy?.matrix.part.length ?? 0;
      assert.ok(parts > 1);
      for (let part = 1; part <= parts; part++)
        for (const command of commands(check))
          await run(command.replaceAll(/\$\{\{ matrix\.part \}\}/g, String(part)), {
            CI_NODE_INDEX: String(part),
            CI_NODE_TOTAL: String(parts),
          });
      const [merging] = commands(report);
      const failed = await run(merging ?? '').then(
        () => undefined,
        (error: { code: number; stderr: string }) => error,
      );
      // There are mistakes in one of the samples.
      assert.equal(failed?.code, 1);
      assert.doesNotMatch(failed.stderr, /vangnet:/);
      const file = host === 'GitHub' ? 'vangnet.sarif' : 'gl-code-quality-report.json';
      assert.ok((await stat(path.join(folder, file))).size > 1000);
    });
});
