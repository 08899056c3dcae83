/** `vangnet check`: chooses the files, analyses each with the one pipeline, leaves out what is known, and reports. */

import { localDay } from '../core/dates.js';
import { type Message, SEVERITIES, type Severity } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { Baseline } from './baseline.js';
import { closeCache, openCache } from './cache/open.js';
import { onlyChanged } from './changed.js';
import { type CheckOptions, planReports } from './check-options.js';
import { Configs } from './configs.js';
import { shownDiff } from './diff.js';
import { findFiles, readStdin } from './files.js';
import { withFingerprints } from './fingerprints.js';
import { fixDetail, type Wanted } from './formats.js';
import { type Mending, mend } from './mend.js';
import { Progress } from './progress.js';
import type { ReportedFile } from './reporter.js';
import { Reports } from './reports.js';
import { type Checked, checkFiles, type RunOptions } from './run/check-files.js';
import { shardOf } from './run/shard.js';
import { Stats } from './stats.js';
import { brokenStdout, note, print } from './stdout.js';
import { Stopping } from './stopping.js';

/** What a run is about. */
export interface Chosen {
  readonly files: readonly string[];
  readonly problems: readonly Message[];
  /** The text of the one file, where it came by standard input. */
  readonly text?: string;
}

/** The exit code: 0 nothing at or above `--fail-on`, 1 something, 2 the run itself failed. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  language: Language,
): Promise<number> {
  const plan = planReports(paths, options);
  if ('problem' in plan) {
    note(plan.problem, language);
    return 2;
  }
  if (options.watch) {
    const { watchCases } = await import('./watch.js');
    const round = {
      choose: () => choose(paths, options, process.cwd()),
      check: (chosen: Chosen) => checkOnce(chosen, options, plan.wanted, language),
    };
    return watchCases(paths, round, language);
  }
  const stopping = new Stopping();
  return checkOnce(await choose(paths, options, process.cwd()), options, plan.wanted, language, stopping);
}

async function choose(
  paths: readonly string[],
  { stdin, stdinFilename = 'stdin.case.yaml', changed, shard }: CheckOptions,
  cwd: string,
): Promise<Chosen> {
  if (stdin) {
    const read = await readStdin(stdinFilename);
    return 'problem' in read
      ? { files: [], problems: [read.problem] }
      : { files: [stdinFilename], problems: [], text: read.mark + read.text };
  }
  const found = await findFiles(paths, cwd);
  if (shard) return { files: shardOf(found.files, shard, cwd), problems: found.problems };
  if (changed === undefined) return found;
  const left = await onlyChanged(found.files, changed === true ? undefined : changed, cwd);
  return 'problem' in left
    ? { files: [], problems: [...found.problems, left.problem] }
    : { files: left.files, problems: found.problems };
}

async function checkOnce(
  chosen: Chosen,
  options: CheckOptions,
  wanted: readonly Wanted[],
  language: Language,
  stopping?: Stopping,
): Promise<number> {
  const cwd = process.cwd();
  const run = new Run(
    options,
    await Reports.open(wanted, cwd, language, options),
    language,
    chosen.files.length,
  );
  for (const problem of chosen.problems) run.complain(problem);
  await run.readBaseline(cwd);
  const mending = options.fix ? 'write' : options.fixDryRun ? 'diff' : undefined;
  const today = localDay(new Date());
  const cache = openCache(options, cwd, today, (problem) => run.tell(problem));
  const step: RunOptions = {
    cwd,
    configs: new Configs(cwd),
    today,
    given: chosen.text,
    fixes: fixDetail(wanted, options),
    fix: mending !== undefined,
    jobs: options.jobs,
    cache,
    signal: stopping?.signal,
    onProgress: (passed) => run.progress.show(passed),
  };
  for await (const outcome of checkFiles(chosen.files, step)) {
    if ('problem' in outcome) run.complain(outcome.problem);
    else await take(outcome, step, mending, run);
    if (run.isPointless) break;
  }
  run.progress.end();
  closeCache(cache, (problem) => run.tell(problem));
  return run.end(stopping?.exitCode);
}

async function take(checked: Checked, step: RunOptions, mending: Mending, run: Run): Promise<void> {
  const { problem, diff } = await mend(checked, mending, step.cwd);
  if (!problem) {
    await run.report(checked);
    await run.tellMended(checked.fixed?.applied ?? 0, diff);
    return;
  }
  run.complain(problem);
  // What could not be saved is reported as it is on the disk.
  for await (const unmended of checkFiles([checked.file.path], { ...step, fix: false }))
    if ('file' in unmended) await run.report(unmended);
}

/** What many files come to: what can't be read is told, and the rest still checked. */
export class Run {
  readonly progress: Progress;
  private readonly counts = noCounts();
  private readonly shown = noCounts();
  private readonly loud: readonly Severity[];
  private readonly stats = new Stats();
  private readonly problems: Message[] = [];
  private baseline: Baseline | undefined;
  private files = 0;
  private known = 0;
  private mended = 0;
  private mendedFiles = 0;

  constructor(
    private readonly options: CheckOptions,
    private readonly reports: Reports,
    private readonly language: Language,
    private readonly chosen: number,
  ) {
    this.progress = new Progress(process.stderr, chosen, language, options.quiet ?? false);
    this.loud = SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
  }

