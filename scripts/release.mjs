// @ts-check
/**
 * A release, as a hosted CI makes it: everything is installed, built and tested, and what people get lies in
 * `out/release/VERSION`: the extension, the npm package, what they are made of (SBOM), and their checksums.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pack } from './package.mjs';
import { packNpm } from './release/npm-package.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

const HELP = `Makes a release in out/release/VERSION: both packages, an SBOM, the notes and SHA256SUMS.

  node scripts/release.mjs [options]

  --version V    the version that it has to be, such as the tag of the CI (v0.1.0); else that of package.json
  --skip-tests   for a CI that ran npm test in a step before
  --allow-dirty  also where files are not committed
  --out DIR      another folder
  --help

Nothing is published and nothing is fetched: see docs/install.md for what to do with it.`;

/** Something that a person can put right. */
class ReleaseError extends Error {
  /** @override */
  name = 'ReleaseError';
}

/** What stops a release before anything is built. @param {{ version?: string | undefined, allowDirty: boolean }} asked */
export function checkedVersion({ version: asked, allowDirty }) {
  const read = (/** @type {string} */ file) =>
    JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).version;
  const version = read('package.json');
  if (read('server/package.json') !== version)
    throw new ReleaseError(
      `server/package.json says ${read('server/package.json')}, package.json ${version}.`,
    );
  if (asked !== undefined && asked.replace(/^v/, '') !== version)
    throw new ReleaseError(
      `This is ${version}, not ${asked}: change both package.json files and CHANGELOG.md.`,
    );
  if (notesOf(version) === undefined) throw new ReleaseError(`CHANGELOG.md has no part '## ${version}'.`);
  const changes = execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' }).trim();
  if (changes !== '' && !allowDirty)
    throw new ReleaseError(`Not committed:\n${changes}\nOr say --allow-dirty.`);
  return version;
}

/** The part of the changelog that is about a version. @param {string} version */
export function notesOf(version) {
  const parts = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8').split(/^(?=## )/m);
  return parts.find((part) => new RegExp(`^## ${version.replaceAll('.', '\\.')}(?:\\s|$)`).test(part));
}

/** Every package of the lock file, as CycloneDX; refused where a licence or a reason is missing. */
function sbom() {
  const file = path.join(ROOT, 'out/sbom.cdx.json');
  const run = spawnSync(process.execPath, [path.join(ROOT, 'scripts/sbom.mjs'), file], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new ReleaseError(`The SBOM could not be made.\n${run.stderr}`);
  return readFileSync(file, 'utf8');
}

/** `sha256sum -c` and `Get-FileHash` read it. @param {string} folder */
async function writeSums(folder) {
  const files = (await readdir(folder)).filter((file) => file !== 'SHA256SUMS').sort();
  const lines = await Promise.all(
    files.map(async (file) => {
      const sum = createHash('sha256').update(await readFile(path.join(folder, file)));
      return `${sum.digest('hex')}  ${file}\n`;
    }),
  );
  await writeFile(path.join(folder, 'SHA256SUMS'), lines.join(''));
  return files;
}

/**
 * Both packages of what is built, and all that goes with them.
 * @param {string} version @param {string} folder
 */
export async function assemble(version, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { file } = await pack(folder);
  // The sums of all stand together.
  await rm(`${file}.sha256`);
  packNpm(folder);
  await writeFile(path.join(folder, `vangnet-${version}.cdx.json`), sbom());
  await writeFile(path.join(folder, 'NOTES.md'), notesOf(version) ?? '');
  return writeSums(folder);
}

/** @param {string[]} args */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new ReleaseError(`${args.join(' ')} failed: nothing is released.`);
}

/** @param {string[]} args */
async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      version: { type: 'string' },
      'skip-tests': { type: 'boolean' },
      'allow-dirty': { type: 'boolean' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(HELP);
  const version = checkedVersion({ version: values.version, allowDirty: values['allow-dirty'] === true });
  run('scripts/build.mjs');
  if (!values['skip-tests']) run('scripts/test.mjs');
  const folder = path.resolve(values.out ?? path.join(ROOT, 'out/release', version));
  const files = await assemble(version, folder);
  console.log(`\n${path.relative(process.cwd(), folder)}:`);
  for (const file of [...files, 'SHA256SUMS']) console.log(`  ${file}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    const isTold = error instanceof ReleaseError || error.code?.startsWith('ERR_PARSE_ARGS');
    console.error(isTold ? error.message : error);
    process.exitCode = isTold && !(error instanceof ReleaseError) ? 2 : 1;
  });
}
