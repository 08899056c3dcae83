/** The reports of a run on their way to where they are wanted: printed, or into files. */

import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, type FileHandle, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Message } from '../core/findings.js';
import type { Language } from '../core/words/words.js';
import { reasonOf } from './files.js';
import { type Format, type ReportOptions, reporterFor, type Wanted } from './formats.js';
import type { ReportedFile, Reporter, Summary } from './reporter.js';
import { brokenStdout, print } from './stdout.js';

interface Sink {
  /** Why nothing can be written any more. */
  readonly failure: Message | undefined;
  write(text: string): Promise<void>;
  end(): Promise<void>;
}

export class Reports {
  private constructor(private readonly all: readonly { reporter: Reporter; sink: Gathering }[]) {}

  static async open(
    wanted: readonly Wanted[],
    cwd: string,
    language: Language,
    options: ReportOptions,
  ): Promise<Reports> {
    return new Reports(
      await Promise.all(
        wanted.map(async ({ format, file }) => ({
          reporter: reporterFor(format, language, options),
          sink: new Gathering(file === undefined ? PRINTED : await ReportFile.open(file, cwd, format)),
        })),
      ),
    );
  }

  /** Does nobody take what is reported any more? */
  get areBroken(): boolean {
    return this.all.length > 0 && this.all.every(({ sink }) => sink.failure);
  }

  get problems(): readonly Message[] {
    return this.all.flatMap(({ sink }) => sink.failure ?? []);
  }

  async file(file: ReportedFile): Promise<void> {
    for (const { reporter, sink } of this.all) if (!sink.failure) await sink.write(reporter.file(file));
  }

  async end(summary: Summary, problems: readonly string[]): Promise<void> {
    for (const { reporter, sink } of this.all) {
      await sink.write(reporter.end(summary, problems));
      await sink.end();
    }
  }
}

const MOST_PENDING = 32_000;
/** Milliseconds. */
const LONGEST_PENDING = 100;

/** Many small writes take longer than what is written: they go out together, but nobody waits long to see them. */
class Gathering implements Sink {
  private pending = '';
  private written = performance.now();

  constructor(private readonly to: Sink) {}

  get failure(): Message | undefined {
    return this.to.failure;
  }

  async write(text: string): Promise<void> {
    this.pending += text;
    const isDue = this.pending.length > MOST_PENDING || performance.now() - this.written > LONGEST_PENDING;
    if (isDue) await this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    await this.to.end();
  }

  private async flush(): Promise<void> {
    const text = this.pending;
    this.pending = '';
    await this.to.write(text);
    this.written = performance.now();
  }
}

const PRINTED: Sink = {
  get failure() {
    return brokenStdout();
  },
  write: print,
  end: () => Promise.resolve(),
};

/** Reports that are not in their place yet; what is left of them when the process ends is taken away. */
const drafts = new Set<string>();
process.on('exit', () => {
  for (const draft of drafts) rmSync(draft, { force: true });
});

/**
 * A report that takes its place in one step, at its end: whoever reads sees the old one or the whole new one. Written
 * piece by piece beside it. What is no ordinary file (a device, a pipe) is written directly.
 */
class ReportFile implements Sink {
  failure: Message | undefined;
  private handle: FileHandle | undefined;

  private constructor(
    private readonly shown: string,
    /** What is there before the report is: undefined where it is written directly. */
    private readonly draft: string | undefined,
    private readonly target: string,
    /** Colours are for the terminal. */
    private readonly isColoured: boolean,
  ) {}

  static async open(shown: string, cwd: string, format: Format): Promise<ReportFile> {
    const given = path.resolve(cwd, shown);
    const target = await realpath(given).catch(() => given);
    const there = await stat(target).catch(() => undefined);
    const isDirect = there !== undefined && !there.isFile();
    const draft = isDirect
      ? undefined
      : path.join(path.dirname(target), `.vangnet-${randomBytes(8).toString('hex')}.tmp`);
    const file = new ReportFile(shown, draft, target, format === 'pretty');
    await file.attempt(async () => {
      if (there?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      if (draft) await mkdir(path.dirname(target), { recursive: true });
      // Under a name that nobody else has: also not a run in another container, whose processes are numbered the same.
      file.handle = await open(draft ?? target, draft ? 'wx' : 'w');
      if (draft) drafts.add(draft);
      if (there && draft) await chmod(draft, there.mode & 0o777);
    });
    return file;
  }

  write(text: string): Promise<void> {
    return this.attempt(async () => {
      if (text !== '') await this.handle?.writeFile(this.isColoured ? stripVTControlCharacters(text) : text);
    });
  }

  end(): Promise<void> {
    return this.attempt(async () => {
      await this.handle?.close();
      this.handle = undefined;
      if (this.draft) {
        await rename(this.draft, this.target);
        drafts.delete(this.draft);
      }
    });
  }

  private async attempt(step: () => Promise<void>): Promise<void> {
    if (this.failure) return;
    try {
      await step();
    } catch (error) {
      this.failure = { key: 'check.report-unwritable', args: { path: this.shown, reason: reasonOf(error) } };
      await this.handle?.close().catch(() => undefined);
      if (this.draft) await rm(this.draft, { force: true }).catch(() => undefined);
    }
  }
}
