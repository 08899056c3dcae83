// @ts-check
/** The throw-away folder of one run: a copy of the workspace, VS Code's data, and the control folder. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} RunFolder
 * @property {string} root
 * @property {string} workspace the copy that the suite may change as it likes
 * @property {string | undefined} several where two folders are to be opened: the workspace file that names them
 * @property {string} control what suite and driver tell each other
 * @property {string} tests a copy of the suite in there: VS Code tells `run` the path of its own file, which is the
 *   one thing the suite can go by in a web worker too, where there is neither environment nor `__dirname`
 * @property {string} development the extension folder to develop: ours, or the control folder beside a .vsix
 * @property {string} home HOME of everything started
 * @property {() => void} remove
 */

/**
 * What the suite reads before it starts (`config.json` in the control folder).
 * @typedef {object} SuiteConfig
 * @property {string | undefined} [grep] run only the tests whose full title holds this
 * @property {readonly string[] | undefined} [suites] run only these outermost suites
 * @property {boolean} forbidOnly fail on a forgotten `.only`
 * @property {boolean} page whether a driver answers page requests
 * @property {'desktop-host' | 'web'} flavour the host the suite must find itself in
 * @property {import('./run.mjs').RunOptions['part']} part which tests to run
 */

const SECOND_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../client/test/folders/archief');

/** Quiet and the same everywhere: no welcome pages, no calls home, no suggestions of other extensions. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  // As on a desktop: text that an earlier test undid must not come back from the disk.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  // Some people have this for another extension: it must not take case files away from ours.
  'files.associations': { '*.yaml': 'yaml', '*.yml': 'yaml' },
};

/**
 * @param {{workspace?: string | undefined, tests: string, extension: string, config: SuiteConfig}} options
 * @returns {RunFolder}
 */
export function makeRunFolder({ workspace, tests, extension, config }) {
  // Short, because sockets live below it and their paths are limited; real, because macOS links its temp folder.
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'vangnet-e2e-')));
  const copy = join(root, workspace ? basename(workspace) : 'workspace');
  if (workspace) cpSync(workspace, copy, { recursive: true });
  const several = config.part === 'restricted' ? addSecondFolder(root, copy) : undefined;
  const packaged = extension.endsWith('.vsix');
  const control = packaged ? join(root, '.control') : controlInside(extension, tests);
  for (const folder of [copy, join(control, 'requests'), join(root, '.home')]) {
    mkdirSync(folder, { recursive: true });
  }
  if (packaged) {
    const name = { publisher: 'vangnet-e2e', name: 'control', version: '0.0.1' };
    writeJson(join(control, 'package.json'), { ...name, engines: { vscode: '*' } });
  }
  copyFileSync(tests, join(control, 'index.js'));
  const { grep, suites, forbidOnly, page, flavour, part } = config;
  writeLawFiles(control);
  writeJson(join(control, 'config.json'), { grep, suites, forbidOnly, page, flavour, part });
  return {
    root,
    workspace: copy,
    several,
    control,
    tests: join(control, 'index.js'),
    home: join(root, '.home'),
    development: packaged ? control : resolve(extension),
    remove: () => {
      for (const path of [control, root]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const CLI = join(dirname(fileURLToPath(import.meta.url)), '../../server/bin/vangnet.js');

/** Our own legal data as a file, as if they were of long ago and of days to come. @param {string} folder */
function writeLawFiles(folder) {
  const file = join(folder, 'law.json');
  execFileSync(process.execPath, [CLI, 'law', '--export', file], { stdio: 'ignore' });
  const law = JSON.parse(readFileSync(file, 'utf8'));
  for (const [name, date] of Object.entries({
    'law-old.json': '2020-01-01',
    'law-to-come.json': '2999-01-01',
  })) {
    const sha256 = createHash('sha256')
      .update(JSON.stringify([law.version, date, law.data]))
      .digest('hex');
    writeJson(join(folder, name), { ...law, date, sha256 });
  }
}

/**
 * Beside the first folder one with a configuration of its own, which says so when it is read.
 * @param {string} root @param {string} first
 */
function addSecondFolder(root, first) {
  cpSync(SECOND_FOLDER, join(root, basename(SECOND_FOLDER)), { recursive: true });
  const file = join(root, 'two.code-workspace');
  writeJson(file, { folders: [first, SECOND_FOLDER].map((folder) => ({ path: basename(folder) })) });
  return file;
}

/**
 * The folder for what a run leaves behind, emptied: an old screenshot would mislead.
 * @param {{output: string, name?: string | undefined, flavour: string}} options
 */
export function freshOutput({ output, name, flavour }) {
  const folder = join(resolve(output), name ?? flavour);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * VS Code runs a suite in the host of the extension whose folder it lies in; one outside every extension would
 * run in the Node host whatever the flavour.
 * @param {string} extension
 * @param {string} tests
 */
function controlInside(extension, tests) {
  const inside = relative(realpathSync(extension), realpathSync(tests));
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw new Error(`The suite ${tests} must lie inside the extension ${extension}`);
  }
  return mkdtempSync(join(dirname(resolve(tests)), 'run-'));
}

/**
 * @param {string} userFolder VS Code's `User` folder
 * @param {Record<string, unknown>} [settings]
 */
export function writeUserSettings(userFolder, settings = {}) {
  mkdirSync(userFolder, { recursive: true });
  writeJson(join(userFolder, 'settings.json'), { ...SETTINGS, ...settings });
}

/**
 * Installs extensions as VS Code itself keeps them: it finds them when it starts.
 * @param {readonly string[]} extensions their folders
 * @param {string} folder VS Code's folder of extensions
 */
export function installBeside(extensions, folder) {
  for (const extension of extensions) {
    const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
    cpSync(extension, join(folder, `${publisher}.${name}-${version}`), { recursive: true });
  }
}

/**
 * Gives VS Code a display language without a download: a language pack that translates nothing. Its own texts
 * stay English, while `env.language` and the manifests of extensions follow the language.
 * @param {string} userData
 * @param {string} locale
 */
export function writeLanguagePack(userData, locale) {
  const translations = join(userData, `empty.${locale}.i18n.json`);
  mkdirSync(userData, { recursive: true });
  writeJson(translations, { version: '1.0.0', contents: {} });
  writeJson(join(userData, 'languagepacks.json'), {
    [locale]: {
      hash: 'empty',
      label: locale,
      // VS Code reads the first of these, though no such extension need be installed.
      extensions: [{ extensionIdentifier: { id: `vangnet-e2e.${locale}` }, version: '1.0.0' }],
      translations: { vscode: translations },
    },
  });
}

/** @param {string} file @param {unknown} value */
const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
