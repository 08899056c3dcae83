/** How far a run is, in the last line of a terminal; nothing where nobody looks, and nothing in a run that is over at once. */

import { type Language, say } from '../core/words/words.js';
import { clearFirst } from './stdout.js';

/** Milliseconds: what is over sooner shows nothing. */
const BEGIN = 400;
const EACH = 100;
const CLEAR = '\r\u001b[2K';

export class Progress {
  private readonly begun = performance.now();
  private readonly isShown: boolean;
  private last = 0;
  private isThere = false;
  /** How many files are through. */
  passed = 0;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly total: number,
    private readonly language: Language,
    isQuiet: boolean,
  ) {
    this.isShown = !isQuiet && stream.isTTY === true && process.env.TERM !== 'dumb' && !process.env.CI;
    clearFirst(() => this.end());
  }

  show(passed: number): void {
    this.passed = passed;
    if (!this.isShown) return;
    const now = performance.now();
    if (now - this.begun < BEGIN || now - this.last < EACH) return;
    this.last = now;
    this.isThere = true;
    const text = say({ key: 'cli.progress', args: { done: passed, total: this.total } }, this.language);
    this.stream.write(CLEAR + text);
  }

  /** Takes the line away: at the end, and before anything else is printed. */
  end(): void {
    if (this.isThere) this.stream.write(CLEAR);
    this.isThere = false;
  }
}
