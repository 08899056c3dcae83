// @ts-check
/**
 * `npm run check:regex`: no regular expression of ours takes more than linear time, whatever text it meets. Every literal
 * of server and client, and those that a check of the samples puts together, goes to `recheck`; its verdicts are kept in
 * scripts/regex/verdicts.json, so that only new ones take time. `--update` writes that file.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { glob } from 'tinyglobby';
import ts from 'typescript';

const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
const VERDICTS = path.join(ROOT, 'scripts/regex/verdicts.json');
const SOURCES = ['server/src/**/*.ts', 'server/bin/*.js', 'client/src/**/*.ts'];
const NOT_SHIPPED = ['**/*.test.ts', 'server/src/testing/**', 'server/src/generated/**'];
const TIMEOUT = 20_000;

/** What is quadratic, and why that does no harm: the text that it meets has a bound. */
const BOUNDED = new Map([
  [String.raw`/choices are (.+)\.$/s`, 'the command line parser’s own sentence about an argument'],
  [
    String.raw`/[\p{L}\p{N}._%+-]{1,64}$/u`,
    'tries 64 characters from each place, of at most 64 before a sign',
  ],
]);
/** Globs as picomatch writes them: they meet paths. */
const GLOB = String.raw`(?:(?!(?:^|\/)\.).)*?`;

/** @returns {Promise<Map<string, string>>} each with the place where it is first used */
async function literals() {
  const found = new Map();
  const files = await glob(SOURCES, { cwd: ROOT, ignore: NOT_SHIPPED });
  for (const file of files.sort()) {
    const text = await readFile(path.join(ROOT, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.set(node.text, `${file}:${line + 1}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** @returns {Promise<string[]>} */
async function putTogether() {
  const folder = await mkdtemp(path.join(tmpdir(), 'vangnet-regex-'));
  try {
    const file = path.join(folder, 'seen.json');
    const hook = path.join(ROOT, 'scripts/regex/record.cjs');
    const args = ['--require', hook, 'server/bin/vangnet.js', 'check', '--jobs', '1', 'samples'];
    spawnSync(process.execPath, args, { cwd: ROOT, env: { ...process.env, VANGNET_REGEX: file } });
    const seen = JSON.parse(await readFile(file, 'utf8'));
    if (seen.length < 10) throw new Error('Nothing was recorded: is the server built?');
    return seen.filter((/** @type {string} */ one) => !one.includes(GLOB));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} regex @returns {Promise<string>} linear, or what it is */
async function verdictOf(regex) {
  const slash = regex.lastIndexOf('/');
  const result = await check(regex.slice(1, slash), regex.slice(slash + 1), { timeout: TIMEOUT });
  if (result.status === 'safe') return 'linear';
  return result.status === 'vulnerable' ? result.complexity.summary : `unknown: ${result.error.kind}`;
}

/** @type {Record<string, string>} */
const known = JSON.parse(await readFile(VERDICTS, 'utf8').catch(() => '{}'));
const regexes = await literals();
if (regexes.size < 100)
  throw new Error('Hardly any regular expression was found: does the search still work?');
for (const regex of await putTogether()) if (!regexes.has(regex)) regexes.set(regex, 'put together');
/** @type {Record<string, string>} */
const verdicts = {};
let asked = 0;
for (const [regex] of [...regexes].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (!Object.hasOwn(known, regex)) asked++;
  verdicts[regex] = known[regex] ?? (await verdictOf(regex));
}
if (process.argv.includes('--update'))
  await writeFile(VERDICTS, `${JSON.stringify(verdicts, undefined, 1)}\n`);
const bad = Object.entries(verdicts).filter(
  ([regex, verdict]) => verdict !== 'linear' && !BOUNDED.has(regex),
);
for (const [regex, verdict] of bad) console.error(`${regexes.get(regex)}: ${verdict}\n  ${regex}`);
console.log(`${regexes.size} regular expressions, ${asked} of them new, ${bad.length} not linear.`);
process.exit(bad.length > 0 ? 1 : 0);
