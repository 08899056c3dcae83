/** Where texts are analysed: in this thread, or in worker threads where there is so much work that they pay. */

import { availableParallelism } from 'node:os';
import { lawFileInUse } from '../../knowledge/law-in-use.js';
import type { Task } from './analyse-text.js';
import type { Answer } from './messages.js';
import { OUT_OF_MEMORY, Pool, UNDER_WAY } from './pool.js';
import { Workload } from './workload.js';

export class Analyst {
  private own: ((task: Task) => Answer) | undefined;
  private pool: Pool | undefined;
  private readonly size: number;
  private readonly workload = new Workload();

  /** @param jobs how many threads; undefined: as many as there are cores, where that pays */
  constructor(
    private readonly cwd: string,
    private readonly jobs: number | undefined,
  ) {
    this.size = jobs ?? availableParallelism();
  }

  /** How many files should be asked for before the first answer is waited for. */
  get ahead(): number {
    return this.pool ? UNDER_WAY * this.size : 1;
  }

  /** @param left how many files there are from this one on */
  async analyse(task: Task, left: number): Promise<Answer> {
    if (this.wantsPool(left)) this.pool ??= new Pool({ cwd: this.cwd, law: lawFileInUse() }, this.size);
    if (!this.pool) return this.here(task, left);
    const answer = await this.pool.ask(task);
    return 'failure' in answer && answer.failure === OUT_OF_MEMORY ? this.here(task, left) : answer;
  }

  private async here(task: Task, left: number): Promise<Answer> {
    // Loaded only here: where workers do the work this thread needs no rules.
    this.own ??= (await import('./answer.js')).answerer(this.cwd);
    const begun = performance.now();
    const answer = this.own(task);
    this.workload.add(performance.now() - begun, left);
    return answer;
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }

  private wantsPool(left: number): boolean {
    return this.jobs === undefined ? this.workload.isWorth(this.size, left) : this.jobs > 1;
  }
}
