// @ts-check
/**
 * `npm test`: installs what is needed, builds, and runs every check and test. Everything in this file is Node's own:
 * it also works on a fresh clone. `--help` tells how to run a part.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { endChildren, run } from './start/children.mjs';
import { installProgram, isInstalled } from './start/install.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const RESULTS = path.join(ROOT, 'out/results');

const HELP = `npm test [-- OPTIONS]
Installs, builds and tests everything, the suite inside a real VS Code included.

  --no-editor   leave out what runs inside an editor (quick, for work in between)
  --help        this text

A part alone: npm run unit -- -g NAME; node scripts/editor/run.mjs --help`;

/** @typedef {{ name: string, passed: number, failed: number, seconds: number, problems: string[] }} Outcome */

/** @type {Outcome[]} */
const outcomes = [];

const node = (/** @type {string[]} */ ...args) => ({ command: process.execPath, args });
const bin = (/** @type {string} */ file, /** @type {string[]} */ ...args) =>
  node(path.join('node_modules', file), ...args);

/** A check that counts as one: it passes when its program ends with 0. */
async function check(
  /** @type {string} */ name,
  /** @type {import('./start/children.mjs').Program} */ program,
) {
  const begun = performance.now();
  console.log(`\n=== ${name}`);
  const { code } = await run(program, { cwd: ROOT });
  record(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, begun, []);
  return code === 0;
}

/** Mocha suites write their counts to a file; one that left none has failed, whatever it printed. */
async function suite(
  /** @type {string} */ name,
  /** @type {import('./start/children.mjs').Program} */ program,
) {
  const begun = performance.now();
  console.log(`\n=== ${name}`);
  const file = path.join(RESULTS, `${name.replaceAll(/\W+/g, '-')}.json`);
  const { code } = await run(program, { cwd: ROOT, environment: { VANGNET_RESULTS: file } });
  const counts = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  const passed = Number(counts?.passed ?? 0);
  const failed = Number(counts?.failed ?? 0);
  const ran = passed + failed > 0 && (code === 0) === (failed === 0);
  record(name, passed, ran ? failed : Math.max(1, failed), begun, counts?.problems ?? []);
}

function record(
  /** @type {string} */ name,
  /** @type {number} */ passed,
  /** @type {number} */ failed,
  /** @type {number} */ begun,
  /** @type {string[]} */ problems,
) {
  outcomes.push({ name, passed, failed, seconds: (performance.now() - begun) / 1000, problems });
}

async function main(/** @type {string[]} */ args) {
  const unknown = args.find((arg) => !['--no-editor', '--help'].includes(arg));
  if (unknown !== undefined) {
    console.error(`Unknown option ${unknown}.\n\n${HELP}`);
    return 2;
  }
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  if (!isInstalled(ROOT) && !(await check('install', installProgram()))) return finish();
  if (!(await check('build', node('scripts/build.mjs')))) return finish();
  await check('types', bin('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'));
  await check('lint and format', bin('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'));
  await check('manifest is current', node('scripts/manifest.mjs', '--check'));
  await check('documentation is current', node('scripts/docs.mjs', '--check'));
  // What is in it and that it stays small.
  await check('package', node('scripts/package.mjs'));
  await check('dependencies are explained', node('scripts/sbom.mjs', '--check'));
  await check('regular expressions are linear', node('scripts/check-regex.mjs'));
  await suite('dependency directions', node('scripts/test/mocha.mjs', 'scripts/test/dependencies.test.mjs'));
  // The property tests are long: two files at a time, one for each core of a small machine.
  await suite('unit, protocol and command line', node('scripts/unit.mjs', '--parallel', '--jobs', '2'));
  await suite(
    'scripts',
    node(
      'scripts/test/mocha.mjs',
      'scripts/test/feature-table.test.mjs',
      'scripts/test/start.test.mjs',
      'scripts/test/sarif.test.mjs',
      'scripts/test/ci.test.mjs',
      'scripts/test/npm-package.test.mjs',
      'scripts/test/release.test.mjs',
      'scripts/test/web-editor.test.mjs',
      'scripts/test/web-editor-requests.test.mjs',
    ),
  );
  if (!args.includes('--no-editor')) await editors();
  return finish();
}

async function editors() {
  if (!(await check('editor is installed', node('scripts/editor/install.mjs')))) {
    console.error('The suite inside VS Code could not run: see above for what this machine lacks.');
  }
  await suite('editor', node('scripts/editor/run.mjs', '--complete', '--again'));
  await check('light editor', node('scripts/web-editor/smoke.mjs'));
}

function finish() {
  const sum = (/** @type {'passed' | 'failed'} */ what) =>
    outcomes.reduce((total, outcome) => total + outcome[what], 0);
  console.log('\n=== summary');
  for (const { name, passed, failed, seconds, problems } of outcomes) {
    console.log(
      `${failed > 0 ? 'FAILED' : 'ok    '} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`,
    );
    // Again here: of a long output only the end may be kept.
    for (const problem of problems) console.log(`         ${problem}`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') > 0 ? 1 : 0;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    endChildren();
    process.exit(130);
  });
}

process.exitCode = await main(process.argv.slice(2));
