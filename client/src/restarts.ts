const WINDOW_MS = 3 * 60 * 1000;
const MOST = 4;

/** How often the server may be started again by itself: up to 4 times within 3 minutes. */
export class RestartBudget {
  #spent: number[] = [];

  /** Takes one restart out of the budget; false where none is left. */
  take(now: number): boolean {
    this.#spent = this.#spent.filter((moment) => now - moment < WINDOW_MS);
    if (this.#spent.length >= MOST) return false;
    this.#spent.push(now);
    return true;
  }

  /** A restart that the person asked for starts the count anew. */
  refill(): void {
    this.#spent = [];
  }
}
