/** The formats of a report, and where each goes: `--format NAME[:FILE]`, as often as wanted, and `--output FILE`. */

import type { Message } from '../core/findings.js';
import type { Language } from '../core/words/words.js';
import type { Reporter } from './reporter.js';
import { githubReport } from './reporters/github.js';
import { gitlabReport } from './reporters/gitlab.js';
import { jsonReport } from './reporters/json.js';
import { junitReport } from './reporters/junit.js';
import { plainReport } from './reporters/plain.js';
import { prettyReport } from './reporters/pretty.js';
import { sarifReport } from './reporters/sarif.js';
import type { FixDetail } from './run/result.js';
import type { Shard } from './run/shard.js';

export interface ReportOptions {
  /** Nothing to read where nothing is reported. */
  readonly quiet?: boolean;
  /** A report for `vangnet merge`. */
  readonly shard?: Shard;
}

const REPORTERS = {
  pretty: (language: Language, { quiet = false }: ReportOptions) =>
    prettyReport(language, process.stdout.columns ?? 100, quiet),
  plain: plainReport,
  json: (language: Language, { shard }: ReportOptions) => jsonReport(language, shard),
  sarif: sarifReport,
  junit: junitReport,
  github: githubReport,
  gitlab: gitlabReport,
} satisfies Record<string, (language: Language, options: ReportOptions) => Reporter>;

export type Format = keyof typeof REPORTERS;
export const FORMATS = Object.keys(REPORTERS) as readonly Format[];

export function reporterFor(format: Format, language: Language, options: ReportOptions): Reporter {
  return REPORTERS[format](language, options);
}

/** A report that is wanted; without a file it is printed. */
export interface Wanted {
  readonly format: Format;
  readonly file?: string;
}

/** What the reports tell of how a finding may be mended: working that out takes time. */
export function fixDetail(wanted: readonly Wanted[], { shard }: ReportOptions): FixDetail {
  const formats = new Set(wanted.map(({ format }) => format));
  // What `vangnet merge` reads has to do for every format.
  if (formats.has('sarif') || (formats.has('json') && shard)) return 'whole';
  return formats.has('json') || formats.has('pretty') ? 'named' : 'none';
}

/** What was said about formats, in the order of the command line. */
export type Said = { readonly format: string } | { readonly output: string };

/**
 * `--output FILE` belongs to the `--format` before it that has no file yet; said before any, to the first one.
 * @param fallback the format where none is asked for
 */
export function wantedReports(
  said: readonly Said[],
  fallback: Format,
): { wanted: readonly Wanted[] } | { problem: Message } {
  const wanted: { format: Format; file?: string }[] = [];
  const early: string[] = [];
  for (const one of said) {
    if ('format' in one) {
      const [name = '', ...rest] = one.format.split(':');
      const file = rest.join(':');
      if (!isFormat(name))
        return {
          problem: { key: 'check.no-such-format', args: { format: name, formats: FORMATS.join(', ') } },
        };
      if (rest.length > 0 && file === '')
        return { problem: { key: 'check.format-without-file', args: { format: name } } };
      wanted.push({ format: name, ...(file === '' ? {} : { file }) });
    } else {
      const last = wanted.findLast(({ file }) => file === undefined);
      if (last) last.file = one.output;
      else early.push(one.output);
    }
  }
  if (wanted.length === 0) wanted.push({ format: fallback });
  for (const file of early) {
    const first = wanted.find((one) => one.file === undefined);
    if (!first) return { problem: { key: 'check.output-without-format', args: { file } } };
    first.file = file;
  }
  return checked(wanted);
}

function checked(wanted: readonly Wanted[]): { wanted: readonly Wanted[] } | { problem: Message } {
  const printed = wanted.filter(({ file }) => file === undefined).map(({ format }) => format);
  if (printed.length > 1)
    return {
      problem: {
        key: 'check.two-printed',
        args: { first: printed[0] as string, second: printed[1] as string },
      },
    };
  const files = wanted.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const twice = files.find((file, index) => files.indexOf(file) < index);
  return twice === undefined ? { wanted } : { problem: { key: 'check.same-output', args: { file: twice } } };
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(REPORTERS, name);
}
