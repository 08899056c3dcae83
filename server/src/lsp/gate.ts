/**
 * What stands before every handler. A message that the protocol doesn't allow at this moment, or without the parameters
 * that it asks for, is answered with the protocol's own error and reaches nobody; and what went wrong inside is told
 * without its message, since that may quote the text of a case.
 */

import {
  ErrorCodes,
  type Message,
  type MessageWriter,
  type NotificationMessage,
  type RequestMessage,
  type ResponseMessage,
} from 'vscode-languageserver';
import { hasSoundParams } from './params.js';

/** The connection's `messageStrategy`. */
export class Gate {
  private state: 'new' | 'running' | 'ended' = 'new';

  constructor(private readonly writer: MessageWriter) {}

  handleMessage(message: Message, next: (message: Message) => unknown): void {
    if (isResponse(message)) {
      next(message);
      return;
    }
    if (!('method' in message) || typeof message.method !== 'string') {
      // Without a number there is nobody to answer.
      if ('id' in message) this.refuse(message as RequestMessage, ErrorCodes.InvalidRequest, 'no method');
      return;
    }
    if ('id' in message) this.request(message as RequestMessage, next);
    else this.notification(message as unknown as NotificationMessage, next);
  }

  private request(request: RequestMessage, next: (message: Message) => unknown): void {
    const { method } = request;
    const refusal = this.refusalOf(request);
    if (refusal) {
      this.refuse(request, ...refusal);
      return;
    }
    if (method === 'initialize') this.state = 'running';
    if (method === 'shutdown') this.state = 'ended';
    next(request);
  }

  private refusalOf({ method, params }: RequestMessage): [code: number, message: string] | undefined {
    const isFirst = method === 'initialize';
    if (this.state === 'ended') return [ErrorCodes.InvalidRequest, 'the server has been shut down'];
    if (isFirst && this.state === 'running') return [ErrorCodes.InvalidRequest, 'initialized already'];
    if (!isFirst && this.state === 'new') return [ErrorCodes.ServerNotInitialized, 'not initialized yet'];
    if (hasSoundParams(method, params)) return undefined;
    return [ErrorCodes.InvalidParams, 'parameters that the protocol does not have'];
  }

  private notification(notification: NotificationMessage, next: (message: Message) => unknown): void {
    const { method, params } = notification;
    if (method === 'exit' || method.startsWith('$/')) next(notification);
    else if (this.state === 'running' && hasSoundParams(method, params)) next(notification);
  }

  private refuse({ id }: RequestMessage, code: number, message: string): void {
    const answer: ResponseMessage = { jsonrpc: '2.0', id, error: { code, message } };
    void this.writer.write(answer);
  }
}

function isResponse(message: Message): boolean {
  return 'id' in message && !('method' in message) && ('result' in message || 'error' in message);
}

/** Leaves out of failures what JavaScript says of them, which the library puts into answers and into the log. */
export function withoutReasons(writer: MessageWriter): MessageWriter {
  const write = writer.write.bind(writer);
  writer.write = (message) => write(quiet(message));
  return writer;
}

const LIBRARY_LOG = /^(Notification handler '[\w/$.]+' failed|Request [\w/$.]+ failed)\b/;

function quiet(message: Message): Message {
  if ('error' in message) {
    const { error } = message as ResponseMessage;
    return error?.code === ErrorCodes.InternalError
      ? ({ ...message, error: { code: error.code, message: 'internal error' } } as ResponseMessage)
      : message;
  }
  const { method, params } = message as NotificationMessage & { params?: { message?: unknown } };
  if (method !== 'window/logMessage' || typeof params?.message !== 'string') return message;
  const failed = LIBRARY_LOG.exec(params.message)?.[1];
  return failed ? ({ ...message, params: { ...params, message: failed } } as NotificationMessage) : message;
}
