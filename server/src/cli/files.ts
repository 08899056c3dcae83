/** Which files a run is about, and their texts. */

import * as nodeFs from 'node:fs';
import { access, constants, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { FileSystemAdapter } from 'tinyglobby';
import { MAX_LENGTH } from '../core/document.js';
import type { Message } from '../core/findings.js';
import { splitByteOrderMark } from '../core/text.js';
import { CASE_FILES, NEVER_LOOKED_INTO as NEVER, NEVER_FOLDERS } from '../disk/folder.js';
import { NO_FILE, readWhole, TOO_LONG } from '../disk/read-file.js';
import { replaceFile } from './replace-file.js';

/** The name of a case file, however long the path before it. */
export const CASE_FILE_NAME = /\.(?:case|zaak)\.ya?ml$/;

/** Does it lie in a folder in which no case files are looked for? */
export function isNeverSearched(file: string): boolean {
  return NEVER_FOLDERS.includes(path.basename(file));
}

export interface Found {
  /** Relative to the working directory, with `/`, sorted. */
  readonly files: readonly string[];
  readonly problems: readonly Message[];
}

export async function findFiles(paths: readonly string[], cwd: string): Promise<Found> {
  const files = new Set<string>();
  const problems: Message[] = [];
  const fs = tellingOf((file, reason) => problems.push(unfound(file, reason, cwd)));
  for (const given of paths.length > 0 ? paths : ['.']) {
    try {
      const found = await expand(given, cwd, fs);
      if (found === undefined) problems.push(noSuchPath(given, cwd));
      else if (found.length === 0) problems.push({ key: 'cli.nothing-matched', args: { path: given } });
      else for (const file of found) files.add(file);
    } catch (error) {
      problems.push({ key: 'cli.unreadable', args: { path: given, reason: reasonOf(error) } });
    }
  }
  return { files: [...files].sort(), problems };
}

function noSuchPath(given: string, cwd: string): Message {
  return isLink(path.resolve(cwd, given))
    ? { key: 'cli.broken-link', args: { path: given } }
    : { key: 'cli.no-such-path', args: { path: given } };
}

/** Why something that a search came by could not be followed. */
function unfound(file: string, reason: string, cwd: string): Message {
  const args = { path: relative(cwd, file) };
  return reason === 'ENOENT'
    ? { key: 'cli.broken-link', args }
    : { key: 'cli.unreadable', args: { ...args, reason } };
}

/** Undefined where there is no such thing. A file that is named is checked whatever it is called. */
async function expand(given: string, cwd: string, fs: FileSystemAdapter): Promise<string[] | undefined> {
  const info = statOf(path.resolve(cwd, given));
  if (info && !info.isDirectory()) return [relative(cwd, given)];
  // Loaded only where something is searched for.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (info) {
    const found = await glob(CASE_FILES, { cwd: path.resolve(cwd, given), ignore: NEVER, dot: false, fs });
    return found.map((file) => relative(cwd, path.join(given, file)));
  }
  if (!isDynamicPattern(given)) return undefined;
  const matched = await glob(given.replaceAll('\\', '/'), { cwd, ignore: NEVER, fs });
  return matched.map((file) => relative(cwd, file));
}

/** Undefined where there is no such thing. @throws where that can't be known */
function statOf(file: string): nodeFs.Stats | undefined {
  try {
    return nodeFs.statSync(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(reasonOf(error))) return undefined;
    throw error;
  }
}

/** A link, whether or not it leads to anything. */
function isLink(file: string): boolean {
  try {
    return nodeFs.lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

function isLinkedFolder(folder: string, entry: nodeFs.Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return nodeFs.statSync(path.join(folder, entry.name)).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Node's own file system, that tells which folders can't be read, and which links with the name of a case file lead
 * nowhere: a search passes over them in silence. A linked folder may lead elsewhere, or round: it is looked into only
 * where it is named.
 */
function tellingOf(tell: (file: string, reason: string) => void): FileSystemAdapter {
  const readdir = (
    folder: string,
    options: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: nodeFs.Dirent[]) => void,
  ) =>
    nodeFs.readdir(folder, options, (error, entries) => {
      // One that went away meanwhile is not missed.
      if (error && error.code !== 'ENOENT') tell(folder, reasonOf(error));
      done(
        error,
        entries?.filter((entry) => !isLinkedFolder(folder, entry)),
      );
    });
  const realpath = (link: string, done: (error: NodeJS.ErrnoException | null, real: string) => void) =>
    nodeFs.realpath(link, (error, real) => {
      if (error && CASE_FILE_NAME.test(link) && isLink(link)) tell(link, reasonOf(error));
      done(error, real);
    });
  return {
    readdir: readdir as typeof nodeFs.readdir,
    realpath: realpath as typeof nodeFs.realpath,
  };
}

function relative(cwd: string, file: string): string {
  return path.relative(cwd, path.resolve(cwd, file)).split(path.sep).join('/') || '.';
}

/** A character takes three bytes at most, a pair of surrogates four: what is longer need not be read to be refused. */
const MOST_BYTES = 3 * MAX_LENGTH;

/** A configuration, a baseline, a key: whatever a run reads beside its cases is no longer than this, in bytes. */
export const MOST_BESIDE = 256 * 1024 * 1024;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text, its byte-order mark apart, or why it can't be read. Not by promises: for many small files those take
 * longer than the reading.
 */
export function readText(file: string, cwd: string): { text: string; mark: string } | { problem: Message } {
  try {
    return decoded(readWhole(path.resolve(cwd, file), MOST_BYTES), file);
  } catch (error) {
    const isTooLarge = reasonOf(error) === TOO_LONG;
    return { problem: isTooLarge ? { key: 'cli.too-large', args: { path: file } } : unreadable(file, error) };
  }
}

/** Why a file could not be read, to the person who named it. */
export function unreadable(shown: string, error: unknown): Message {
  const reason = reasonOf(error);
  return reason === NO_FILE
    ? { key: 'cli.no-file', args: { path: shown } }
    : { key: 'cli.unreadable', args: { path: shown, reason } };
}

/** Everything on standard input, as the text of `file`. */
export async function readStdin(
  file: string,
): Promise<{ text: string; mark: string } | { problem: Message }> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of process.stdin) {
      size += (chunk as Buffer).length;
      if (size > MOST_BYTES) return { problem: { key: 'cli.too-large', args: { path: file } } };
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    return { problem: unreadable(file, error) };
  }
  return decoded(Buffer.concat(chunks), file);
}

function decoded(bytes: Buffer, file: string): { text: string; mark: string } | { problem: Message } {
  try {
    return splitByteOrderMark(UTF8.decode(bytes));
  } catch {
    return { problem: { key: 'cli.not-utf8', args: { path: file } } };
  }
}

/**
 * Replaces a file in one step: whoever reads it sees the old text or the new, and a full disk loses nothing. A
 * symbolic link stays one: what it leads to is written. What somebody saved meanwhile stays, and so does a file that is
 * protected against changes.
 * @param before what the new text was made from
 */
export async function writeText(
  file: string,
  cwd: string,
  before: string,
  text: string,
): Promise<Message | undefined> {
  try {
    const real = await realpath(path.resolve(cwd, file));
    await access(real, constants.W_OK);
    if (!readWhole(real, MOST_BYTES).equals(Buffer.from(before)))
      return { key: 'cli.changed-meanwhile', args: { path: file } };
    await replaceFile(real, text);
    return undefined;
  } catch (error) {
    return { key: 'cli.unwritable', args: { path: file, reason: reasonOf(error) } };
  }
}

export function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'error';
}
