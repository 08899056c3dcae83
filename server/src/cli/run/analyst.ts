/**
 * Where texts are analysed: in this thread while that is quick, in worker threads once there is work for them. Starting
 * one costs as much as analysing some dozens of files, which a run over a few must not pay.
 */

import { availableParallelism } from 'node:os';
import { lawFileInUse } from '../../knowledge/law-in-use.js';
import type { Task } from './analyse-text.js';
import type { Answer } from './messages.js';
import { OUT_OF_MEMORY, Pool, UNDER_WAY } from './pool.js';

/** Milliseconds of work in this thread that show that there is work for more. */
const ENOUGH = 60;

export class Analyst {
  private own: ((task: Task) => Answer) | undefined;
  private pool: Pool | undefined;
  private readonly size: number;
  private spent = 0;

  /** @param jobs how many threads; undefined: as many as there are cores, once that pays */
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

  async analyse(task: Task, left: number): Promise<Answer> {
    if (this.wantsPool(left)) this.pool ??= new Pool({ cwd: this.cwd, law: lawFileInUse() }, this.size);
    if (!this.pool) return this.here(task);
    const answer = await this.pool.ask(task);
    return 'failure' in answer && answer.failure === OUT_OF_MEMORY ? this.here(task) : answer;
  }

  private async here(task: Task): Promise<Answer> {
    // Loaded only here: where workers do the work this thread needs no rules.
    this.own ??= (await import('./answer.js')).answerer(this.cwd);
    const begun = performance.now();
    const answer = this.own(task);
    this.spent += performance.now() - begun;
    return answer;
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }

  private wantsPool(left: number): boolean {
    if (this.size < 2) return false;
    return this.jobs !== undefined || (this.spent > ENOUGH && left > this.size);
  }
}
