/**
 * What each format looks like, whole: `golden/` holds one case and the report of it in every format. After a change
 * that is meant, `VANGNET_UPDATE=1 npm run unit -- --only cli-golden` writes them anew; look at the difference.
 */

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from 'sarif';
import { vangnet } from './run-cli.js';

const FOLDER = path.resolve('server/test/golden');
const FILES = {
  pretty: 'pretty.txt',
  plain: 'plain.txt',
  json: 'report.json',
  sarif: 'report.sarif',
  junit: 'junit.xml',
  github: 'github.txt',
  gitlab: 'gitlab.json',
} as const;

describe('golden reports', function () {
  this.timeout(30_000);
  let out = '';
  before(async () => {
    out = await mkdtemp(path.join(tmpdir(), 'vangnet-golden-'));
    const formats = Object.entries(FILES).flatMap(([format, file]) => [
      '--format',
      `${format}:${path.join(out, file)}`,
    ]);
    // Forced colours are for the terminal: files stay plain.
    const { code, stdout, stderr } = await vangnet(['check', 'zaak.case.yaml', ...formats], {
      cwd: FOLDER,
      env: { FORCE_COLOR: '1' },
    });
    assert.deepEqual({ code, stdout, stderr }, { code: 1, stdout: '', stderr: '' });
  });
  after(() => rm(out, { recursive: true, force: true }));

  for (const [format, file] of Object.entries(FILES))
    it(format, async () => {
      const text = await readFile(path.join(out, file), 'utf8');
      const found = format === 'sarif' ? withoutOtherRules(text) : text;
      const golden = path.join(FOLDER, file);
      if (process.env.VANGNET_UPDATE) await writeFile(golden, found);
      assert.equal(found, await readFile(golden, 'utf8'));
    });
});

/** The rules that the results name, without numbers and versions that each new rule or release would change. */
function withoutOtherRules(text: string): string {
  const log = JSON.parse(text) as Log;
  for (const run of log.runs) {
    const named = new Set(run.results?.map(({ ruleId }) => ruleId));
    const { driver } = run.tool;
    for (const result of run.results ?? []) {
      assert.equal(driver.rules?.[result.ruleIndex ?? -1]?.id, result.ruleId);
      result.ruleIndex = -1;
    }
    driver.rules = driver.rules?.filter(({ id }) => named.has(id)) ?? [];
    driver.version = driver.semanticVersion = 'VERSION';
  }
  return `${JSON.stringify(log, null, 1)}\n`;
}
