// @ts-check
/** `npm run limits`: builds the server and runs server/test/limits with a bound on its memory; `--help` tells how. */
import { spawnSync } from 'node:child_process';
import './build.mjs';
import { bundle } from './unit.mjs';

/** Kilobytes of address space for each process: what is not bounded fails, instead of taking the machine with it. */
const MOST = 8_000_000;

const [main] = await bundle(['server/test/limits/main.ts'], 'out/limits');
const args = [String(main), ...process.argv.slice(2)];
const { status } =
  process.platform === 'linux'
    ? spawnSync('sh', ['-c', `ulimit -v ${MOST} && exec "$0" "$@"`, process.execPath, ...args], {
        stdio: 'inherit',
      })
    : spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exitCode = status ?? 1;
