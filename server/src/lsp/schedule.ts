/** Long work in short stretches, so that the server hears of newer edits and cancellations in between. */

import type { CancellationToken, Disposable } from 'vscode-languageserver';
import type { Steps } from '../core/steps.js';

/** How long a stretch may take before others get their turn, in milliseconds. */
const STRETCH = 10;

export class Stale extends Error {
  constructor() {
    super('superseded');
  }
}

/**
 * Runs the steps to their end; throws {@link Stale} as soon as the work isn't wanted any more.
 * @param pause what is waited for between two stretches
 */
export async function inStretches<T>(
  steps: Steps<T>,
  isWanted: () => boolean,
  pause: () => Promise<void> = turn,
): Promise<T> {
  // Messages that are here already go first (the library takes one a turn): an edit among them makes this work void.
  await pause();
  await pause();
  if (!isWanted()) throw new Stale();
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < STRETCH) continue;
    await pause();
    if (!isWanted()) throw new Stale();
    begun = performance.now();
  }
}

/** An analysis this short, in milliseconds, is done again for every keystroke. */
const SHORT = 100;
const LONGEST_LULL = 200;

/**
 * How long to wait for the next keystroke before what is found in a file is looked for again: not at all in files as
 * people have them, and in huge ones the longer the more it takes, so that their typing isn't held up.
 * @param took how long it took last time, in milliseconds
 */
export function lullFor(took: number): number {
  return took <= SHORT ? 0 : Math.min(LONGEST_LULL, took / 2);
}

/** Lets everything that waits (messages above all) have its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }
  });
}

/** What somebody waits for goes first: work on files that nobody looks at pauses while there is any. */
export class Foreground {
  private running = 0;
  private waiting: (() => void)[] = [];

  async during<T>(work: Promise<T>): Promise<T> {
    this.running++;
    try {
      return await work;
    } finally {
      this.running--;
      if (this.running === 0) for (const wake of this.waiting.splice(0)) wake();
    }
  }

  /** A turn for everything that waits, and then for as long as somebody is waiting for an answer. */
  async pause(): Promise<void> {
    await turn();
    while (this.running > 0) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
      // The answer is sent before the work behind goes on.
      await turn();
    }
  }

  /**
   * The outcome of work that gives way like this; throws {@link Cancelled} where the client wants it no more, and
   * {@link Stale} where it isn't current any more.
   */
  async behind<T>(steps: Steps<T>, token: CancellationToken, isCurrent: () => boolean): Promise<T> {
    const isWanted = () => !token.isCancellationRequested && isCurrent();
    try {
      return await inStretches(steps, isWanted, () => this.pause());
    } catch (error) {
      throw error instanceof Stale && token.isCancellationRequested ? new Cancelled() : error;
    }
  }
}

/** One thing after another, where several at once would take too much memory. */
export class InTurn {
  private last: Promise<unknown> = Promise.resolve();

  after<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }
}

/** The outcome of the work, or {@link Cancelled} at once when the client wants it no more. */
export async function unlessCancelled<T>(work: Promise<T>, token: CancellationToken): Promise<T> {
  let listener: Disposable | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    if (token.isCancellationRequested) reject(new Cancelled());
    else listener = token.onCancellationRequested(() => reject(new Cancelled()));
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    listener?.dispose();
  }
}

export class Cancelled extends Error {
  constructor() {
    super('cancelled');
  }
}
