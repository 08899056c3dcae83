/**
 * The analysis step of `vangnet check`: paths in, what is found in each out, always in the order of the paths. Where it
 * is done is hidden here.
 */

import { setImmediate as rest } from 'node:timers/promises';
import type { FileStates } from '../../core/files.js';
import type { Message } from '../../core/findings.js';
import { splitByteOrderMark } from '../../core/text.js';
import type { ResultCache } from '../cache/cache.js';
import { filesOfRun } from '../case-files.js';
import type { Configs, FoundConfig } from '../configs.js';
import { readText } from '../files.js';
import type { CheckedFile } from '../reporter.js';
import type { Done, Task } from './analyse-text.js';
import { Analyst } from './analyst.js';
import type { Answer } from './messages.js';
import { checkedFile, type FixDetail } from './result.js';

export interface RunOptions {
  readonly cwd: string;
  readonly configs: Configs;
  /** Days since 1970-01-01. */
  readonly today: number;
  /** The text of the one file, where that isn't to be read from the disk. */
  readonly given?: string | undefined;
  /** What the reports need of fixes. */
  readonly fixes: FixDetail;
  /** Apply the safe fixes; nothing is written here: see {@link Checked.fixed}. */
  readonly fix: boolean;
  /** How many threads; undefined: as many as there are cores, where that pays. */
  readonly jobs?: number | undefined;
  /** What was found before; left open. Not asked where fixes are applied. */
  readonly cache?: ResultCache | undefined;
  /** Ends the run where it is: what was found so far has come out. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of files that are through, whether or not they gave anything. */
  readonly onProgress?: (passed: number) => void;
}

/** Something to tell; the run goes on. */
export interface Problem {
  readonly problem: Message;
}

export interface Checked {
  /** With `fix` the text and findings after it. */
  readonly file: CheckedFile;
  /** What the analysis took. */
  readonly milliseconds: number;
  /** Was it taken from the cache? */
  readonly isKnown: boolean;
  /** Where safe fixes were applied: the whole content of the file, as it is and as it would be. */
  readonly fixed?: { readonly before: string; readonly after: string; readonly applied: number };
}

export async function* checkFiles(
  paths: readonly string[],
  options: RunOptions,
): AsyncGenerator<Problem | Checked> {
  const step = new Step(options);
  const stopping = new Stop(options.signal);
  const underWay: Promise<Outcomes>[] = [];
  let passed = 0;
  async function* pass(down: number): AsyncGenerator<Problem | Checked> {
    while (underWay.length > down) {
      const outcomes = await stopping.orStopped(underWay.shift() as Promise<Outcomes>);
      if (!outcomes) return;
      options.onProgress?.(++passed);
      yield* outcomes;
    }
  }
  let rested = performance.now();
  try {
    for (const [index, path] of paths.entries()) {
      if (performance.now() - rested > WITHOUT_REST) {
        await rest();
        rested = performance.now();
      }
      if (options.signal?.aborted) return;
      underWay.push(step.take(path, paths.length - index));
      if (underWay.length < step.ahead) continue;
      yield* pass(step.ahead >> 1);
    }
    yield* pass(0);
  } finally {
    await step.close();
  }
}

type Outcomes = readonly (Problem | Checked)[];

/** Milliseconds after which whatever waits (Ctrl-C, an answer of a worker) gets its turn. */
const WITHOUT_REST = 30;

/** Not Promise.race: the promise of a signal that never comes would hold every file that was awaited beside it. */
class Stop {
  private wake: () => void = () => undefined;

  constructor(private readonly signal: AbortSignal | undefined) {
    signal?.addEventListener('abort', () => this.wake(), { once: true });
  }

  /** What the promise gives; undefined where the run is stopped before. */
  orStopped<T>(promise: Promise<T>): Promise<T | undefined> {
    if (this.signal?.aborted) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.wake = () => resolve(undefined);
      promise.then(resolve, reject);
    });
  }
}

class Step {
  private readonly told = new Set<FoundConfig>();
  private readonly analyst: Analyst;
  private readonly filesOf: (caseFile: string) => FileStates;

  constructor(private readonly options: RunOptions) {
    this.filesOf = filesOfRun(options.cwd);
    this.analyst = new Analyst(options.cwd, options.jobs);
  }

  get ahead(): number {
    return this.analyst.ahead;
  }

  close(): Promise<void> {
    return this.analyst.close();
  }

  /** @param left how many files there are from this one on */
  async take(path: string, left: number): Promise<Outcomes> {
    const { configs, cwd, given, today, fixes, fix } = this.options;
    const config = configs.forFile(path);
    const problems = this.told.has(config) ? [] : config.problems.map((problem) => ({ problem }));
    this.told.add(config);
    if (config.ignores(path)) return problems;
    const read = given === undefined ? readText(path, cwd) : splitByteOrderMark(given);
    if ('problem' in read) return [...problems, read];
    const { settings } = config.config;
    const task: Task = { path, text: read.text, settings, today, fixes, fix };
    return [...problems, await this.check(task, read.mark, left)];
  }

  private async check(task: Task, mark: string, left: number): Promise<Problem | Checked> {
    const { path, text } = task;
    const known = this.known(task);
    const answer = known ? { ...known, milliseconds: 0 } : await this.analyse(task, left);
    if ('failure' in answer)
      return { problem: { key: 'cli.not-analysed', args: { path, error: answer.failure } } };
    const { result, fixed, milliseconds } = answer;
    return {
      file: checkedFile(path, fixed?.text ?? text, result),
      milliseconds,
      isKnown: known !== undefined,
      ...(fixed ? { fixed: { before: mark + text, after: mark + fixed.text, applied: fixed.applied } } : {}),
    };
  }

  private known(task: Task): Done | undefined {
    return task.fix ? undefined : this.options.cache?.get(task, () => this.filesOf(task.path));
  }

  private async analyse(task: Task, left: number): Promise<Answer> {
    const answer = await this.analyst.analyse(task, left);
    if (!task.fix && !('failure' in answer)) this.options.cache?.put(task, answer);
    return answer;
  }
}
