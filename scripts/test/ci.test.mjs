// @ts-check
/** What other people's CI takes from here, done as CI does it, as far as a machine without GitHub and GitLab can. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));
const GUIDE = fs.readFileSync(path.join(ROOT, 'docs/ci.md'), 'utf8');
const CASE = 'vangnet: 1\ncase:\n  titel: "::error::geen opdracht"\n';

/** @param {string} file */
const yaml = (file) => parse(fs.readFileSync(path.join(ROOT, file), 'utf8'));

/** The YAML in the guide that begins with this comment. @param {string} name */
function example(name) {
  const found = [...GUIDE.matchAll(/```yaml\n([\s\S]*?)```/g)].find(([, text]) =>
    text?.startsWith(`# ${name}\n`),
  );
  assert.ok(found?.[1], name);
  return parse(found[1]);
}

describe('in CI', function () {
  this.timeout(60_000);
  /** @type {string} */ let folder;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'vangnet-ci-'));
    fs.mkdirSync(path.join(folder, 'cases'));
    fs.writeFileSync(path.join(folder, 'cases/a.case.yaml'), CASE);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** One line of a script, as a runner does it. @param {string} script @param {Record<string, string>} [environment] */
  function shell(script, environment = {}) {
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8', FORCE_COLOR: '', ...environment },
    });
  }

  describe('the GitHub Action', () => {
    const action = yaml('action.yml');

    /** @param {Record<string, string>} given the workflow's `with` */
    function run(given) {
      const unknown = Object.keys(given).filter((name) => !(name in action.inputs));
      assert.deepEqual(unknown, []);
      const value = (/** @type {string} */ text) =>
        text.replace(
          /^\$\{\{ inputs\.([\w-]+) \}\}$/,
          (_, name) => given[name] ?? action.inputs[name].default,
        );
      const output = path.join(folder, 'output');
      fs.writeFileSync(output, '');
      /** @type {{ run?: string, env?: Record<string, string> }[]} */
      const steps = action.runs.steps.filter((/** @type {{ run?: string }} */ step) => step.run);
      assert.equal(steps.length, 2);
      const outcomes = steps.map((step) =>
        shell(step.run ?? '', {
          GITHUB_ACTION_PATH: ROOT,
          GITHUB_OUTPUT: output,
          RUNNER_TEMP: folder,
          ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)])),
        }),
      );
      assert.equal(outcomes[0]?.status, 0, outcomes[0]?.stderr);
      return { ...outcomes[1], output: fs.readFileSync(output, 'utf8') };
    }

    it('annotates, shows the report, writes SARIF, and fails where something is found', () => {
      const { status, stdout, output } = run({ paths: 'cases/\n', 'sarif-file': 'out/v.sarif', lang: 'en' });
      assert.equal(status, 1);
      assert.match(
        stdout ?? '',
        /^::error file=cases\/a\.case\.yaml,line=3,.*title=vangnet%3A unknown-key::/m,
      );
      assert.match(
        stdout ?? '',
        /\n::group::Vangnet\n::stop-commands::(\S+)\n[\s\S]*\n::\1::\n::endgroup::\n$/,
      );
      assert.equal(output, 'sarif-file=out/v.sarif\n');
      assert.equal(JSON.parse(fs.readFileSync(path.join(folder, 'out/v.sarif'), 'utf8')).version, '2.1.0');
      assert.deepEqual(fs.readdirSync(folder).sort(), ['cases', 'out', 'output']);
    });

    it('runs nothing of what the workflow gives it', () => {
      const { status, stderr } = run({ paths: '$(touch cases/oops)\n; touch cases/oops', lang: 'en' });
      assert.equal(status, 2);
      assert.match(stderr ?? '', /no case file under ‘\$\(touch cases\/oops\)’/);
      assert.deepEqual(fs.readdirSync(path.join(folder, 'cases')), ['a.case.yaml']);
    });

    it('is used rightly in the guide', () => {
      const { steps } = example('.github/workflows/vangnet.yml').jobs.check;
      const ours = steps.find((/** @type {{ uses: string }} */ { uses }) =>
        uses.startsWith('OWNER/vangnet@'),
      );
      fs.writeFileSync(path.join(folder, ours.with.baseline), '{"version":1,"findings":{}}');
      assert.equal(run(ours.with).status, 1);
    });

    it('hands every input on', () => {
      const handed = JSON.stringify(action.runs.steps);
      for (const name of Object.keys(action.inputs)) assert.ok(handed.includes(`inputs.${name} `), name);
    });
  });

  it('GitLab: the lines of the guide write the reports that it names', () => {
    const { script, before_script, artifacts } = example('.gitlab-ci.yml').vangnet;
    const environment = { VANGNET: ROOT };
    // Cloning is left out: the repository is here.
    assert.equal(shell(before_script.at(-1), environment).status, 0);
    const { status, stdout } = shell(script.join('\n'), environment);
    assert.equal(status, 1);
    assert.match(stdout, /unknown-key/);
    const { codequality, junit } = artifacts.reports;
    const [first] = JSON.parse(fs.readFileSync(path.join(folder, codequality), 'utf8'));
    assert.match(first.fingerprint, /^[0-9a-f]{64}$/);
    assert.match(fs.readFileSync(path.join(folder, junit), 'utf8'), /<\/testsuites>/);
  });

  describe('the pre-commit hook', () => {
    /** @type {{ id: string, entry: string, files: string, args?: string[] }[]} */
    const hooks = yaml('.pre-commit-hooks.yaml');

    /** As pre-commit does with `language: script`. @param {string} id @param {string[]} args */
    function run(id, ...args) {
      const hook = hooks.find((one) => one.id === id);
      assert.ok(hook, id);
      const entry = path.join(ROOT, hook.entry);
      assert.match(fs.readFileSync(entry, 'utf8'), /^#!\/usr\/bin\/env node\n/);
      if (process.platform !== 'win32') assert.ok(fs.statSync(entry).mode & 0o100, 'can be run');
      const program = process.platform === 'win32' ? [process.execPath, entry] : [entry];
      return spawnSync(program[0] ?? '', [...program.slice(1), ...(hook.args ?? []), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'en_GB.UTF-8' },
      });
    }

    it('takes case files and no others', () => {
      for (const { files } of hooks) {
        const pattern = new RegExp(files);
        for (const name of ['a.case.yaml', 'in/b.case.yml', 'c.zaak.yaml', 'd.zaak.yml'])
          assert.match(name, pattern);
        for (const name of ['case.yaml', 'a.case.yaml.bak', 'vangnet.config.yaml'])
          assert.doesNotMatch(name, pattern);
      }
    });

    it('checks the files that it is given', () => {
      const { status, stdout } = run('vangnet', 'cases/a.case.yaml');
      assert.equal(status, 1);
      assert.match(stdout, /^cases\/a\.case\.yaml:3:3: error unknown-key /m);
    });

    it('mends them', () => {
      run('vangnet-fix', 'cases/a.case.yaml');
      assert.match(fs.readFileSync(path.join(folder, 'cases/a.case.yaml'), 'utf8'), /^ {2}title: /m);
    });

    it('is called in the guide by names that there are', () => {
      const [{ hooks: used }] = example('.pre-commit-config.yaml').repos;
      const { status } = run(used[0].id, ...used[0].args, 'cases/a.case.yaml');
      assert.equal(status, 1);
    });
  });
});
