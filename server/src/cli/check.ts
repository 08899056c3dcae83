/** `vangnet check`: finds the files, analyses them with the one pipeline, and reports. */

import { dayNumber } from '../core/dates.js';
import { type Message, SEVERITIES, type Severity } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { Configs } from './configs.js';
import { findFiles, writeText } from './files.js';
import { outputLanguage } from './language.js';
import { printable } from './printable.js';
import { githubReport } from './reporters/github.js';
import { gitlabReport } from './reporters/gitlab.js';
import { jsonReport } from './reporters/json.js';
import { junitReport } from './reporters/junit.js';
import { plainReport } from './reporters/plain.js';
import { prettyReport } from './reporters/pretty.js';
import { sarifReport } from './reporters/sarif.js';
import { type Checked, checkFiles } from './run/check-files.js';
import type { CheckedFile } from './run/result.js';

export type { CheckedFile } from './run/result.js';

export const FORMATS = ['pretty', 'plain', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckOptions {
  readonly format?: Format;
  readonly failOn: Severity;
  readonly lang?: string;
  /** Apply the safe fixes and write the files, before what is left is reported. */
  readonly fix?: boolean;
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
  const configs = new Configs(cwd);
  const language = outputLanguage(options.lang, (await configs.forFolder(cwd)).config.language);
  const format = options.format ?? (process.stdout.isTTY ? 'pretty' : 'plain');
  const run = new Run(cwd, options, REPORTERS[format](language), language);
  const { files, problems } = await findFiles(paths, cwd);
  for (const problem of problems) run.complain(problem);
  const now = new Date();
  const outcomes = checkFiles(files, {
    cwd,
    configs,
    today: dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate()),
    withFixes: WITH_FIXES.has(format),
    fix: options.fix ?? false,
  });
  for await (const outcome of outcomes) {
    if ('problem' in outcome) run.complain(outcome.problem);
    else await run.take(outcome);
  }
  return run.end();
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
  ) {}

  complain(problem: Message): void {
    this.hasFailed = true;
    this.note(problem);
  }

  async take(checked: Checked): Promise<void> {
    const file = await this.save(checked);
    this.summary.files++;
    for (const { severity } of file.findings) this.summary[severity]++;
    process.stdout.write(this.reporter.file(file));
  }

  /** Writes the file with its safe fixes, if there are; what it then holds. */
  private async save({ file, fixed }: Checked): Promise<CheckedFile> {
    if (!fixed) return file;
    const problem = await writeText(file.path, this.cwd, fixed.content);
    if (problem) {
      this.complain(problem);
      return fixed.before();
    }
    this.fixed += fixed.applied;
    return file;
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

  private note(message: Message): void {
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
