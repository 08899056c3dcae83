/** `vangnet check`: finds the files, analyses them with the one pipeline, and reports. */

import { dayNumber } from '../core/dates.js';
import type { CaseDocument } from '../core/document.js';
import type { FileStates } from '../core/files.js';
import { type Message, SEVERITIES, type Severity } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { type Analysis, analyse, type FoundReport, type Suppressed } from '../pipeline/analysis.js';
import { fixAll } from '../pipeline/fix-all.js';
import { filesOfRun } from './case-files.js';
import { Configs, type FoundConfig } from './configs.js';
import { findFiles, readText, writeText } from './files.js';
import { outputLanguage } from './language.js';
import { printable } from './printable.js';
import { githubReport } from './reporters/github.js';
import { gitlabReport } from './reporters/gitlab.js';
import { jsonReport } from './reporters/json.js';
import { junitReport } from './reporters/junit.js';
import { plainReport } from './reporters/plain.js';
import { prettyReport } from './reporters/pretty.js';
import { sarifReport } from './reporters/sarif.js';

export const FORMATS = ['pretty', 'plain', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const;
export type Format = (typeof FORMATS)[number];

export interface CheckOptions {
  readonly format?: Format;
  readonly failOn: Severity;
  readonly lang?: string;
  /** Apply the safe fixes and write the files, before what is left is reported. */
  readonly fix?: boolean;
}

export interface CheckedFile {
  readonly path: string;
  readonly document: CaseDocument;
  readonly findings: readonly FoundReport[];
  /** What the file silences, with the reasons that it gives. */
  readonly suppressed: readonly Suppressed[];
}

/** Writes a report piece by piece. */
export interface Reporter {
  file(file: CheckedFile): string;
  end(summary: Summary): string;
}

export type Summary = Readonly<Record<Severity | 'files', number>>;

export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const cwd = process.cwd();
  const configs = new Configs(cwd);
  const language = outputLanguage(options.lang, (await configs.forFolder(cwd)).config.language);
  const run = new Run(cwd, options, configs, language);
  const { files, problems } = await findFiles(paths, cwd);
  for (const problem of problems) run.complain(problem);
  for (const path of files) await run.check(path);
  return run.end();
}

/** One run over many files: what can't be read is told, and the rest still checked. */
class Run {
  private readonly summary = { files: 0, error: 0, warning: 0, information: 0, hint: 0 };
  private readonly told = new Set<FoundConfig>();
  private readonly reporter: Reporter;
  private readonly today: number;
  private readonly filesOf: (caseFile: string) => FileStates;
  private hasFailed = false;
  private fixed = 0;

  constructor(
    private readonly cwd: string,
    private readonly options: CheckOptions,
    private readonly configs: Configs,
    private readonly language: Language,
  ) {
    const format = options.format ?? (process.stdout.isTTY ? 'pretty' : 'plain');
    this.reporter = REPORTERS[format](language);
    this.filesOf = filesOfRun(cwd);
    const now = new Date();
    this.today = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  complain(problem: Message): void {
    this.hasFailed = true;
    this.note(problem);
  }

  async check(path: string): Promise<void> {
    const config = await this.configs.forFile(path);
    if (!this.told.has(config)) for (const problem of config.problems) this.complain(problem);
    this.told.add(config);
    if (config.ignores(path)) return;
    const read = await readText(path, this.cwd);
    if ('problem' in read) return this.complain(read.problem);
    const found = analyse(read.text, {
      settings: config.config.settings,
      today: this.today,
      files: this.filesOf(path),
    });
    const { document, findings, suppressed } = this.options.fix ? await this.fix(path, read, found) : found;
    this.summary.files++;
    for (const { severity } of findings) this.summary[severity]++;
    process.stdout.write(this.reporter.file({ path, document, findings, suppressed }));
  }

  /** Writes the file with its safe fixes; the analysis of what it then holds. */
  private async fix(path: string, { mark }: { mark: string }, found: Analysis): Promise<Analysis> {
    const { analysis, applied } = fixAll(found);
    if (applied === 0) return found;
    const problem = await writeText(path, this.cwd, mark + analysis.text);
    if (problem) {
      this.complain(problem);
      return found;
    }
    this.fixed += applied;
    return analysis;
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
