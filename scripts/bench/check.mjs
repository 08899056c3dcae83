// @ts-check
/**
 * The command line over many files, beside ajv-cli, which knows the schema alone and no rule, and beside a bare parse of the
 * same bytes: in turns, on the same files.
 * By itself too: `node scripts/bench/check.mjs [--quick]`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { yamlForAll } from '../build-server.mjs';
import { writeCases } from './cases.mjs';
import { machine, markdown } from './report.mjs';
import { figure, quantile } from './stats.mjs';

const PEER = { 'ajv-cli': '5.0.0', 'ajv-formats': '3.0.1' };
const HOME = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'vangnet/bench');
const USAGE_HOOK = fileURLToPath(new URL('./usage.cjs', import.meta.url));

const BARE = 'bare parse';

/** @typedef {{ seconds: number, cpu: number, mebibytes: number }} Measured */
/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {string[]} args of Node
 * @property {number[]} codes with which it may end
 * @property {() => Promise<void>} [before]
 */

/** @param {{ root: string, quick: boolean, say: (line: string) => void }} options */
export async function measure({ root, quick, say }) {
  const ajv = await installPeer(say);
  const bare = await bundleBareParse(root);
  const runs = quick
    ? [
        { files: 200, rounds: 3 },
        { files: 2000, rounds: 1 },
      ]
    : [
        { files: 200, rounds: 7 },
        { files: 2000, rounds: 5 },
        { files: 20_000, rounds: 1 },
      ];
  /** @type {{ files: number, of: Map<string, Measured[]> }[]} */
  const results = [];
  for (const { files, rounds } of runs) {
    const folder = path.join(HOME, `cases-${files}`);
    say(`${files} files`);
    await writeCases(folder, files);
    const contestants = contest(root, ajv, bare, folder);
    const of = new Map(contestants.map(({ name }) => [name, /** @type {Measured[]} */ ([])]));
    for (let round = 0; round < rounds; round++)
      for (const one of contestants) {
        await one.before?.();
        of.get(one.name)?.push(await runOnce(one, folder));
      }
    results.push({ files, of });
  }
  return part(results);
}

/** @param {string} root @param {string} ajv @param {string} bare @param {string} folder @returns {Contestant[]} */
function contest(root, ajv, bare, folder) {
  const cache = path.join(folder, '.cache');
  const check = (/** @type {string} */ name, /** @type {string[]} */ ...options) => ({
    name,
    args: [path.join(root, 'server/bin/vangnet.js'), 'check', '--lang', 'en', ...options, folder],
    codes: [0, 1],
  });
  const schema = path.join(root, 'schemas/case.schema.json');
  return [
    {
      name: 'ajv-cli',
      args: [
        ajv,
        'validate',
        '--spec=draft2020',
        '--strict=false',
        '-c',
        'ajv-formats',
        '-s',
        schema,
        '-d',
        `${folder}/*/*.case.yaml`,
      ],
      codes: [0],
    },
    { name: BARE, args: [bare, folder], codes: [0] },
    check('one thread', '--jobs', '1'),
    check('two threads', '--jobs', '2'),
    check('as it is'),
    {
      ...check('cache, empty', '--cache-location', cache),
      before: () => rm(cache, { recursive: true, force: true }),
    },
    check('cache, full', '--cache-location', cache),
    check('JSON with fixes', '--format', 'json'),
  ];
}

/** @param {Contestant} one @param {string} folder @returns {Promise<Measured>} */
async function runOnce({ name, args, codes }, folder) {
  const usage = path.join(folder, 'usage.json');
  const begun = performance.now();
  const child = spawn(process.execPath, ['--require', USAGE_HOOK, ...args], {
    cwd: folder,
    // What they print is read as CI reads it, and not kept.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, VANGNET_BENCH_USAGE: usage, NO_COLOR: '1' },
  });
  let printed = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text) => {
    printed = (printed + text).slice(-2000);
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - begun) / 1000;
  if (!codes.includes(code)) throw new Error(`${name} ended with ${code}:\n${printed}`);
  const { cpu, maxRSS } = JSON.parse(await readFile(usage, 'utf8'));
  return { seconds, cpu, mebibytes: maxRSS / 1024 };
}

