/** The language server as a web worker: vscode.dev and other editors that run in a browser. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './server.js';

declare const self: DedicatedWorkerGlobalScope;
type DedicatedWorkerGlobalScope = Parameters<typeof createWorkerReader>[0];

function createWorkerReader(
  scope: ConstructorParameters<typeof BrowserMessageReader>[0],
): BrowserMessageReader {
  return new BrowserMessageReader(scope);
}

serve(createConnection(createWorkerReader(self), new BrowserMessageWriter(self)));
