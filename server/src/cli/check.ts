/** `vangnet check`: finds the files, analyses them with the one pipeline, and reports. */

import { dayNumber } from '../core/dates.js';
import type { CaseDocument } from '../core/document.js';
import { type Message, SEVERITIES, type Severity } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { analyse, DEFAULT_SETTINGS, type FoundReport } from '../pipeline/analysis.js';
import { filesOfRun } from './case-files.js';
import { findFiles, readText } from './files.js';
import { outputLanguage } from './language.js';
import { printable } from './printable.js';
import { jsonReport } from './reporters/json.js';
import { plainReport } from './reporters/plain.js';
import { prettyReport } from './reporters/pretty.js';

export interface CheckOptions {
  readonly format?: 'pretty' | 'plain' | 'json';
  readonly failOn: Severity;
  readonly lang?: string;
}

export interface CheckedFile {
  readonly path: string;
  readonly document: CaseDocument;
  readonly findings: readonly FoundReport[];
}

/** Writes a report piece by piece. */
export interface Reporter {
  file(file: CheckedFile): string;
  end(summary: Summary): string;
}

export type Summary = Readonly<Record<Severity | 'files', number>>;

export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const cwd = process.cwd();
  const language = outputLanguage(options.lang);
  const reporter = reporterFor(options.format ?? (process.stdout.isTTY ? 'pretty' : 'plain'), language);
  const complain = (problem: Message) =>
    process.stderr.write(`vangnet: ${printable(say(problem, language))}\n`);
  const { files, problems } = await findFiles(paths, cwd);
  for (const problem of problems) complain(problem);
  const summary = { files: 0, error: 0, warning: 0, information: 0, hint: 0 };
  let failed = problems.length > 0;
  const today = new Date();
  const inputs = {
    settings: DEFAULT_SETTINGS,
    today: dayNumber(today.getFullYear(), today.getMonth() + 1, today.getDate()),
  };
  const filesOf = filesOfRun(cwd);
  for (const path of files) {
    const read = await readText(path, cwd);
    if ('problem' in read) {
      complain(read.problem);
      failed = true;
      continue;
    }
    const { document, findings } = analyse(read.text, { ...inputs, files: filesOf(path) });
    summary.files++;
    for (const { severity } of findings) summary[severity]++;
    process.stdout.write(reporter.file({ path, document, findings }));
  }
  process.stdout.write(reporter.end(summary));
  if (failed) return 2;
  const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
  return counted.some((severity) => summary[severity] > 0) ? 1 : 0;
}

function reporterFor(format: 'pretty' | 'plain' | 'json', language: Language): Reporter {
  if (format === 'json') return jsonReport(language);
  return format === 'plain' ? plainReport(language) : prettyReport(language, process.stdout.columns ?? 100);
}
