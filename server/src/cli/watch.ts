/** `--watch`: checks, and then again whatever changes, until it is stopped. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import picomatch from 'picomatch';
import { isDynamicPattern } from 'tinyglobby';
import type { Message } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { CONFIG_NAME } from '../pipeline/config.js';
import type { Chosen } from './check.js';
import { CASE_FILE_NAME, isNeverSearched } from './files.js';
import { brokenStdout, note, print } from './stdout.js';

/** Editors save in several steps; milliseconds. */
const PAUSE = 100;

/** What is done in each round. */
export interface Round {
  choose(): Promise<Chosen>;
  check(chosen: Chosen): Promise<unknown>;
}

/** Ends when it is stopped by Ctrl-C or its reader goes away. The exit code: 0, it did what it was asked to. */
export async function watchCases(
  paths: readonly string[],
  { choose, check }: Round,
  language: Language,
): Promise<number> {
  const cwd = process.cwd();
  const changes = await Changes.of(watched(paths, cwd), cwd, language);
  let chosen = await choose();
  let key = 'check.watch-begin';
  for (;;) {
    await mark('>', { key, args: { count: chosen.files.length } }, language);
    await check(chosen);
    await mark('=', { key: 'check.watch-waiting' }, language);
    const next = await nextRound(changes, choose, cwd);
    if (!next || brokenStdout()) break;
    chosen = next;
    key = 'check.watch-again';
  }
  await changes.close();
  return 0;
}

/** The files to look at again; undefined when the watch is over. */
async function nextRound(
  changes: Changes,
  chooseNow: () => Promise<Chosen>,
  cwd: string,
): Promise<Chosen | undefined> {
  for (;;) {
    const changed = await changes.next();
    if (!changed) return undefined;
    const { files } = await chooseNow();
    // What a configuration says, and which files are there that cases name, may concern every case.
    const isGeneral = [...changed].some((file) => !CASE_FILE_NAME.test(file));
    const touched = isGeneral ? files : files.filter((file) => changed.has(path.resolve(cwd, file)));
    if (touched.length > 0) return { files: touched, problems: [] };
  }
}

/** What has changed on the disk since somebody last asked. */
class Changes {
  private readonly changed = new Set<string>();
  private isOver = false;
  private wake: () => void = () => undefined;

  private constructor(private readonly watcher: FSWatcher) {}

  static async of(places: readonly string[], cwd: string, language: Language): Promise<Changes> {
    const watcher = watch([...places], { ignoreInitial: true, ignored: isNeverSearched });
    const changes = new Changes(watcher);
    watcher.on('all', (event, file) => {
      const isOfInterest =
        event !== 'change' ||
        CASE_FILE_NAME.test(file) ||
        path.basename(file) === CONFIG_NAME ||
        places.includes(file);
      if (isOfInterest) changes.tell(path.resolve(cwd, file));
    });
    watcher.on('error', (error) => {
      const reason = (error as NodeJS.ErrnoException).code ?? 'error';
      note({ key: 'check.watch-failed', args: { reason } }, language);
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        changes.isOver = true;
        changes.wake();
      });
    await new Promise<void>((resolve) => watcher.once('ready', resolve));
    return changes;
  }

  /** Waits for changes; undefined when there will be none any more. */
  async next(): Promise<ReadonlySet<string> | undefined> {
    if (this.changed.size === 0 && !this.isOver)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    if (!this.isOver) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (this.isOver) return undefined;
    const changed = new Set(this.changed);
    this.changed.clear();
    return changed;
  }

  close(): Promise<void> {
    return this.watcher.close();
  }

  private tell(file: string): void {
    this.changed.add(file);
    this.wake();
  }
}

/** The folders and files given, the unchanging part of patterns, and the configuration that holds for each. */
function watched(paths: readonly string[], cwd: string): readonly string[] {
  const places = (paths.length > 0 ? paths : ['.']).map((given) =>
    path.resolve(
      cwd,
      !existsSync(path.resolve(cwd, given)) && isDynamicPattern(given) ? picomatch.scan(given).base : given,
    ),
  );
  const configs = places.flatMap((place) => nearestConfig(path.dirname(place)) ?? []);
  return [...new Set([...places, ...configs])];
}

function nearestConfig(folder: string): string | undefined {
  const file = path.join(folder, CONFIG_NAME);
  if (existsSync(file)) return file;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : nearestConfig(parent);
}

/** A line of fixed form, by which an editor's task sees where a round begins (>) and ends (=). */
function mark(sign: '>' | '=', message: Message, language: Language): Promise<void> {
  const time = new Date().toTimeString().slice(0, 8);
  return print(`[${time}] ${sign} ${say(message, language)}\n`);
}
