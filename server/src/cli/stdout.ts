/** Standard output and standard error, of which either may break: a pipe that closes early, a full disk. */

import type { Message } from '../core/findings.js';
import { type Language, say } from '../core/words/words.js';
import { printable } from './printable.js';

let failure: Message | undefined;

let clear: () => void = () => undefined;

/** What the last line of a terminal shows for the time being gives way to whatever is printed. */
export function clearFirst(clearing: () => void): void {
  clear = clearing;
}

/** Why standard output can't be written to any more, once it can't. */
export function brokenStdout(): Message | undefined {
  return failure;
}

/** Ends when the text is handed over, or when that has failed: see `brokenStdout`. */
export function print(text: string): Promise<void> {
  if (failure || text === '') return Promise.resolve();
  clear();
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      if (error) stdoutFailed(error);
      resolve();
    });
  });
}

function stdoutFailed(error: NodeJS.ErrnoException): void {
  failure ??=
    error.code === 'EPIPE'
      ? { key: 'check.reader-gone' }
      : { key: 'check.stdout-failed', args: { reason: error.code ?? error.name } };
}

/** To be called once: without listeners a broken stream would end the process with a stack trace. */
export function watchStreams(): void {
  process.stdout.on('error', stdoutFailed);
  // There is nowhere left to say it; the exit code tells.
  process.stderr.on('error', () => {
    process.exitCode = 2;
  });
}

/** A line beside the report, on standard error. */
export function note(message: Message, language: Language): void {
  clear();
  process.stderr.write(`vangnet: ${printable(say(message, language))}\n`);
}
