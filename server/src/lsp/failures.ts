/** What is answered and logged where something went wrong; logs hold no case content. */

import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Cancelled, Stale } from './schedule.js';

/** How much of a stack is logged. */
const MOST_FRAMES = 12;

export class Failures {
  constructor(private readonly connection: Connection) {}

  answerTo(error: unknown): ResponseError<void> {
    if (error instanceof ResponseError) return error as ResponseError<void>;
    if (error instanceof Stale) return new ResponseError(LSPErrorCodes.ContentModified, 'modified');
    if (error instanceof Cancelled) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    this.report(error);
    return new ResponseError(ErrorCodes.InternalError, 'internal error');
  }

  /** Where something went wrong, never on what text. */
  report(error: unknown): void {
    if (error instanceof Stale || error instanceof Cancelled) return;
    const isError = error instanceof Error;
    const stack = isError ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    const name = isError ? error.name : 'error';
    this.connection.console.error(`${name}\n${stack.slice(0, MOST_FRAMES).join('\n')}`);
  }
}
