/** `vangnet export`: papers from case files. What is there already is never written over unasked. */

import { statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { localDay } from '../core/dates.js';
import type { Message } from '../core/findings.js';
import { isLanguage, type Language, say } from '../core/words/words.js';
import { loadScript } from '../disk/script.js';
import type { Format, What } from '../features/papers/choices.js';
import { exportCase, exportName } from '../features/papers/export.js';
import type { Writers } from '../features/papers/writers.js';
import { type Analysis, analyse } from '../pipeline/analysis.js';
import { filesOfRun } from './case-files.js';
import { Configs } from './configs.js';
import { findTarget, type Target, writeNew } from './export-target.js';
import { findFiles, readText } from './files.js';
import { printable } from './printable.js';

export interface ExportOptions {
  readonly to?: Format;
  readonly what: What;
  /** A file, a folder, or `-` for standard output; beside each case by default. */
  readonly output?: string;
  readonly lang?: string;
  readonly force?: boolean;
}

/** The exit code: 2 where something could not be exported. */
export async function exportCases(
  paths: readonly string[],
  options: ExportOptions,
  language: Language,
): Promise<number> {
  const cwd = process.cwd();
  const configs = new Configs(cwd);
  const run = new ExportRun(cwd, options, configs, language);
  const { files, problems } = await findFiles(paths, cwd);
  for (const problem of problems) run.complain(problem);
  return run.over(files);
}

class ExportRun {
  private readonly to: Format;
  private readonly toScreen: boolean;
  /** From which case each was made, by its place and by what it is on the disk. */
  private readonly written = new Map<string, string>();
  private isStopped = false;
  private hasFailed = false;

  constructor(
    private readonly cwd: string,
    private readonly options: ExportOptions,
    private readonly configs: Configs,
    private readonly language: Language,
  ) {
    this.toScreen = options.output === '-';
    this.to = options.to ?? formatOf(options.output) ?? (this.toScreen ? 'md' : 'docx');
  }

  async over(files: readonly string[]): Promise<number> {
    const refusal = await this.refusal(files);
    if (refusal) this.complain(refusal);
    else await this.each(files);
    return this.hasFailed || this.isStopped ? 2 : 0;
  }

  /** Ctrl+C ends the run after the file that it is at, so that none is left half made. */
  private async each(files: readonly string[]): Promise<void> {
    const stop = () => {
      this.isStopped = true;
    };
    process.once('SIGINT', stop);
    let done = 0;
    for (const file of files) {
      this.progress(done, files.length, file);
      await this.exportOne(file, files);
      done++;
      // Lets a signal that came meanwhile be heard.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.isStopped) break;
    }
    this.clearLine();
    process.off('SIGINT', stop);
    if (this.isStopped) this.note({ key: 'export.stopped', args: { done, total: files.length } });
  }

  /** What is wrong with the wish as a whole. */
  private async refusal(files: readonly string[]): Promise<Message | undefined> {
    if (this.toScreen && this.to === 'docx') return { key: 'export.not-to-screen' };
    const target = await findTarget(this.options.output, this.cwd);
    return target.kind === 'file' && files.length > 1
      ? { key: 'export.many-to-one', args: { count: files.length } }
      : undefined;
  }

  private async exportOne(file: string, files: readonly string[]): Promise<void> {
    try {
      const read = await readText(file, this.cwd);
      if ('problem' in read) return this.complain(read.problem);
      const analysis = await this.analysisOf(file, read.text);
      const { lang } = this.options;
      const options = {
        what: this.options.what,
        to: this.to,
        // A paper is in the language of its case, unless another is asked for.
        language: isLanguage(lang) ? lang : analysis.draft.language,
      };
      const made = await exportCase(analysis, { ...options, stamp: new Date() }, loadWriters);
      if ('problem' in made) return this.complainOf(file, made.problem);
      if (this.toScreen) process.stdout.write(made.content);
      else await this.save(file, exportName(path.basename(file), options), made.content, files);
    } catch (error) {
      // One odd file is no reason to leave the others undone.
      const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).name;
      this.complain({ key: 'cli.unexpected', args: { error: `${file}: ${reason}` } });
    }
  }

  private async analysisOf(file: string, text: string): Promise<Analysis> {
    const { config } = this.configs.forFile(file);
    const files = filesOfRun(this.cwd)(file);
    return analyse(text, { settings: config.settings, today: localDay(new Date()), files });
  }

  private async save(
    file: string,
    name: string,
    content: string | Uint8Array,
    files: readonly string[],
  ): Promise<void> {
    const target = await findTarget(this.options.output, this.cwd);
    const wanted = placeFor(target, file, name, this.cwd);
    const twice = (other: string): Message => ({
      key: 'export.same-name',
      args: { path: this.shown(wanted), other },
    });
    const other = this.written.get(wanted);
    if (other !== undefined) return this.complain(twice(other));
    this.written.set(wanted, file);
    const replace = async () => {
      // The same file under another name: by a link, or where capitals make no difference.
      const same = this.written.get(identityOf(wanted) ?? '');
      if (same !== undefined) return twice(same);
      return this.options.force === true || (await this.mayReplace(wanted));
    };
    const cases = files.map((own) => path.resolve(this.cwd, own));
    const mode = readersOf(path.resolve(this.cwd, file));
    const problem = await writeNew(wanted, this.shown(wanted), content, { cases, mode, replace });
    if (problem) return this.complain(problem);
    this.written.set(identityOf(wanted) ?? wanted, file);
    this.tell({ key: 'export.written', args: { path: this.shown(wanted) } });
  }

  /** Asks on a terminal; elsewhere nobody can answer, and the file stays. */
  private async mayReplace(wanted: string): Promise<boolean> {
    if (!process.stdin.isTTY || !process.stderr.isTTY) return false;
    this.clearLine();
    const asking = createInterface({ input: process.stdin, output: process.stderr });
    // Ctrl+C and Ctrl+D close it, and then no answer would ever come: a no, and the end of the run.
    const closed = new Promise<undefined>((resolve) => asking.once('close', () => resolve(undefined)));
    const args = { path: printable(this.shown(wanted)) };
    const question = asking.question(say({ key: 'export.ask', args }, this.language));
    const answer = await Promise.race([question, closed]);
    asking.close();
    if (answer === undefined) this.isStopped = true;
    return answer !== undefined && /^[jy]/i.test(answer.trim());
  }

  private shown(file: string): string {
    const relative = path.relative(this.cwd, file);
    return (relative.startsWith('..') ? file : relative).split(path.sep).join('/');
  }

  complain(problem: Message): void {
    this.hasFailed = true;
    this.note(problem);
  }

  private complainOf(file: string, problem: Message): void {
    this.complain({ key: 'export.failed', args: { path: file, problem } });
  }

  private note(message: Message): void {
    this.clearLine();
    process.stderr.write(`vangnet: ${printable(say(message, this.language))}\n`);
  }

  private tell(message: Message): void {
    this.clearLine();
    process.stdout.write(`${printable(say(message, this.language))}\n`);
  }

  /** Only where someone looks, and where there is more than one to wait for. */
  private progress(done: number, total: number, file: string): void {
    if (!process.stderr.isTTY || total < 2) return;
    this.clearLine();
    const text = printable(
      say({ key: 'export.progress', args: { done: done + 1, total, path: file } }, this.language),
    );
    process.stderr.write(text.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1)));
  }

  private clearLine(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[2K');
  }
}

/** A bundle of its own beside this one: most runs need none of it. */
function loadWriters(): Writers {
  return loadScript(new URL('writers-web.js', import.meta.url), 'vangnetWriters');
}

function formatOf(output: string | undefined): Format | undefined {
  const ending = path.extname(output ?? '').toLowerCase();
  return (
    { '.docx': 'docx', '.html': 'html', '.htm': 'html', '.md': 'md', '.json': 'json', '.ics': 'ics' } as const
  )[ending as '.docx'];
}

/** The same for all names of one file; undefined where there is none. */
function identityOf(file: string): string | undefined {
  const info = statSync(file, { bigint: true, throwIfNoEntry: false });
  return info && `${info.dev}:${info.ino}`;
}

/** A paper is for those who may read its case, and for whoever made it to change. */
function readersOf(caseFile: string): number {
  return ((statSync(caseFile, { throwIfNoEntry: false })?.mode ?? 0) & 0o666) | 0o600;
}

function placeFor(target: Target, file: string, name: string, cwd: string): string {
  if (target.kind === 'file') return target.path;
  return path.join(target.kind === 'folder' ? target.path : path.dirname(path.resolve(cwd, file)), name);
}