/** @param {{ files: number, of: Map<string, Measured[]> }[]} results @returns {import('./report.mjs').Part} */
function part(results) {
  const middle = (/** @type {Measured[] | undefined} */ list, /** @type {keyof Measured} */ what) =>
    quantile(
      (list ?? []).map((one) => one[what]),
      0.5,
    );
  const tables = results.map(({ files, of }) => {
    const beside = (/** @type {Measured[]} */ list, /** @type {string} */ name) =>
      `${figure(middle(list, 'seconds') / middle(of.get(name), 'seconds'))}×`;
    return {
      title: `${files} files`,
      columns: [
        '',
        'seconds',
        'of ajv-cli',
        'of a bare parse',
        'files/s',
        'processor, s',
        'peak memory, MiB',
      ],
      rows: [...of].map(([name, list]) => [
        name,
        figure(middle(list, 'seconds')),
        beside(list, 'ajv-cli'),
        beside(list, BARE),
        figure(files / middle(list, 'seconds')),
        figure(middle(list, 'cpu')),
        figure(middle(list, 'mebibytes')),
      ]),
    };
  });
  const at = results.find(({ files }) => files === 2000);
  const least = results[0];
  const most = results.at(-1);
  const ratio = (/** @type {string} */ name, to = 'ajv-cli') =>
    middle(at?.of.get(name), 'seconds') / middle(at?.of.get(to), 'seconds');
  const growth =
    middle(most?.of.get('as it is'), 'mebibytes') / middle(least?.of.get('as it is'), 'mebibytes');
  return {
    name: 'check',
    title: 'The command line over many files',
    how: [
      `Generated case files of some 270 lines (\`scripts/bench/cases.mjs\`) on which a rule speaks about 16 times each; ajv-cli ${PEER['ajv-cli']} (\`--spec=draft2020 --strict=false\`, formats) validates the same files against the schema alone and finds nothing. ‘Bare parse’ is the least that whoever reads these files with the same library must do: one process that reads each of them and calls \`parseDocument\` of yaml (the build that we bundle), and nothing else. Vangnet reads ordinary lines itself and leaves the rest to that library, so that it can stay below. In turns, each run a process of its own; medians. ‘as it is’ is the command without options.`,
    ],
    tables,
    goals: [
      {
        goal: '2,000 files with all rules, nothing known before',
        wanted: '≤ 2× ajv-cli',
        figure: `${figure(ratio('as it is'))}×`,
        met: ratio('as it is') <= 2,
      },
      {
        goal: '2,000 files with all rules, beside a bare parse of the same bytes',
        wanted: '≤ 1.3× the parse',
        figure: `${figure(ratio('as it is', BARE))}×`,
        met: ratio('as it is', BARE) <= 1.3,
      },
      {
        goal: '2,000 files that did not change (`--cache`)',
        wanted: '≤ 0.5× ajv-cli',
        figure: `${figure(ratio('cache, full'))}×`,
        met: ratio('cache, full') <= 0.5,
      },
      {
        goal: `peak memory at ${most?.files} files beside ${least?.files}`,
        wanted: 'flat (≤ 1.5×)',
        figure: `${figure(growth)}×`,
        met: growth <= 1.5,
      },
    ],
    data: results.map(({ files, of }) => ({ files, runs: Object.fromEntries(of) })),
  };
}

/** As one file, as the command line is. @param {string} root @returns {Promise<string>} */
async function bundleBareParse(root) {
  const outfile = path.join(root, 'out/bench/bare-parse.cjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./bare-parse.mjs', import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    alias: yamlForAll,
    logLevel: 'warning',
  });
  return outfile;
}

/** @param {(line: string) => void} say @returns {Promise<string>} its program */
async function installPeer(say) {
  const home = path.join(HOME, 'ajv-cli');
  const program = path.join(home, 'node_modules/ajv-cli/dist/index.js');
  if (!existsSync(program)) {
    say(`Installing ajv-cli ${PEER['ajv-cli']} into ${home}`);
    await mkdir(home, { recursive: true });
    await writeFile(path.join(home, 'package.json'), '{ "private": true }\n');
    const wanted = Object.entries(PEER).map(([name, version]) => `${name}@${version}`);
    const isWindows = process.platform === 'win32';
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...wanted];
    execFileSync(isWindows ? 'npm.cmd' : 'npm', args, { cwd: home, stdio: 'inherit', shell: isWindows });
  }
  return program;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const quick = process.argv.includes('--quick');
  const result = await measure({ root, quick, say: (line) => console.error(`  ${line}`) });
  console.log(markdown(result, machine(new Date().toISOString().slice(0, 10))));
}
