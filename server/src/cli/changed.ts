/** `--changed [REF]`: which of the files differ from a commit, by asking git. */

import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Message } from '../core/findings.js';
import { CONFIG_NAME } from '../pipeline/config.js';

class GitError extends Error {
  constructor(readonly problem: Message) {
    super(problem.key);
  }
}

/**
 * The files that differ from where this branch left REF, what is not committed yet included; without REF the latter
 * alone. A changed configuration counts as a change of every file below its folder.
 * @param files relative to the working directory, or absolute
 */
export async function onlyChanged(
  files: readonly string[],
  ref: string | undefined,
  cwd: string,
): Promise<{ files: readonly string[] } | { problem: Message }> {
  try {
    const changed = await changedPaths(ref, cwd);
    const folders = changed.filter((file) => path.basename(file) === CONFIG_NAME).map(path.dirname);
    const names = new Set(changed);
    return {
      files: files.filter((file) => {
        const real = realName(path.resolve(cwd, file));
        return names.has(real) || folders.some((folder) => real.startsWith(folder + path.sep));
      }),
    };
  } catch (error) {
    if (error instanceof GitError) return { problem: error.problem };
    throw error;
  }
}

/** Absolute, without symbolic links on the way. */
async function changedPaths(ref: string | undefined, cwd: string): Promise<readonly string[]> {
  const answer = await git(cwd, 'rev-parse', '--show-toplevel').catch((error: GitError) => {
    throw error.problem.key === 'check.no-git' ? error : new GitError({ key: 'check.no-repository' });
  });
  const top = answer.replace(/\r?\n$/, '');
  const base = await startingPoint(ref, cwd);
  const lists = [
    base === undefined
      ? await git(top, 'ls-files', '-z', '--cached')
      : await comparing(top, 'diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', base, '--'),
    await git(top, 'ls-files', '-z', '--others', '--exclude-standard'),
  ];
  return lists
    .flatMap((list) => list.split('\0').filter(Boolean))
    .map((file) => realName(path.join(top, file)));
}

/** The commit to compare with; undefined in a repository without any. */
async function startingPoint(ref: string | undefined, cwd: string): Promise<string | undefined> {
  const commitOf = (name: string) =>
    git(cwd, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).then(
      (found) => found.trim(),
      () => undefined,
    );
  if (ref === undefined) return commitOf('HEAD');
  const commit = await commitOf(ref);
  if (commit === undefined)
    throw new GitError({
      key: existsSync(path.resolve(cwd, ref)) ? 'check.ref-is-path' : 'check.no-such-ref',
      args: { ref },
    });
  // Where the histories don't meet (a shallow clone), what differs from the commit itself is the closest.
  return git(cwd, 'merge-base', commit, 'HEAD').then(
    (base) => base.trim(),
    () => commit,
  );
}

/**
 * The same for what looks into files: the filters that a repository brings would start a program of theirs for each. So a
 * file that they change is compared as it is on the disk.
 */
async function comparing(cwd: string, ...args: string[]): Promise<string> {
  const kinds = String.raw`^filter\..*\.(clean|smudge|process|required)$`;
  // It fails where there are none.
  const found = await git(cwd, 'config', '-z', '--name-only', '--get-regexp', kinds).catch(() => '');
  const names = [...new Set(found.split('\0').filter(Boolean))];
  const off = names.flatMap((name, index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, name.endsWith('.required') ? 'false' : ''],
  ]);
  return run(cwd, args, { ...Object.fromEntries(off), GIT_CONFIG_COUNT: String(names.length) });
}

function git(cwd: string, ...args: string[]): Promise<string> {
  return run(cwd, args, {});
}

/** No program of the repository's own is started, and nothing that is missing in it is fetched from elsewhere. */
const ALONE = { GIT_OPTIONAL_LOCKS: '0', GIT_ALLOW_PROTOCOL: 'none', GIT_NO_LAZY_FETCH: '1' };

/**
 * What git answers.
 * @throws GitError
 */
async function run(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  // On Windows a program of that name in the folder would be taken first.
  process.env.NoDefaultCurrentDirectoryInExePath = '1';
  try {
    const { stdout } = await promisify(execFile)('git', ['-c', 'core.fsmonitor=false', ...args], {
      cwd,
      env: { ...process.env, ...ALONE, ...env },
      maxBuffer: MOST_OUTPUT,
      encoding: 'utf8',
    });
    return stdout;
  } catch (error) {
    const { code } = error as { code?: string | number };
    if (code === 'ENOENT') throw new GitError({ key: 'check.no-git' });
    throw new GitError({ key: 'check.git-failed', args: { reason: code ?? 'error' } });
  }
}

/** Bytes; the names of some millions of files. */
const MOST_OUTPUT = 2 ** 29;

/** The folder's real name, and the file's own: a link in the repository is the link, not where it leads. */
function realName(file: string): string {
  try {
    return path.join(realpathSync(path.dirname(file)), path.basename(file));
  } catch {
    return file;
  }
}
