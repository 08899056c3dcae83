/** The open case files, each with the analysis of its present version. One analysis a version, whoever asks. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { LineIndex, splitByteOrderMark } from '../core/text.js';
import { type Analysis, analyseSteps, type Inputs } from '../pipeline/analysis.js';
import { inStretches, Stale } from './schedule.js';

export class CaseSession {
  private latest: Analysis | undefined;
  private latestFor = '';
  private job: { readonly key: string; readonly done: Promise<Analysis> } | undefined;
  private closed = false;

  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    public text: string,
    private readonly inputs: () => Inputs & { readonly revision: string },
  ) {}

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.text = applyChanges(this.text, changes);
    this.version = version;
  }

  close(): void {
    this.closed = true;
  }

  /** Names a version of the text under the settings of the moment: what was worked out for it holds as long as it does. */
  get resultId(): string {
    return `${this.version}.${this.inputs().revision}`;
  }

  /** The analysis of the newest version: work on an older one is given up as soon as a newer is there. */
  async analysis(): Promise<Analysis> {
    for (;;) {
      const key = this.resultId;
      if (this.latest && this.latestFor === key) return this.latest;
      if (this.job?.key !== key) this.job = { key, done: this.run(key) };
      try {
        return await this.job.done;
      } catch (error) {
        if (!(error instanceof Stale) || this.closed) throw error;
      }
    }
  }

  private async run(key: string): Promise<Analysis> {
    const steps = analyseSteps(this.text, this.inputs(), this.latest);
    const analysis = await inStretches(steps, () => !this.closed && this.resultId === key);
    this.latest = analysis;
    this.latestFor = key;
    return analysis;
  }
}

/** The text after the client's changes, in their order. A byte-order mark is no part of the text that we count in. */
export function applyChanges(before: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  let text = before;
  for (const change of changes) {
    if (!('range' in change)) {
      text = splitByteOrderMark(change.text).text;
      continue;
    }
    const lines = new LineIndex(text);
    const start = lines.offsetAt(change.range.start);
    const end = Math.max(start, lines.offsetAt(change.range.end));
    text = text.slice(0, start) + change.text + text.slice(end);
  }
  return text;
}
