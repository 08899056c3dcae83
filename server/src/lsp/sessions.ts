/** The open case files, each with the analysis of its present version. Read once a version and checked once, whoever asks. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { splitByteOrderMark } from '../core/text.js';
import { type Analysis, type Inputs, readSteps } from '../pipeline/analysis.js';
import type { Positions } from './positions.js';
import { inStretches, lullFor, Stale, turn } from './schedule.js';

interface Job {
  readonly key: string;
  readonly done: Promise<Analysis>;
}

export class CaseSession {
  private latest: Analysis | undefined;
  private latestFor = '';
  private reading: Job | undefined;
  private checking: Job | undefined;
  private closed = false;
  /** How long it took to bring the last analysis up to date, in milliseconds. */
  private took = 0;

  constructor(
    readonly uri: string,
    public version: number,
    /** As the client has it, with its byte-order mark where it sends one. */
    private source: string,
    private readonly positions: Positions,
    private readonly inputs: () => Inputs & { readonly revision: string },
  ) {}

  get text(): string {
    return splitByteOrderMark(this.source).text;
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.source = applyChanges(this.source, changes, this.positions);
    this.version = version;
  }

  /** What was found rests on something that is another now: nothing of it is used again. */
  forgetAnalysis(): void {
    this.latest = undefined;
  }

  close(): void {
    this.closed = true;
  }

  /** Names a version of the text under the settings of the moment: what was worked out for it holds as long as it does. */
  get resultId(): string {
    return `${this.version}.${this.inputs().revision}`;
  }

  /**
   * The analysis of the newest version, all rules run: work on an older one is given up as soon as a newer is there.
   * @param asked the version that the asker means; throws {@link Stale} as soon as there is another
   */
  analysis(asked?: number): Promise<Analysis> {
    return this.newest(asked, (key) => this.check(key));
  }

  /** The same for whoever asks about what is written, not about what is found: its rules may not have been run yet. */
  read(asked: number): Promise<Analysis> {
    return this.newest(asked, (key) => this.readOnce(key));
  }

  /** The analysis for those who don't wait for it: a huge file is left alone while somebody types in it. */
  async analysisInLull(asked: number): Promise<Analysis> {
    const lull = this.latest?.isChecked && this.latestFor === this.resultId ? 0 : lullFor(this.took);
    if (lull > 0) await new Promise((resolve) => setTimeout(resolve, lull));
    for (;;) {
      const analysis = await this.analysis(asked);
      // Who waits for it, with the pointer on a word, is answered first: all that is found takes longer to say.
      await turn();
      if (this.latest === analysis && this.latestFor === this.resultId) return analysis;
    }
  }

  private async newest(
    asked: number | undefined,
    work: (key: string) => Promise<Analysis>,
  ): Promise<Analysis> {
    for (;;) {
      if (this.closed || (asked !== undefined && asked !== this.version)) throw new Stale();
      try {
        return await work(this.resultId);
      } catch (error) {
        if (!(error instanceof Stale)) throw error;
      }
    }
  }

  private async check(key: string): Promise<Analysis> {
    if (this.latest?.isChecked && this.latestFor === key) return this.latest;
    if (this.checking?.key !== key) this.checking = { key, done: this.checkNow(key) };
    return await this.checking.done;
  }

  private async checkNow(key: string): Promise<Analysis> {
    const begun = performance.now();
    const isFirst = this.latest === undefined;
    const analysis = await this.readOnce(key);
    await inStretches(analysis.checkSteps(), () => this.isWanted(key));
    if (!isFirst) this.took = performance.now() - begun;
    return analysis;
  }

  private async readOnce(key: string): Promise<Analysis> {
    if (this.latest && this.latestFor === key) return this.latest;
    if (this.reading?.key !== key) this.reading = { key, done: this.readNow(key) };
    return await this.reading.done;
  }

  private async readNow(key: string): Promise<Analysis> {
    const { mark, text } = splitByteOrderMark(this.source);
    const steps = readSteps(text, this.inputs(), this.latest);
    const analysis = await inStretches(steps, () => this.isWanted(key));
    if (mark !== '') this.positions.noteMark(analysis.document);
    this.latest = analysis;
    this.latestFor = key;
    return analysis;
  }

  private isWanted(key: string): boolean {
    return !this.closed && this.resultId === key;
  }
}

/** The client's text after its changes, in their order, counted as it counts. */
export function applyChanges(
  before: string,
  changes: readonly TextDocumentContentChangeEvent[],
  positions: Positions,
): string {
  let text = before;
  for (const change of changes) {
    if (!('range' in change)) {
      text = change.text;
      continue;
    }
    const lines = positions.inText(text);
    const start = lines.offsetAt(change.range.start);
    const end = Math.max(start, lines.offsetAt(change.range.end));
    text = text.slice(0, start) + change.text + text.slice(end);
  }
  return text;
}
