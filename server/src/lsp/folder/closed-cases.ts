/**
 * The findings of case files that aren't open. Nothing of a file is kept but which result it had from what: as long as
 * its text, its configuration and the files that it names are the same, it is not analysed again.
 */

import type { Diagnostic } from 'vscode-languageserver';
import { keyOf } from '../../core/addresses.js';
import { SEVERITIES, type Severity } from '../../core/findings.js';
import { splitByteOrderMark } from '../../core/text.js';
import { type Analysis, analyseSteps } from '../../pipeline/analysis.js';
import type { Config } from '../../pipeline/config.js';
import { type CaseFilesOnDisk, isSame, type Noted } from '../case-files.js';
import type { WorkspaceConfigs } from '../configs.js';
import { inStretches } from '../schedule.js';
import type { CaseIndex } from './case-index.js';

export type Counts = Readonly<Record<Severity, number>>;

export interface Checked {
  readonly resultId: string;
  readonly counts: Counts;
  /** Undefined where the asker has this result already. */
  readonly items: Diagnostic[] | undefined;
}

interface Known extends Omit<Checked, 'items'> {
  readonly stamp: string;
  readonly config: Config;
  readonly states: Noted | undefined;
  readonly moment: string;
}

/** What the check needs of the server. */
export interface Surroundings {
  readonly index: CaseIndex;
  readonly files: CaseFilesOnDisk;
  readonly configs: WorkspaceConfigs;
  today(): number;
  /** Another one when the same findings would be said in other words. */
  revision(): string;
  diagnostics(address: string, analysis: Analysis): Diagnostic[];
  /** Waits while somebody waits for an answer. */
  pause(): Promise<void>;
}

export class ClosedCases {
  private readonly known = new Map<string, Known>();
  private results = 0;

  constructor(private readonly around: Surroundings) {}

  /**
   * Undefined for a file that isn't there, can't be read or is left out by its configuration.
   * @param has the result that the asker has
   */
  async check(
    address: string,
    has: string | undefined,
    isWanted: () => boolean,
  ): Promise<Checked | undefined> {
    const { index, files, configs, today, revision } = this.around;
    const key = keyOf(address);
    const config = configs.ofClosed(address);
    const stamp = config && (await index.stampOf(address));
    if (!config || stamp === undefined) {
      this.known.delete(key);
      return undefined;
    }
    const states = files.ofClosed(address);
    const moment = `${today()}.${revision()}`;
    const known = this.known.get(key);
    const holds =
      known?.stamp === stamp &&
      known.config === config &&
      known.moment === moment &&
      isSame(known.states, states);
    if (holds && known.resultId === has) return { ...known, items: undefined };
    const text = await index.read(address);
    if (!text) return undefined;
    const analysis = await this.analyse(text.text, { config, states }, isWanted);
    const resultId = holds && text.stamp === stamp ? known.resultId : `closed.${++this.results}`;
    const checked = { resultId, counts: countsOf(analysis) };
    this.known.set(key, { ...checked, stamp: text.stamp, config, states, moment });
    return { ...checked, items: this.around.diagnostics(address, analysis) };
  }

  private async analyse(
    source: string,
    { config, states }: Pick<Known, 'config' | 'states'>,
    isWanted: () => boolean,
  ): Promise<Analysis> {
    const inputs = { settings: config.settings, today: this.around.today(), files: states };
    const steps = analyseSteps(splitByteOrderMark(source).text, inputs);
    return inStretches(steps, isWanted, this.around.pause);
  }
}

export function countsOf(analysis: Analysis): Counts {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of analysis.findings) counts[severity]++;
  return counts;
}
