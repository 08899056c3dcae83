// @ts-check
/** Mocha's ordinary report, and the counts in a file for `npm test` to add up. */
const { mkdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { reporters, Runner } = require('mocha');

module.exports = class CountingReporter extends reporters.Dot {
  /** @param {import('mocha').Runner} runner @param {import('mocha').MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const file = process.env.VANGNET_RESULTS;
      if (!file) return;
      mkdirSync(path.dirname(file), { recursive: true });
      // A pending test is one that did not run: nothing may pass by that.
      const failed = this.stats.failures + this.stats.pending;
      const problems = this.failures.map((test) => `Failed: ${test.fullTitle()}: ${firstLine(test.err)}`);
      writeFileSync(file, JSON.stringify({ passed: this.stats.passes, failed, problems }));
    });
  }
};

/** @param {Error | undefined} error */
const firstLine = (error) => (error?.message ?? '').split('\n', 1)[0];
