/** What comes back from a client, in the data of a hint or the arguments of a command, may be anything. */

import { ErrorCodes, type Position, ResponseError } from 'vscode-languageserver';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPosition(value: unknown): value is Position {
  const isCount = (number: unknown) => Number.isInteger(number) && (number as number) >= 0;
  return isRecord(value) && isCount(value.line) && isCount(value.character);
}

export function notUnderstood(): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, 'not something that this server gave out');
}
