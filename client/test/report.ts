import type Mocha from 'mocha';

/** Lines that begin with this are the suite's report. As in scripts/editor/suite-build.mjs. */
const SUITE_MARK = '[suite] ';

interface Entry {
  title: string;
  fullTitle: string;
  /** The title of the outermost suite: that of a file. */
  suite: string;
  duration: number | undefined;
  err: { message?: string; stack?: string };
}

/** In the shape of Mocha's own JSON reporter, which needs Node. */
export interface Results {
  stats: {
    tests: number;
    passes: number;
    pending: number;
    failures: number;
    start: string;
    duration: number;
  };
  passes: Entry[];
  pending: Entry[];
  failures: Entry[];
}

/** Prints each test as it ends, as plain lines: the console of an extension host formats nothing. */
export class SuiteReporter {
  static latest: Results | undefined;

  constructor(runner: Mocha.Runner) {
    const started = Date.now();
    const results = emptyResults();
    SuiteReporter.latest = results;
    const indent = (test: { titlePath(): string[] }) => '  '.repeat(test.titlePath().length);
    runner.on('suite', (suite) => {
      if (!suite.root) say(`${indent(suite)}${suite.title}`);
    });
    runner.on('pass', (test) => {
      results.passes.push(entry(test));
      say(`${indent(test)}✓ ${test.title} (${test.duration} ms)`);
    });
    runner.on('pending', (test) => {
      results.pending.push(entry(test));
      say(`${indent(test)}- ${test.title} (pending)`);
    });
    runner.on('fail', (test, error) => {
      const failure = entry(test, error);
      results.failures.push(failure);
      say(`${indent(test)}✗ ${test.title}`);
      for (const line of (failure.err.stack ?? failure.err.message ?? '').split('\n')) say(`      ${line}`);
    });
    runner.on('end', () => {
      const { passes, pending, failures } = results;
      results.stats.tests = passes.length + pending.length + failures.length;
      results.stats.passes = passes.length;
      results.stats.pending = pending.length;
      results.stats.failures = failures.length;
      results.stats.duration = Date.now() - started;
    });
  }
}

export function say(line: string): void {
  console.log(`${SUITE_MARK}${line}`);
}

function emptyResults(): Results {
  const stats = {
    tests: 0,
    passes: 0,
    pending: 0,
    failures: 0,
    start: new Date().toISOString(),
    duration: 0,
  };
  return { stats, passes: [], pending: [], failures: [] };
}

function entry(test: Mocha.Runnable, error?: unknown): Entry {
  const err =
    error instanceof Error
      ? { message: error.message, ...(error.stack && { stack: error.stack }) }
      : error === undefined
        ? {}
        : { message: String(error) };
  return {
    title: test.title,
    fullTitle: test.fullTitle(),
    suite: test.titlePath()[0] ?? '',
    duration: test.duration,
    err,
  };
}
