// @ts-check
/** Our SARIF, judged by others: the standard's schema, and the tool that code scanning takes for reference. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { sarifMultitool } from './sarif-multitool.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));
const VANGNET = path.join(ROOT, 'server/bin/vangnet.js');

describe('SARIF', function () {
  this.timeout(300_000);
  /** @type {string} */ let folder;
  /** @type {{ program: string, schema: string }} */ let tool;
  /** @type {(log: unknown) => unknown} */ let problemsBySchema;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'vangnet-sarif-'));
    tool = await sarifMultitool();
    // The multitool itself looks at addresses and dates.
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(readFileSync(tool.schema, 'utf8')));
    problemsBySchema = (log) => (validate(log) ? [] : validate.errors);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** @param {string[]} args */
  function report(...args) {
    const file = path.join(folder, 'report.sarif');
    rmSync(file, { force: true });
    spawnSync(process.execPath, [VANGNET, 'check', '--format', `sarif:${file}`, ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return { file, log: JSON.parse(readFileSync(file, 'utf8')) };
  }

  /** @param {string[]} args */
  function multitool(...args) {
    return spawnSync(tool.program, args, { cwd: folder, encoding: 'utf8' });
  }

  it('of all samples is valid by the schema, with rules, fixes, related places and suppressions', () => {
    const { log } = report('samples');
    assert.deepEqual(problemsBySchema(log), []);
    const { results } = log.runs[0];
    for (const part of ['fixes', 'relatedLocations', 'suppressions'])
      assert.ok(
        results.some((/** @type {Record<string, unknown>} */ result) => result[part]),
        part,
      );
  });

  it('is valid where nothing was found, where something failed, and with a baseline', () => {
    const clean = path.join(folder, 'clean.case.yaml');
    writeFileSync(clean, '');
    writeFileSync(path.join(folder, 'known.json'), '{"version":1,"findings":{}}');
    assert.deepEqual(problemsBySchema(report(clean).log), []);
    const failed = report('no-such.case.yaml').log;
    assert.deepEqual(problemsBySchema(failed), []);
    assert.equal(failed.runs[0].invocations[0].executionSuccessful, false);
    const known = report('samples', '--baseline', path.join(folder, 'known.json')).log;
    assert.deepEqual(problemsBySchema(known), []);
    assert.equal(known.runs[0].results[0].baselineState, 'new');
  });

  it('is not called valid whatever it holds', () => {
    const { log } = report('samples/common-mistakes.case.yaml');
    log.runs[0].results[0].message = 'no object';
    assert.notDeepEqual(problemsBySchema(log), []);
  });

  it('is read by the multitool, which finds nothing wrong with it', () => {
    const { file } = report('samples');
    const out = path.join(folder, 'judged.sarif');
    const run = multitool('validate', file, '--output', out, '--log', 'ForceOverwrite');
    assert.equal(run.status, 0, run.stdout + run.stderr);
    /** @type {{ ruleId: string, level?: string }[]} */
    const results = JSON.parse(readFileSync(out, 'utf8')).runs[0].results ?? [];
    // An address to read more at: there is no page of ours that one could open offline.
    const other = results.filter(({ ruleId }) => ruleId !== 'SARIF2005');
    assert.deepEqual(other, []);
  });

  it('is understood by the multitool: its query finds each result again', () => {
    const { file, log } = report('samples/common-mistakes.case.yaml');
    const errors = log.runs[0].results.filter(
      (/** @type {{ level: string }} */ { level }) => level === 'error',
    );
    const run = multitool('query', file, '--expression', "Level == 'Error'", '--return-count');
    assert.equal(run.status, errors.length, run.stdout + run.stderr);
    assert.ok(errors.length > 10);
  });
});
