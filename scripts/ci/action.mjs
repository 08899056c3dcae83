// @ts-check
/**
 * The check of the GitHub Action (action.yml): annotations for GitHub, the same to read in the log, and SARIF where it is
 * wanted. What the workflow says comes by the environment, never as part of a command, so that nothing in it is run.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VANGNET } from './prepare.mjs';

const folder = mkdtempSync(path.join(process.env.RUNNER_TEMP || tmpdir(), 'vangnet-'));
const readable = path.join(folder, 'report.txt');

/** @param {string} name an input of action.yml */
const input = (name) => (process.env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`] ?? '').trim();

/** @param {string} name @returns {string[]} the option of that name, where it is given */
const option = (name) => (input(name) === '' ? [] : [`--${name}=${input(name)}`]);

const sarif = input('sarif-file');
const paths = input('paths')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
const { status } = spawnSync(
  process.execPath,
  [
    VANGNET,
    'check',
    ...['fail-on', 'max-warnings', 'baseline', 'changed', 'lang'].flatMap(option),
    '--format=github',
    `--format=pretty:${readable}`,
    ...(sarif === '' ? [] : [`--format=sarif:${sarif}`]),
    '--',
    ...paths,
  ],
  { stdio: 'inherit' },
);
showReport();
if (sarif !== '' && process.env.GITHUB_OUTPUT)
  appendFileSync(process.env.GITHUB_OUTPUT, `sarif-file=${sarif}\n`);
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 2;

/** A line of a case file that looks like a command for the runner must not be one. */
function showReport() {
  const token = randomUUID();
  try {
    const text = readFileSync(readable, 'utf8');
    console.log(`::group::Vangnet\n::stop-commands::${token}\n${text}\n::${token}::\n::endgroup::`);
  } catch {
    // Nothing to show: why there is no report was told on standard error.
  }
}
