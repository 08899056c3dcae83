/** `vangnet check`: finds the files, analyses them with the one pipeline, and reports. */

import { dayNumber } from '../core/dates.js';
import { type Message, SEVERITIES, type Severity } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { closeCache, openCache } from './cache/open.js';
import { Configs } from './configs.js';
import { findFiles, writeText } from './files.js';
import { outputLanguage } from './language.js';
import { printable } from './printable.js';
import { Progress } from './progress.js';
import { githubReport } from './reporters/github.js';
import { gitlabReport } from './reporters/gitlab.js';
import { jsonReport } from './reporters/json.js';
import { junitReport } from './reporters/junit.js';
import { plainReport } from './reporters/plain.js';
import { prettyReport } from './reporters/pretty.js';
import { sarifReport } from './reporters/sarif.js';
import { type Checked, checkFiles } from './run/check-files.js';
import type { CheckedFile } from './run/result.js';
import { type Shard, shardOf } from './run/shard.js';
import { Stopping } from './stopping.js';

export type { CheckedFile } from './run/result.js';

export const FORMATS = ['pretty', 'plain', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckOptions {
  readonly format?: Format;
  readonly failOn: Severity;
  readonly lang?: string;
  /** Apply the safe fixes and write the files, before what is left is reported. */
  readonly fix?: boolean;
  /** How many threads. */
  readonly jobs?: number;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly shard?: Shard;
}

/** Writes a report piece by piece. */
export interface Reporter {
  file(file: CheckedFile): string;
  end(summary: Summary): string;
}

export type Summary = Readonly<Record<Severity | 'files', number>>;

/** The formats that show how a finding may be mended. */
const WITH_FIXES: ReadonlySet<Format> = new Set(['pretty', 'json', 'sarif']);

export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const cwd = process.cwd();
  const stopping = new Stopping();
  const configs = new Configs(cwd);
  const language = outputLanguage(options.lang, (await configs.forFolder(cwd)).config.language);
  const format = options.format ?? (process.stdout.isTTY ? 'pretty' : 'plain');
  const found = await findFiles(paths, cwd);
  const files = options.shard ? shardOf(found.files, options.shard, cwd) : found.files;
  const progress = new Progress(process.stderr, files.length, language);
  const run = new Run(cwd, options, REPORTERS[format](language), language, progress);
  for (const problem of found.problems) run.complain(problem);
  const now = new Date();
  const today = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const cache = openCache(options, cwd, today, (problem) => run.note(problem));
  let passed = 0;
  const step = {
    cwd,
    configs,
    today,
    withFixes: WITH_FIXES.has(format),
    fix: options.fix ?? false,
    jobs: options.jobs,
    cache,
    signal: stopping.signal,
    onProgress: (count: number) => {
      passed = count;
      progress.show(count);
    },
  };
  for await (const outcome of checkFiles(files, step)) {
    if ('problem' in outcome) run.complain(outcome.problem);
    else if (await run.save(outcome)) run.report(outcome.file);
    // What could not be saved is reported as it is on the disk.
    else
      for await (const as of checkFiles([outcome.file.path], { ...step, fix: false }))
        if ('file' in as) run.report(as.file);
  }
  progress.clear();
  closeCache(cache, (problem) => run.note(problem));
  const code = run.end();
  if (stopping.exitCode === undefined) return code;
  run.note({ key: 'cli.stopped', args: { done: passed, total: files.length } });
  return stopping.exitCode;
}

/** One run over many files: what can't be read is told, and the rest still checked. */
class Run {
  private readonly summary = { files: 0, error: 0, warning: 0, information: 0, hint: 0 };
  private hasFailed = false;
  private fixed = 0;

  constructor(
    private readonly cwd: string,
    private readonly options: CheckOptions,
    private readonly reporter: Reporter,
    private readonly language: Language,
    private readonly progress: Progress,
  ) {}

  complain(problem: Message): void {
    this.hasFailed = true;
    this.note(problem);
  }

  report(file: CheckedFile): void {
    this.summary.files++;
    for (const { severity } of file.findings) this.summary[severity]++;
    const text = this.reporter.file(file);
    if (text === '') return;
    this.progress.clear();
    process.stdout.write(text);
  }

  /** Writes the file with its safe fixes, if there are. False where it can't be written: that is told. */
  async save({ file, fixed }: Checked): Promise<boolean> {
    if (!fixed) return true;
    const problem = await writeText(file.path, this.cwd, fixed.content);
    if (problem) this.complain(problem);
    else this.fixed += fixed.applied;
    return problem === undefined;
  }

  /** The exit code. */
  end(): number {
    const { summary, options } = this;
    process.stdout.write(this.reporter.end(summary));
    if (options.fix) this.note({ key: 'cli.fixed', args: { count: this.fixed } });
    if (this.hasFailed) return 2;
    const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
    return counted.some((severity) => summary[severity] > 0) ? 1 : 0;
  }

  note(message: Message): void {
    this.progress.clear();
    process.stderr.write(`vangnet: ${printable(say(message, this.language))}\n`);
  }
}

const REPORTERS: Readonly<Record<Format, (language: Language) => Reporter>> = {
  pretty: (language) => prettyReport(language, process.stdout.columns ?? 100),
  plain: plainReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  gitlab: gitlabReport,
};
