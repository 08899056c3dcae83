// @ts-check
/** What became of a run: read from the results file, never from the exit code alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} SuiteResult
 * @property {number} exitCode 0 only when the run ended by itself, something passed and nothing failed
 * @property {number} passed
 * @property {number} failed
 * @property {number} pending
 * @property {number} durationMs from start to exit code, start of VS Code included
 * @property {string[]} problems why it failed, one line each
 * @property {readonly Passed[]} passes
 * @property {readonly string[] | undefined} again the outermost suites in which something failed; undefined where the
 *   run broke down, so that nobody knows
 * @property {string} editor what it ran in
 */

/** @typedef {{suite: string, fullTitle: string}} Passed */

/**
 * @param {{control: string, outcome: number | Error, started: number, editor: string}} run
 *   `outcome` is the exit code VS Code reported, or what ended the run before that
 * @returns {SuiteResult}
 */
export function judge({ control, outcome, started, editor }) {
  const results = readResults(control);
  const problems = [];
  if (outcome instanceof Error) problems.push(outcome.message);
  else if (outcome !== 0) problems.push(`VS Code reported exit code ${outcome}`);
  if (!results) problems.push('The suite wrote no results file');
  else {
    for (const { fullTitle, err } of results.failures)
      problems.push(`Failed: ${fullTitle}: ${firstLine(err.message)}`);
    if (results.stats.failures > results.failures.length) problems.push('More failures than are described');
    if (results.stats.passes === 0) problems.push('No test passed');
  }
  return {
    exitCode: problems.length === 0 ? 0 : 1,
    passed: results?.stats.passes ?? 0,
    failed: results?.stats.failures ?? 0,
    pending: results?.stats.pending ?? 0,
    durationMs: Date.now() - started,
    problems,
    editor,
    passes: results?.passes ?? [],
    again: results && [...new Set(results.failures.map(({ suite }) => suite))],
  };
}

const firstLine = (text = '') => text.split('\n', 1)[0];

/**
 * What became of a run of which a part was run again.
 * @param {SuiteResult} first @param {SuiteResult} second
 * @returns {SuiteResult}
 */
export function withSecondTry(first, second) {
  const tried = first.again;
  const kept = tried ? first.passes.filter(({ suite }) => !tried.includes(suite)) : [];
  return {
    ...second,
    passed: kept.length + second.passed,
    pending: tried ? first.pending : second.pending,
    durationMs: first.durationMs + second.durationMs,
    passes: [...kept, ...second.passes],
    problems: [...first.problems.map((problem) => `First try: ${problem}`), ...second.problems],
  };
}

/**
 * The file has the shape of Mocha's JSON reporter.
 * @param {string} control
 * @returns {{stats: {passes: number, failures: number, pending: number}, passes: Passed[],
 *   failures: (Passed & {err: {message?: string}})[]} | undefined}
 */
function readResults(control) {
  try {
    return JSON.parse(readFileSync(join(control, 'results.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {SuiteResult} result */
export function summary(result) {
  const seconds = (result.durationMs / 1000).toFixed(1);
  const counts = `${result.passed} passed, ${result.failed} failed, ${result.pending} pending`;
  return [`${counts} in ${seconds} s (${result.editor})`, ...result.problems].join('\n');
}
