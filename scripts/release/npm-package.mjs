// @ts-check
/** The npm package `vangnet`: the bundles, the command and what people read. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

const BLOCK = 512;

/**
 * Who may read the sources on the machine that packs would make other bytes: every file of the tarball is an ordinary one,
 * or a program.
 * @param {Buffer} tar as npm writes it
 * @returns {Buffer} the same
 */
function withPlainModes(tar) {
  const octal = (/** @type {number} */ at, /** @type {number} */ length) =>
    Number.parseInt(
      tar
        .toString('latin1', at, at + length)
        .replaceAll('\0', ' ')
        .trim() || '0',
      8,
    );
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const isProgram = (octal(at + 100, 8) & 0o111) !== 0;
    tar.write(isProgram ? '000755 \0' : '000644 \0', at + 100, 'latin1');
    // The sum of a header is taken with blanks in its own place.
    tar.fill(' ', at + 148, at + 156);
    const sum = tar.subarray(at, at + BLOCK).reduce((total, byte) => total + byte, 0);
    tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'latin1');
    at += BLOCK + Math.ceil(octal(at + 124, 12) / BLOCK) * BLOCK;
  }
  return tar;
}

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
  const file = path.join(folder, packed.filename);
  writeFileSync(file, gzipSync(withPlainModes(gunzipSync(readFileSync(file))), { level: 9 }));
  return {
    file,
    contents: packed.files.map((/** @type {{ path: string }} */ one) => one.path),
  };
}
