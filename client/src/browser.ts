import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';
import { activateVangnet } from './activate.js';
import { CLIENT_ID, CLIENT_NAME } from './client.js';
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
  // VS Code wraps it: by its name it knows where it, and what it loads later, comes from.
  const worker = new Worker(script, { name: script });
  const reader = new WorkerReader(worker);
  const transports = { reader, writer: new BrowserMessageWriter(worker) };
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, () => Promise.resolve(transports), options);
  // A script that can't be loaded, or an error nobody caught: nothing else tells the library.
  worker.addEventListener('error', () => reader.close());
  return { client, kill: () => worker.terminate() };
}
