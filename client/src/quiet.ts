import { type LogOutputChannel, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
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
