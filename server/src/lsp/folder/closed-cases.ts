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

/** All that the findings of a file follow from. */
interface Ground {
  readonly stamp: string;
  readonly config: Config;
  readonly states: Noted | undefined;
  readonly moment: string;
}

interface Known extends Omit<Checked, 'items'>, Ground {}

/** What was made of a file, and from what. */
export interface Made<T> {
  readonly ground: Ground;
  readonly value: T;
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
    const { index } = this.around;
    const key = keyOf(address);
    const ground = await this.groundOf(address);
    if (!ground) {
      this.known.delete(key);
      return undefined;
    }
    const known = this.known.get(key);
    const holds = known !== undefined && isSameGround(known, ground);
    if (holds && known.resultId === has) return { ...known, items: undefined };
    const text = await index.read(address);
    if (!text) return undefined;
    const analysis = await this.analyse(text.text, ground, isWanted);
    const resultId = holds && text.stamp === ground.stamp ? known.resultId : `closed.${++this.results}`;
    const checked = { resultId, counts: countsOf(analysis) };
    this.known.set(key, { ...checked, ...ground, stamp: text.stamp });
    return { ...checked, items: this.around.diagnostics(address, analysis) };
  }

  /**
   * What is made of a file: what was made before as long as that holds. Undefined where {@link check} has nothing to
   * say either.
   */
  async make<T>(
    address: string,
    before: Made<T> | undefined,
    make: (analysis: Analysis) => T,
    isWanted: () => boolean,
  ): Promise<Made<T> | undefined> {
    const ground = await this.groundOf(address);
    if (!ground) return undefined;
    if (before && isSameGround(before.ground, ground)) return before;
    const text = await this.around.index.read(address);
    if (!text) return undefined;
    const value = make(await this.analyse(text.text, ground, isWanted));
    return { ground: { ...ground, stamp: text.stamp }, value };
  }

  private async groundOf(address: string): Promise<Ground | undefined> {
    const { index, files, configs, today, revision } = this.around;
    const config = configs.ofClosed(address);
    const stamp = config && (await index.stampOf(address));
    if (!config || stamp === undefined) return undefined;
    return { config, stamp, states: files.ofClosed(address), moment: `${today()}.${revision()}` };
  }

  private async analyse(
    source: string,
    { config, states }: Pick<Ground, 'config' | 'states'>,
    isWanted: () => boolean,
  ): Promise<Analysis> {
    const inputs = { settings: config.settings, today: this.around.today(), files: states };
    const steps = analyseSteps(splitByteOrderMark(source).text, inputs);
    return inStretches(steps, isWanted, this.around.pause);
  }
}

function isSameGround(a: Ground, b: Ground): boolean {
  return a.stamp === b.stamp && a.config === b.config && a.moment === b.moment && isSame(a.states, b.states);
}

export function countsOf(analysis: Analysis): Counts {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of analysis.findings) counts[severity]++;
  return counts;
}
