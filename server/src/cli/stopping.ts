/** Ctrl-C and its like: the first asks the run to end where it is and to report what it found; a second ends it at once. */

/** As shells tell of a program that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

export class Stopping {
  private readonly controller = new AbortController();
  private stoppedBy: keyof typeof EXIT_CODES | undefined;

  constructor() {
    for (const name of Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[])
      process.once(name, () => {
        this.stoppedBy = name;
        this.controller.abort();
      });
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Undefined where nobody asked to stop. */
  get exitCode(): number | undefined {
    return this.stoppedBy && EXIT_CODES[this.stoppedBy];
  }
}
