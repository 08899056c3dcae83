// @ts-check
/** The npm package `vangnet`: the bundles, the command and what people read. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * Packs what is built.
 * @param {string} folder an existing one, in which the tarball comes
 * @returns {{ file: string, contents: string[] }}
 */
export function packNpm(folder) {
  const isWindows = process.platform === 'win32';
  const run = spawnSync(
    isWindows ? 'npm.cmd' : 'npm',
    ['pack', '--json', '--offline', '--pack-destination', folder],
    { cwd: path.join(ROOT, 'server'), encoding: 'utf8', shell: isWindows },
  );
  if (run.status !== 0) throw new Error(`npm pack failed.\n${run.stderr}`);
  const [packed] = Object.values(JSON.parse(run.stdout));
  return {
    file: path.join(folder, packed.filename),
    contents: packed.files.map((/** @type {{ path: string }} */ one) => one.path),
  };
}
