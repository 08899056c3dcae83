// @ts-check
/** Runs mocha on these files with our reporter. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {string[]} args mocha's own, and files @returns {number} */
export function mocha(args) {
  const program = path.join(ROOT, 'node_modules/mocha/bin/mocha.js');
  const reporter = process.env.VANGNET_RESULTS
    ? ['--reporter', path.join(ROOT, 'scripts/test/reporter.cjs'), '--forbid-only']
    : [];
  const run = spawnSync(
    process.execPath,
    ['--enable-source-maps', program, '--timeout', '60000', ...reporter, ...args],
    { cwd: ROOT, stdio: 'inherit' },
  );
  return run.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = mocha(process.argv.slice(2));
