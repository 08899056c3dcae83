import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient/browser';
import { activateVangnet } from './activate.js';
import { CLIENT_ID, CLIENT_NAME } from './client.js';
import { PING, watchHeartbeat } from './heartbeat.js';
import type { ServerRun, Session } from './session.js';

let session: Session | undefined;

export function activate(context: ExtensionContext): Session {
  const script = Uri.joinPath(context.extensionUri, 'server/dist/server-web.js').toString(true);
  session = activateVangnet(context, (options) => runWorker(script, options));
  return session;
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

/** The library's reader, which can also report that the worker at the other end is gone. */
class WorkerReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}

function runWorker(script: string, options: LanguageClientOptions): ServerRun {
  const worker = new Worker(script);
  const reader = new WorkerReader(worker);
  const transports = { reader, writer: new BrowserMessageWriter(worker) };
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, () => Promise.resolve(transports), options);
  const stopWatching = watchHeartbeat(
    () => signOfLife(client),
    () => reader.close(),
  );
  // Also where the script could not be loaded.
  worker.addEventListener('error', () => reader.close());
  return {
    client,
    kill: () => {
      stopWatching();
      worker.terminate();
    },
  };
}

function signOfLife(client: LanguageClient): Promise<unknown> {
  if (client.state === State.Running) return client.sendRequest(PING);
  // While it starts, the answer to 'initialize' is the sign; this returns the promise of the start under way.
  if (client.state === State.Starting) return client.start();
  return Promise.resolve();
}
