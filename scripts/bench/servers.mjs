// @ts-check
/** The servers under comparison, and the peer's installation, which is kept apart from our own dependencies. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** yaml-language-server 2.0.0 needs Node 22.13; a package of Node comes from the same registry. */
export const PEER = { 'yaml-language-server': '2.0.0', node: '24' };

const HOME = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'vangnet/bench');

/**
 * @typedef {object} ServerKind
 * @property {string} name in tables
 * @property {string} command
 * @property {string[]} args
 * @property {'push' | 'pull'} diagnostics how its client gets them
 * @property {string} languageId
 * @property {boolean} says whether diagnostics name the version that they are of
 * @property {Record<string, unknown>} settings what it gets when it asks for configuration
 */

/**
 * Installs the peer where it isn't yet.
 * @param {(line: string) => void} say
 * @returns {Promise<{ node: string, server: string }>} the programs
 */
export async function installPeer(say) {
  const node = path.join(HOME, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const server = path.join(HOME, 'node_modules/yaml-language-server/bin/yaml-language-server');
  if (!(await isInstalled(node, server))) {
    say(`Installing yaml-language-server ${PEER['yaml-language-server']} and Node ${PEER.node} into ${HOME}`);
    await mkdir(HOME, { recursive: true });
    await writeFile(path.join(HOME, 'package.json'), '{ "private": true }\n');
    const wanted = Object.entries(PEER).map(([name, version]) => `${name}@${version}`);
    const isWindows = process.platform === 'win32';
    execFileSync(
      isWindows ? 'npm.cmd' : 'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error', ...wanted],
      { cwd: HOME, stdio: 'inherit', shell: isWindows },
    );
  }
  if (!(await isInstalled(node, server))) throw new Error(`The peer could not be installed into ${HOME}.`);
  return { node, server };
}

/** @param {string} node @param {string} server */
async function isInstalled(node, server) {
  if (!existsSync(node) || !existsSync(server)) return false;
  const manifest = path.join(path.dirname(server), '../package.json');
  return JSON.parse(await readFile(manifest, 'utf8')).version === PEER['yaml-language-server'];
}

/**
 * The peer as its VS Code extension would set it up, with our schema for case files and nothing from the network.
 * @param {string} root @param {{ node: string, server: string }} peer @returns {ServerKind}
 */
export function theirs(root, { node, server }) {
  const schema = pathToFileURL(path.join(root, 'schemas/case.schema.json')).href;
  return {
    name: 'yaml-language-server',
    command: node,
    args: [server, '--stdio'],
    diagnostics: 'push',
    languageId: 'yaml',
    says: false,
    settings: {
      yaml: {
        schemas: { [schema]: '*.case.yaml' },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
        validate: true,
        hover: true,
        completion: true,
      },
      http: {},
      '[yaml]': {},
    },
  };
}

/**
 * @param {string} root @param {{ name: string, node: string, diagnostics: 'push' | 'pull', args?: string[] }} options
 * @returns {ServerKind}
 */
export function ours(root, { name, node, diagnostics, args = [] }) {
  return {
    name,
    command: node,
    args: [...args, path.join(root, 'server/bin/vangnet.js'), 'lsp', '--stdio'],
    diagnostics,
    languageId: 'vangnet-case',
    says: true,
    settings: { vangnet: {} },
  };
}

/** @param {string} node */
export function versionOf(node) {
  return execFileSync(node, ['-p', 'process.version'], { encoding: 'utf8' }).trim();
}
