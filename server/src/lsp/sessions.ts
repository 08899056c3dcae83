/** The open case files, each with the analysis of its present version. One analysis a version, whoever asks. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { splitByteOrderMark } from '../core/text.js';
import { type Analysis, analyseSteps, type Inputs } from '../pipeline/analysis.js';
import type { Positions } from './positions.js';
import { inStretches, lullFor, Stale } from './schedule.js';

export class CaseSession {
  private latest: Analysis | undefined;
  private latestFor = '';
  private job: { readonly key: string; readonly done: Promise<Analysis> } | undefined;
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
   * The analysis of the newest version: work on an older one is given up as soon as a newer is there.
   * @param asked the version that the asker means; throws {@link Stale} as soon as there is another
   */
  async analysis(asked?: number): Promise<Analysis> {
    for (;;) {
      if (this.closed || (asked !== undefined && asked !== this.version)) throw new Stale();
      const key = this.resultId;
      if (this.latest && this.latestFor === key) return this.latest;
      if (this.job?.key !== key) this.job = { key, done: this.run(key) };
      try {
        return await this.job.done;
      } catch (error) {
        if (!(error instanceof Stale)) throw error;
      }
    }
  }

  /** The same for those who don't wait for it: a huge file is left alone while somebody types in it. */
  async analysisInLull(asked: number): Promise<Analysis> {
    const lull = this.latestFor === this.resultId ? 0 : lullFor(this.took);
    if (lull > 0) await new Promise((resolve) => setTimeout(resolve, lull));
    return this.analysis(asked);
  }

  private async run(key: string): Promise<Analysis> {
    const { mark, text } = splitByteOrderMark(this.source);
    const begun = performance.now();
    const before = this.latest;
    const steps = analyseSteps(text, this.inputs(), before);
    const analysis = await inStretches(steps, () => !this.closed && this.resultId === key);
    if (mark !== '') this.positions.noteMark(analysis.document);
    this.latest = analysis;
    this.latestFor = key;
    if (before) this.took = performance.now() - begun;
    return analysis;
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