  complain(problem: Message): void {
    this.problems.push(problem);
    this.tell(problem);
  }

  /** What is worth knowing and makes no failure of the run. */
  tell(message: Message): void {
    note(message, this.language);
  }

  async readBaseline(cwd: string): Promise<void> {
    const { baseline, updateBaseline } = this.options;
    if (baseline === undefined) return;
    const read = await Baseline.read(baseline, cwd, updateBaseline ?? false);
    if ('problem' in read) this.complain(read.problem);
    else this.baseline = read.baseline;
  }

  /** Nobody reads the report any more, and nothing else comes of the run. */
  get isPointless(): boolean {
    const { fix, fixDryRun, updateBaseline } = this.options;
    const isUnread = this.reports.areBroken || (fixDryRun === true && brokenStdout() !== undefined);
    return isUnread && !fix && !updateBaseline;
  }

  async report({ file: checked, milliseconds, isKnown }: Checked): Promise<void> {
    const findings = withFingerprints(checked);
    const { fresh, known } = this.baseline?.split(checked.path, findings) ?? { fresh: findings, known: [] };
    for (const { severity } of fresh) this.counts[severity]++;
    this.files++;
    this.known += known.length;
    const left = this.options.quiet ? fresh.filter(({ severity }) => this.loud.includes(severity)) : fresh;
    for (const { severity } of left) this.shown[severity]++;
    const file: ReportedFile = {
      ...checked,
      findings: left,
      known,
      hasBaseline: this.baseline !== undefined,
    };
    if (this.options.stats) this.stats.file(file, milliseconds, isKnown);
    await this.reports.file(file);
  }

  async tellMended(count: number, diff: string): Promise<void> {
    if (count === 0) return;
    this.mended += count;
    this.mendedFiles++;
    await print(process.stdout.isTTY ? shownDiff(diff) : diff);
  }

  /**
   * The exit code.
   * @param stopped the one of a run that was stopped before its end
   */
  async end(stopped: number | undefined): Promise<number> {
    const { reports, baseline, options, language } = this;
    if (stopped !== undefined)
      this.complain({ key: 'cli.stopped', args: { done: this.progress.passed, total: this.chosen } });
    if (baseline) await this.endBaseline(baseline);
    await reports.end(
      { files: this.files, ...this.shown, ...(baseline ? { known: this.known } : {}) },
      this.problems.map((problem) => say(problem, language)),
    );
    for (const problem of this.brokenReports()) this.complain(problem);
    this.tellOutcome();
    if (options.stats) process.stderr.write(this.stats.inWords(language));
    if (stopped !== undefined) return stopped;
    if (this.problems.length > 0) return 2;
    if (options.updateBaseline) return 0;
    const isLoud = this.loud.some((severity) => this.counts[severity] > 0);
    return isLoud || this.hasTooManyWarnings ? 1 : 0;
  }

  private async endBaseline(baseline: Baseline): Promise<void> {
    const { updateBaseline, baseline: path = '' } = this.options;
    const gone = baseline.gone();
    if (updateBaseline) {
      const saved = await baseline.save();
      if ('problem' in saved) this.complain(saved.problem);
      else this.remark({ key: 'check.baseline-saved', args: { path, count: saved.count } });
    } else if (gone.length > 0) {
      const count = gone.reduce((sum, one) => sum + one.count, 0);
      const list = gone.slice(0, MOST_GONE).map((one) => `${one.path} ${one.rule}`);
      this.remark({
        key: 'check.baseline-gone',
        args: { count, list: list.join(', ') + (gone.length > MOST_GONE ? ', …' : '') },
      });
    }
  }

  private brokenReports(): readonly Message[] {
    const broken = brokenStdout();
    const isToldOf = (problem: Message) => broken === undefined || problem !== broken;
    // The diff and help are printed too: standard output is told of once, whoever used it.
    return [...this.reports.problems.filter(isToldOf), ...(broken ? [broken] : [])];
  }

  private tellOutcome(): void {
    const { fix, fixDryRun, maxWarnings, changed } = this.options;
    if (fix) this.remark({ key: 'cli.fixed', args: { count: this.mended } });
    if (fixDryRun)
      this.remark({ key: 'check.would-fix', args: { count: this.mended, files: this.mendedFiles } });
    if (changed !== undefined && this.files === 0 && this.problems.length === 0)
      this.remark({ key: 'check.nothing-changed' });
    if (this.hasTooManyWarnings)
      this.tell({
        key: 'check.too-many-warnings',
        args: { count: this.counts.warning, most: maxWarnings ?? 0 },
      });
  }

  /** What a quiet run leaves unsaid. */
  private remark(message: Message): void {
    if (!this.options.quiet) this.tell(message);
  }

  private get hasTooManyWarnings(): boolean {
    const { maxWarnings } = this.options;
    return maxWarnings !== undefined && this.counts.warning > maxWarnings;
  }
}

/** So many of the baseline's findings that have gone are named. */
const MOST_GONE = 10;

function noCounts(): Record<Severity, number> {
  return { error: 0, warning: 0, information: 0, hint: 0 };
}
