// @ts-check
/**
 * The extension as one file to install: `npm run package`. The same sources make the same bytes: the times in it are
 * SOURCE_DATE_EPOCH (seconds), by default the time of the last commit.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

/** What we promise to stay below: people install it over the lines of community centres. */
export const MOST_BYTES = 1_500_000;

/** What the client starts, and what the server loads late: nothing else would notice that they are left out. */
const LOADED = [
  'server/dist/server.cjs',
  'server/dist/language-server.cjs',
  'server/dist/server-web.js',
  ...words(),
];

function words() {
  const tables = ['messages', 'schema-words', 'rule-docs', 'snippets', 'source-words'];
  return tables.flatMap((table) =>
    ['nl', 'en', 'de'].map((language) => `server/dist/words/${table}.${language}.cjs`),
  );
}

/**
 * The page that a marketplace and VS Code show. Pictures need an address on the web: without one they are left out,
 * since an empty frame says less than nothing.
 * @param {string} base where the repository's files are served, or empty
 */
async function writeListing(base) {
  const listing = await readFile(path.join(ROOT, 'client/listing.md'), 'utf8');
  const picture = /^!\[([^\]]*)\]\(([^)]+)\)\n+/gm;
  const text = base === '' ? listing.replace(picture, '') : listing.replace(picture, `![$1](${base}/$2)\n\n`);
  await writeFile(path.join(ROOT, README), text);
}

const README = 'client/dist/README.md';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const PLAIN_FILE = 0o100644;

/**
 * Who may read the sources on the machine that packs is nobody else's business, and would make other bytes: every file of
 * the zip is an ordinary one.
 * @param {Buffer} zip without a comment at its end
 * @returns {Buffer} the same zip
 */
function withPlainModes(zip) {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('no zip as vsce writes it');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('no zip as vsce writes it');
    zip.writeUInt32LE((PLAIN_FILE << 16) >>> 0, at + 38);
    const lengths = [28, 30, 32].map((field) => zip.readUInt16LE(at + field));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return zip;
}

/**
 * Packs what is built. `VANGNET_PICTURES` is an https address below which docs/images is served.
 * @param {string} [folder]
 * @returns {Promise<{ file: string, bytes: number, sum: string }>}
 */
export async function pack(folder = path.join(ROOT, 'out')) {
  process.env.SOURCE_DATE_EPOCH ??= lastCommit();
  // A zip holds times as clocks on the wall show them: everywhere those of Greenwich.
  process.env.TZ = 'UTC';
  const { name, version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const file = path.join(folder, `${name}-${version}.vsix`);
  await mkdir(folder, { recursive: true });
  await writeListing((process.env.VANGNET_PICTURES ?? '').replace(/\/+$/, ''));
  const files = new Set(
    (await listFiles({ cwd: ROOT, packageManager: PackageManager.None })).map((one) =>
      one.replaceAll('\\', '/'),
    ),
  );
  const missing = LOADED.filter((one) => !files.has(one));
  if (missing.length > 0) throw new Error(`Not in the package: ${missing.join(', ')}. See .vscodeignore.`);
  await createVSIX({
    cwd: ROOT,
    packagePath: file,
    // All that runs is bundled.
    dependencies: false,
    rewriteRelativeLinks: false,
    readmePath: README,
    allowMissingRepository: true,
  });
  const packed = withPlainModes(await readFile(file));
  await writeFile(file, packed);
  const sum = createHash('sha256').update(packed).digest('hex');
  await writeFile(`${file}.sha256`, `${sum}  ${path.basename(file)}\n`);
  return { file, bytes: (await stat(file)).size, sum };
}

function lastCommit() {
  return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' }).trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file, bytes, sum } = await pack();
  console.log(`${path.relative(ROOT, file)}: ${(bytes / 1e6).toFixed(2)} MB\nSHA-256 ${sum}`);
  if (bytes > MOST_BYTES) {
    console.error(`That is more than the ${MOST_BYTES / 1e6} MB which it may be.`);
    process.exitCode = 1;
  }
}
