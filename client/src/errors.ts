import { CloseAction, ErrorAction, type LanguageClientOptions } from 'vscode-languageclient';

type Handlers = Required<Pick<LanguageClientOptions, 'errorHandler' | 'initializationFailedHandler'>>;

/** A few errors on the connection are survived; after these the server counts as gone. */
const MOST_ERRORS = 3;

/**
 * The library's own handlers, which say nothing to the person and restart nothing: both are the session's business
 * (session.ts). A library client that failed to start can't be started again, so every start gets a fresh one.
 * The messages are fixed, since the error's own may quote the text of a case.
 */
export function failureHandlers(failed: () => void): Handlers {
  return {
    errorHandler: {
      error: (_error, _message, count) => {
        const message = 'The connection to the server has an error.';
        if ((count ?? 0) <= MOST_ERRORS) return { action: ErrorAction.Continue, handled: true, message };
        failed();
        return { action: ErrorAction.Shutdown, handled: true, message };
      },
      closed: () => {
        failed();
        return { action: CloseAction.DoNotRestart, handled: true, message: 'The server has stopped.' };
      },
    },
    initializationFailedHandler: () => {
      failed();
      return false;
    },
  };
}
