/** What comes back from a client, in the data of a hint or the arguments of a command, may be anything. */

import { ErrorCodes, ResponseError } from 'vscode-languageserver';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function notUnderstood(): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, 'not something that this server gave out');
}
