import { type LogOutputChannel, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  LSPErrorCodes,
  type Middleware,
  ResponseError,
} from 'vscode-languageclient';
import { describeError, redactPayload, redactTraceLine } from './redact.js';

type Line = (message: string, data?: unknown) => void;

/**
 * The library speaks English to the person in some corners (`showNotification`, even 'force') and writes whole
 * documents into its trace. Both go through these methods, so both end here: a line in the log, without text.
 */
export function hush(client: BaseLanguageClient, log: LogOutputChannel): void {
  const line =
    (write: (text: string) => void): Line =>
    (message, data) =>
      write([message, describeError(data)].filter(Boolean).join('\n'));
  const quiet = {
    error: line((text) => log.error(text)),
    warn: line((text) => log.warn(text)),
    info: line((text) => log.info(text)),
    debug: line((text) => log.debug(text)),
    trace: (message: string, data?: unknown) => trace(log, message, data),
    // The JSON format of the trace is not offered and holds everything.
    traceObject: () => undefined,
  };
  Object.assign(client, quiet);
}

function trace(log: LogOutputChannel, message: string, data: unknown): void {
  // The library takes 'off' for 'messages' as soon as the log level is Trace.
  const level = workspace.getConfiguration('vangnet').get('trace.server', 'off');
  if (level === 'off') return;
  const payload = level === 'verbose' && typeof data === 'string' ? redactPayload(data) : '';
  log.trace([redactTraceLine(message), payload].filter(Boolean).join('\n'));
}

/** What a person asked for by name and hears the answer of: there the server's refusal is a sentence for that person. */
const ASKED_BY_A_PERSON = [
  'textDocument/prepareRename',
  'textDocument/rename',
  'workspace/executeCommand',
  'vangnet/export',
];

/**
 * VS Code writes the error of a failed hover or completion into a log of its own; the server's message stays out. It is
 * kept where VS Code shows it and logs nothing: why an id can't have that name, why an offer is there no more.
 */
export const withoutServerMessages: Middleware = {
  async sendRequest(type, param, token, next) {
    try {
      return await next(type, param, token);
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      const method = typeof type === 'string' ? type : type.method;
      if (error.code === LSPErrorCodes.RequestFailed && ASKED_BY_A_PERSON.includes(method)) throw error;
      // Only there the library reads it: shall it ask again?
      const data: unknown = error.code === LSPErrorCodes.ServerCancelled ? error.data : undefined;
      throw new ResponseError(error.code, `${method} failed (${error.code})`, data);
    }
  },
};
