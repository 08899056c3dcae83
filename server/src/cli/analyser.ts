/** The one pipeline on the files of a run: configuration, text, analysis, and fixes where they are wanted. */

import { dayNumber } from '../core/dates.js';
import type { FileStates } from '../core/files.js';
import type { Message } from '../core/findings.js';
import { splitByteOrderMark } from '../core/text.js';
import { type Analysis, analyse } from '../pipeline/analysis.js';
import { fixAll } from '../pipeline/fix-all.js';
import { filesOfRun } from './case-files.js';
import type { Configs, FoundConfig } from './configs.js';
import { unifiedDiff } from './diff.js';
import { readText, writeText } from './files.js';
import type { CheckedFile } from './reporter.js';

/** `write` saves the safe fixes, `diff` only shows them. */
export type Mending = 'write' | 'diff' | undefined;

export interface Analysed {
  /** Undefined where the file is left out by the configuration or can't be read. */
  readonly checked?: CheckedFile;
  readonly problems: readonly Message[];
  /** How many fixes were applied, or would be. */
  readonly mended: number;
  /** What the fixes would change. */
  readonly diff: string;
}

export class Analyser {
  private readonly told = new Set<FoundConfig>();
  private readonly today: number;
  private readonly filesOf: (caseFile: string) => FileStates;

  constructor(
    private readonly cwd: string,
    private readonly configs: Configs,
    private readonly mending: Mending,
  ) {
    this.filesOf = filesOfRun(cwd);
    const now = new Date();
    this.today = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  /** @param given its text, where that isn't to be read from the disk */
  async file(path: string, given?: string): Promise<Analysed> {
    const config = await this.configs.forFile(path);
    const problems: Message[] = this.told.has(config) ? [] : [...config.problems];
    this.told.add(config);
    const nothing = { problems, mended: 0, diff: '' };
    if (config.ignores(path)) return nothing;
    const read = given === undefined ? await readText(path, this.cwd) : splitByteOrderMark(given);
    if ('problem' in read) return { ...nothing, problems: [...problems, read.problem] };
    const found = analyse(read.text, {
      settings: config.config.settings,
      today: this.today,
      files: this.filesOf(path),
    });
    if (!this.mending) return { ...nothing, checked: asChecked(path, found) };
    const mended = await this.mend(path, read.mark, found);
    return { ...mended, problems: [...problems, ...mended.problems] };
  }

  private async mend(path: string, mark: string, found: Analysis): Promise<Analysed> {
    const { analysis, applied } = fixAll(found);
    const unchanged = { checked: asChecked(path, found), problems: [], mended: 0, diff: '' };
    if (applied === 0) return unchanged;
    if (this.mending === 'write') {
      const problem = await writeText(path, this.cwd, mark + analysis.text);
      if (problem) return { ...unchanged, problems: [problem] };
    }
    const diff = this.mending === 'diff' ? unifiedDiff(path, mark + found.text, mark + analysis.text) : '';
    return { checked: asChecked(path, analysis), problems: [], mended: applied, diff };
  }
}

function asChecked(path: string, { document, findings, suppressed }: Analysis): CheckedFile {
  return { path, document, findings, suppressed };
}
