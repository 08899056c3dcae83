/** Long work in short stretches, so that the server hears of newer edits and cancellations in between. */

/** How long a stretch may take before others get their turn, in milliseconds. */
const STRETCH = 10;

export class Stale extends Error {
  constructor() {
    super('superseded');
  }
}

/** Runs the steps to their end; throws {@link Stale} as soon as the work isn't wanted any more. */
export async function inStretches<T>(steps: Generator<void, T>, isWanted: () => boolean): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < STRETCH) continue;
    await turn();
    if (!isWanted()) throw new Stale();
    begun = performance.now();
  }
}

/** Lets everything that waits (messages above all) have its turn. */
function turn(): Promise<void> {
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
