/**
 * Worker threads that analyse batches of texts. Node's own workers, since what a pool library adds (queues of several
 * kinds, resizing, its own loader file, which a bundle can't hold) is more than the scheduling that is needed here:
 * batches in the order of asking, two at a time for each worker, so that none waits for the next.
 */

import { Worker } from 'node:worker_threads';
import type { Task } from './analyse-text.js';
import type { Answer, Answers, Batch, WorkerSetup } from './messages.js';

const MOST_FILES = 16;
const MOST_CHARACTERS = 200_000;
const AHEAD = 2;
/** Threads that die this often don't die of one file: they can't run here. */
const MOST_DEATHS = 8;

/** How many files may be under way for each worker before the caller should wait for the first. */
export const UNDER_WAY = MOST_FILES * (AHEAD + 1);

/**
 * MiB. Little room for what is new: a case leaves most of it behind at once, and a large room only makes the heap grow
 * (half the memory of a run, at the same speed). A case file of many megabytes needs more: see `OUT_OF_MEMORY`.
 */
const LIMITS = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 1024 };

/** The failure of a file that needs more memory than a thread has. */
export const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

interface Asked {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Oldest first. */
  readonly batches: Asked[][];
}

export class Pool {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Asked[][] = [];
  private gathered: Asked[] = [];
  private characters = 0;
  private deaths = 0;

  constructor(
    private readonly setup: WorkerSetup,
    private readonly size: number,
    private readonly program: URL = new URL('./check-worker.cjs', import.meta.url),
  ) {}

  /** Sent when a batch is full, or when this thread has nothing else to do. */
  ask(task: Task): Promise<Answer> {
    return new Promise((resolve) => {
      if (this.gathered.length === 0) setImmediate(() => this.flush());
      this.gathered.push({ task, resolve });
      this.characters += task.text.length;
      if (this.gathered.length >= MOST_FILES || this.characters >= MOST_CHARACTERS) this.flush();
    });
  }

  private flush(): void {
    if (this.gathered.length === 0) return;
    this.waiting.push(this.gathered);
    this.gathered = [];
    this.characters = 0;
    this.send();
  }

  /** Ends the threads; what they have not answered stays unanswered. */
  async close(): Promise<void> {
    const threads = [...this.threads];
    this.threads.clear();
    this.waiting.length = 0;
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  private send(): void {
    while (this.waiting.length > 0) {
      const thread = this.freeThread();
      if (!thread) return;
      const batch = this.waiting.shift() as Asked[];
      thread.batches.push(batch);
      thread.worker.postMessage(batch.map(({ task }) => task) satisfies Batch);
    }
  }

  /** One without work, a new one, or the one with the least to do; undefined where all have enough. */
  private freeThread(): Thread | undefined {
    let least: Thread | undefined;
    for (const thread of this.threads)
      if (!least || thread.batches.length < least.batches.length) least = thread;
    if (least?.batches.length === 0) return least;
    if (this.threads.size < this.size) return this.start();
    return least && least.batches.length < AHEAD ? least : undefined;
  }

  private start(): Thread {
    const worker = new Worker(this.program, { workerData: this.setup, resourceLimits: LIMITS });
    const thread: Thread = { worker, batches: [] };
    let reason = 'worker';
    worker.on('message', (text: string) => {
      const answers = JSON.parse(text) as Answers;
      const batch = thread.batches.shift() ?? [];
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] ?? { failure: reason });
      this.send();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      reason = error.code ?? error.name;
    });
    worker.on('exit', () => {
      if (this.threads.delete(thread)) this.retry(thread.batches, reason);
    });
    this.threads.add(thread);
    return thread;
  }

  /** A thread died (out of memory, say): its files are tried once more, each alone; one that was alone has failed. */
  private retry(batches: readonly Asked[][], reason: string): void {
    const [inWork, ...later] = batches;
    this.deaths++;
    if (this.deaths > MOST_DEATHS) this.fail([...batches, ...this.waiting.splice(0)], reason);
    else {
      if (inWork?.length === 1) this.fail([inWork], reason);
      else this.waiting.push(...(inWork ?? []).map((asked) => [asked]));
      this.waiting.push(...later);
    }
    this.send();
  }

  private fail(batches: readonly Asked[][], reason: string): void {
    for (const { resolve } of batches.flat()) resolve({ failure: reason });
  }
}
