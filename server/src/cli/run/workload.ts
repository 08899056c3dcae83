/** Whether more threads are worth what they cost, by how long the files took so far. */

/** Milliseconds of work before which nothing can be said of what is to come: V8 has only begun to compile it well. */
const ENOUGH = 1000;
/**
 * Milliseconds: what it costs to have threads, each of which loads and compiles everything for itself once more. As
 * measured with two on two cores, where they take as long as one over some 2,000 files.
 */
const COST = 1500;
/** How much the last file weighs in the pace. */
const WEIGHT = 0.02;

export class Workload {
  private spent = 0;
  /** Milliseconds a file, of the last ones. */
  private pace = 0;
  private files = 0;
  private first: number | undefined;

  /** A file was analysed. @param left how many there were from it on, those included that need no analysis */
  add(milliseconds: number, left: number): void {
    this.first ??= left;
    this.files++;
    this.spent += milliseconds;
    // An average at first, since there is nothing from which to move on.
    this.pace += (milliseconds - this.pace) * Math.max(WEIGHT, 1 / this.files);
  }

  /** @param left how many files there are yet */
  isWorth(threads: number, left: number): boolean {
    if (threads < 2 || this.first === undefined || this.spent < ENOUGH) return false;
    // What a cache knows is passed over.
    const analysed = this.files / Math.max(1, this.first - left);
    return left * analysed * this.pace * (1 - 1 / threads) > COST;
  }
}
