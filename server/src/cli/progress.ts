/** How far a run is, in the last line of a terminal; nothing where nobody looks, and nothing in a run that is over at once. */

import { type Language, say } from '../core/words/words.js';

/** Milliseconds: what is over sooner shows nothing. */
const BEGIN = 400;
const EACH = 100;
const CLEAR = '\r\u001b[2K';

export class Progress {
  private readonly begun = performance.now();
  private readonly isShown: boolean;
  private last = 0;
  private isThere = false;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly total: number,
    private readonly language: Language,
  ) {
    this.isShown = stream.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI;
  }

  show(done: number): void {
    if (!this.isShown) return;
    const now = performance.now();
    if (now - this.begun < BEGIN || now - this.last < EACH) return;
    this.last = now;
    this.isThere = true;
    const text = say({ key: 'cli.progress', args: { done, total: this.total } }, this.language);
    this.stream.write(CLEAR + text);
  }

  /** Before anything else is printed, and at the end. */
  clear(): void {
    if (this.isThere) this.stream.write(CLEAR);
    this.isThere = false;
  }
}
