// @ts-check
/** The programs and headers that npm can't bring: what is missing, and how to get it. */
import { spawnSync } from 'node:child_process';
import { findChromium, onPath } from './cache.mjs';

/**
 * Each need is probed by what it is for, not by asking dpkg: that also works where there is no Debian.
 * @type {readonly {debian: string, what: string, forBuilding: boolean, present: () => boolean}[]}
 */
const NEEDS = [
  {
    debian: 'chromium',
    what: 'Chromium or Chrome (or its path in VANGNET_CHROMIUM)',
    forBuilding: false,
    present: () => findChromium() !== undefined,
  },
  {
    debian: 'pkg-config',
    what: 'pkg-config',
    forBuilding: true,
    present: () => onPath('pkg-config') !== undefined,
  },
  {
    debian: 'libkrb5-dev',
    what: 'the Kerberos headers',
    forBuilding: true,
    present: () => hasLibrary('krb5-gssapi'),
  },
  {
    debian: 'libsecret-1-dev',
    what: 'the libsecret headers',
    forBuilding: true,
    present: () => hasLibrary('libsecret-1'),
  },
  { debian: 'python3', what: 'Python 3', forBuilding: true, present: () => onPath('python3') !== undefined },
  { debian: 'make', what: 'make', forBuilding: true, present: () => onPath('make') !== undefined },
  { debian: 'g++', what: 'a C++ compiler', forBuilding: true, present: () => onPath('g++') !== undefined },
];

/**
 * What this machine lacks. Once code-server is built only the browser is asked for.
 * @param {{building: boolean}} options
 */
export const missingNeeds = ({ building }) =>
  NEEDS.filter((need) => (building || !need.forBuilding) && !need.present());

/** Only root on a Debian-like system may be changed; a person's own machine is never touched unasked. */
export const canInstallPackages = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/**
 * @param {readonly string[]} packages
 * @param {(command: string, args: readonly string[], env: NodeJS.ProcessEnv) => Promise<void>} run
 */
export async function installPackages(packages, run) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work (a CI image's own set-up): wait for it rather than fail.
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-q'];
  await run('apt-get', [...patient, 'update'], env);
  await run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...packages], env);
}

/** @param {string} name */
function hasLibrary(name) {
  return spawnSync('pkg-config', ['--exists', name], { stdio: 'ignore' }).status === 0;
}
