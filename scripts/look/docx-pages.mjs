// @ts-check
/**
 * Exported Word files as pictures of pages, to look at: `node scripts/look/docx-pages.mjs [CASE...] [--what PAPER]`.
 * Needs LibreOffice and pdftoppm (Debian: libreoffice-writer-nogui, poppler-utils) and a built server; writes to out/look.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));
const OUT = path.join(ROOT, 'out/look');
const PAPERS = ['request', 'case', 'chronology', 'letters'];

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, error, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (error && /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT')
    throw new Error(`${command} is not installed (apt-get install libreoffice-writer-nogui poppler-utils).`);
  return { ok: status === 0, stderr: stderr.trim() };
}

const args = process.argv.slice(2);
const at = args.indexOf('--what');
const whats = at === -1 ? PAPERS : args.splice(at, 2).slice(1);
const cases = args.length > 0 ? args : ['samples/semon.case.yaml', 'samples/afia.case.yaml'];

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
for (const what of whats) {
  const exported = run(process.execPath, [
    'server/bin/vangnet.js',
    'export',
    ...cases,
    '--what',
    what,
    '-o',
    OUT,
  ]);
  // A case without planned letters has no letter requests: that is told, and no failure here.
  if (!exported.ok) console.error(exported.stderr);
}
const files = (await readdir(OUT)).filter((name) => name.endsWith('.docx'));
if (files.length === 0) throw new Error('Nothing was exported.');
const converted = run('soffice', [
  ...['--headless', `-env:UserInstallation=file://${path.join(OUT, 'profile')}`],
  ...['--convert-to', 'pdf', '--outdir', OUT],
  ...files.map((name) => path.join(OUT, name)),
]);
if (!converted.ok) throw new Error(`LibreOffice could not convert them: ${converted.stderr}`);
for (const name of files) {
  const stem = path.join(OUT, path.basename(name, '.docx'));
  const drawn = run('pdftoppm', ['-r', '80', '-png', `${stem}.pdf`, stem]);
  if (!drawn.ok) throw new Error(`No pages of ${name}: ${drawn.stderr}`);
}
await rm(path.join(OUT, 'profile'), { recursive: true, force: true });
const pages = (await readdir(OUT)).filter((name) => name.endsWith('.png')).sort();
console.log(pages.map((name) => path.join('out/look', name)).join('\n'));
