/**
 * `--baseline FILE`: findings that are known and don't fail. Found again by their fingerprints, so that lines may move.
 * The file holds no text of a case, one name a line, sorted: changes of it are easy to review and to merge.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Message } from '../core/findings.js';
import { readWhole } from '../disk/read-file.js';
import { MOST_BESIDE, reasonOf, unreadable } from './files.js';
import { replaceFile } from './replace-file.js';
import type { ReportedFinding } from './reporter.js';

/** Fingerprints by rule, by file: relative to the baseline's folder, with `/`. */
type Known = Record<string, Record<string, string[]>>;

/** A file or rule may be called `__proto__`. */
const empty = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

export interface Split {
  readonly fresh: readonly ReportedFinding[];
  readonly known: readonly ReportedFinding[];
}

export interface Gone {
  readonly path: string;
  readonly rule: string;
  readonly count: number;
}

export class Baseline {
  /** What this run found, in the files that it read. */
  private readonly now: Known = empty();

  private constructor(
    private readonly file: string,
    private readonly shown: string,
    private readonly cwd: string,
    private readonly known: Known,
    private readonly text: string | undefined,
    private readonly isUpdated: boolean,
  ) {}

  /** @param isUpdated it is about to be written: it may be missing, and whatever is found is known from now on */
  static async read(
    shown: string,
    cwd: string,
    isUpdated: boolean,
  ): Promise<{ baseline: Baseline } | { problem: Message }> {
    const file = path.resolve(cwd, shown);
    let text: string;
    try {
      text = readWhole(file, MOST_BESIDE).toString('utf8');
    } catch (error) {
      if (reasonOf(error) === 'ENOENT')
        return isUpdated
          ? { baseline: new Baseline(file, shown, cwd, empty(), undefined, isUpdated) }
          : { problem: { key: 'check.no-baseline', args: { path: shown } } };
      return { problem: unreadable(shown, error) };
    }
    const known = parsed(text);
    return known
      ? { baseline: new Baseline(file, shown, cwd, known, text, isUpdated) }
      : { problem: { key: 'check.odd-baseline', args: { path: shown } } };
  }

  /** To be told once of each file that was checked. */
  split(checkedFile: string, findings: readonly ReportedFinding[]): Split {
    const name = this.nameOf(checkedFile);
    const before = this.known[name] ?? {};
    const found = empty<string[]>();
    const fresh: ReportedFinding[] = [];
    const known: ReportedFinding[] = [];
    for (const finding of findings) {
      const fingerprint = finding.fingerprint();
      found[finding.rule] ??= [];
      found[finding.rule]?.push(fingerprint);
      const isKnown = this.isUpdated || before[finding.rule]?.includes(fingerprint);
      (isKnown ? known : fresh).push(finding);
    }
    this.now[name] = found;
    return { fresh, known };
  }

  /** What the baseline holds and is not there any more, in what was checked and in files that have gone. */
  gone(): readonly Gone[] {
    const gone: Gone[] = [];
    for (const [file, rules] of Object.entries(this.known)) {
      if (!this.isJudged(file)) continue;
      for (const [rule, names] of Object.entries(rules)) {
        const count = names.filter((name) => !this.now[file]?.[rule]?.includes(name)).length;
        if (count > 0) gone.push({ path: this.pathOf(file), rule, count });
      }
    }
    return gone;
  }

  /** Holds from now on what this run found; what it did not look at stays as it is. */
  async save(): Promise<{ count: number } | { problem: Message }> {
    const kept = Object.entries(this.known).filter(([file]) => !this.isJudged(file));
    const text = written([...kept, ...Object.entries(this.now)]);
    try {
      if (text !== this.text) await replaceFile(this.file, text);
    } catch (error) {
      return { problem: { key: 'cli.unwritable', args: { path: this.shown, reason: reasonOf(error) } } };
    }
    const count = Object.values(parsed(text) ?? {})
      .flatMap((rules) => Object.values(rules))
      .reduce((sum, { length }) => sum + length, 0);
    return { count };
  }

  private isJudged(file: string): boolean {
    return this.now[file] !== undefined || !existsSync(path.resolve(path.dirname(this.file), file));
  }

  private nameOf(checkedFile: string): string {
    return slashes(path.relative(path.dirname(this.file), path.resolve(this.cwd, checkedFile)));
  }

  private pathOf(name: string): string {
    return slashes(path.relative(this.cwd, path.resolve(path.dirname(this.file), name)));
  }
}

function written(files: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[]): string {
  const sorted = <T>(entries: readonly (readonly [string, T])[]) =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const findings = empty<Record<string, string[]>>();
  for (const [file, rules] of sorted(files)) {
    const entries = sorted(Object.entries(rules));
    if (entries.length === 0) continue;
    const names = empty<string[]>();
    for (const [rule, list] of entries) names[rule] = [...list].sort();
    findings[file] = names;
  }
  return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
}

/** Undefined where it isn't a baseline of this version. */
function parsed(text: string): Known | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.findings)) return undefined;
  const known: Known = empty();
  for (const [file, rules] of Object.entries(value.findings)) {
    if (!isRecord(rules) || !Object.values(rules).every(isNames)) return undefined;
    known[file] = Object.assign(empty<string[]>(), rules);
  }
  return known;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function slashes(file: string): string {
  return file.split(path.sep).join('/');
}
