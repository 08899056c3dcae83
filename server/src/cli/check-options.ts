/** What `vangnet check` is asked for, and what can't be asked for together. */

import path from 'node:path';
import type { Message, Severity } from '../core/findings.js';
import { CONFIG_NAME } from '../pipeline/config.js';
import { CASE_FILE_NAME } from './files.js';
import { type Said, type Wanted, wantedReports } from './formats.js';
import type { Shard } from './run/shard.js';

export interface CheckOptions {
  /** `--format` and `--output`, in the order of the command line. */
  readonly reports: readonly Said[];
  readonly failOn: Severity;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stats?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** A commit, or true for what is not committed yet. */
  readonly changed?: string | true;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly watch?: boolean;
  /** How many threads. */
  readonly jobs?: number;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly shard?: Shard;
}

/** The reports that are wanted, or why the options can't be followed. */
export function planReports(
  paths: readonly string[],
  options: CheckOptions,
): { wanted: readonly Wanted[] } | { problem: Message } {
  const problem = contradiction(paths, options);
  if (problem) return { problem };
  // The diff is what is printed.
  if (options.fixDryRun && options.reports.length === 0) return { wanted: [] };
  const plan = wantedReports(options.reports, process.stdout.isTTY ? 'pretty' : 'plain');
  if ('problem' in plan) return plan;
  const unfit = plan.wanted.map((one) => unfitReport(one, options)).find((found) => found !== undefined);
  return unfit ? { problem: unfit } : plan;
}

function contradiction(paths: readonly string[], options: CheckOptions): Message | undefined {
  if (options.stdin && paths.length > 0) return { key: 'check.stdin-and-paths' };
  if (options.stdinFilename !== undefined && !options.stdin) return { key: 'check.stdin-filename-alone' };
  if (options.updateBaseline && options.baseline === undefined)
    return { key: 'check.update-without-baseline' };
  return undefined;
}

function unfitReport({ format, file }: Wanted, options: CheckOptions): Message | undefined {
  if (file === undefined) {
    if (options.fixDryRun) return { key: 'check.diff-and-report', args: { format } };
    if (options.watch && format !== 'pretty' && format !== 'plain')
      return { key: 'check.watch-format', args: { format } };
    return undefined;
  }
  if (options.watch) return { key: 'check.watch-output' };
  // A slip of the hand must not cost a case file.
  if (CASE_FILE_NAME.test(file) || path.basename(file) === CONFIG_NAME || file === options.baseline)
    return { key: 'check.output-is-input', args: { path: file } };
  return undefined;
}
